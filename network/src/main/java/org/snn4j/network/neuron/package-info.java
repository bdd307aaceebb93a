/** Neuron models: how input becomes spikes. One model, one file: equation, citation, arithmetic. */
package org.snn4j.network.neuron;
