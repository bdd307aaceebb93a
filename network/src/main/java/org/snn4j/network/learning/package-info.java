/** Learning rules: how a weight follows the spikes on its two sides. One rule, one file. */
package org.snn4j.network.learning;
