package org.snn4j.tensor.neuron;

import org.snn4j.network.neuron.NeuronModel;

/** The tensor engine's face of a neuron model that it has no translation of: a model that implements it runs there. */
public interface TensorNeuron extends NeuronModel {
    /** New state for one layer of such neurons, at its initial values. */
    TensorDynamics dynamics(Cells cells);
}
