package org.snn4j.network.event;

/** The synapses of a connection, whatever its topology, as learning rules change them. */
public interface Synapses {
    /**
     * Applies a pair rule's law for presynaptic spikes: to each synapse from a spiking source to a target whose trace is not
     * zero.
     */
    void applyOnPre(SpikeList sources, Traces targets, PairUpdate update);

    /**
     * Applies a pair rule's law for postsynaptic spikes: to each synapse to a spiking target from a source whose trace is not
     * zero, or from every source if the rule changes those too.
     */
    void applyOnPost(SpikeList targets, Traces sources, PairUpdate update);

    /** Ends a step's changes by a rule that depends on the weight: until now they were only collected. */
    void settle();

    /** The weights. */
    WeightField weights();

    /** A field of zeros for a rule's own use. */
    WeightField zeros();

    /** field[s] ← field[s] + factor · perTarget[target of s], for each synapse s of a source. Modifies field. */
    void addFrom(WeightField field, int source, float[] perTarget, float factor);

    /** field[s] ← field[s] + factor · perSource[source of s], for each synapse s of a target. Modifies field. */
    void addInto(WeightField field, int target, float[] perSource, float factor);

    /** w ← w + factor · field, for all weights. */
    void addToWeights(WeightField field, float factor);
}
