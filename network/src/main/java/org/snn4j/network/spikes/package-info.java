/** Spikes as events: what goes into a network from outside. */
package org.snn4j.network.spikes;
