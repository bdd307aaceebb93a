/** What a network is, and how it is simulated. */
package org.snn4j.network;
