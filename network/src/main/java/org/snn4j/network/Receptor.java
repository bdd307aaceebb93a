package org.snn4j.network;

/**
 * What a connection's spikes act on in a target neuron. Where a model has one kind of input only, that is excitatory and a
 * negative weight inhibits.
 */
public enum Receptor {
    /** The input of a step; of conductance-based neurons the excitatory conductance. */
    EXCITATORY,
    /** The inhibitory conductance, to which weights add with their own sign: a positive weight inhibits. */
    INHIBITORY
}
