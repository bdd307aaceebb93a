/** The event engine: networks on a CPU with work in proportion to their spikes. */
package org.snn4j.network.event;
