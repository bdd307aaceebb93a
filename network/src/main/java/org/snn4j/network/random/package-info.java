/** Randomness with an address: no stream, no global, no clock. */
package org.snn4j.network.random;
