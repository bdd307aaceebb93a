package org.snn4j.network.event;

import org.snn4j.network.neuron.NeuronModel;

/** The event engine's face of a neuron model: a model that implements it runs there. */
public interface EventNeuron extends NeuronModel {
    /** New state for one layer of such neurons, at its initial values. */
    NeuronDynamics dynamics(PopulationSpec population);
}
