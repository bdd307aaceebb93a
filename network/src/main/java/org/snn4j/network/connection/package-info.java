/** Connections: which synapses join two layers, how strong they are and how they change. */
package org.snn4j.network.connection;
