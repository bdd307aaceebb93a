package org.snn4j.network.neuron;

/**
 * Neurons that fire exactly when they are told to from outside: s = external input. They have no membrane and no
 * incoming connections; every engine knows them.
 */
public record Input() implements NeuronModel {}
