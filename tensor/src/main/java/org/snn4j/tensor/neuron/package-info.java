/** Neuron models in ND4J operations, one class for each model, and the register of them. */
package org.snn4j.tensor.neuron;
