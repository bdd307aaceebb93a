package org.snn4j.tensor.learning;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.tensor.array.Program;

/** The synapses of a connection, whatever its topology, as learning rules change them. */
public interface Synapses {
    /** The live weights, in a layout of the connection's own. */
    INDArray weights();

    /** Zeros in the layout of the weights, for a rule's own use. */
    INDArray zeros();

    /** Products of a value before each synapse and one after it, both [batch, neurons] and live. */
    Pairs pairs(INDArray before, INDArray after);

    /** Products of a value before each synapse and one after it. */
    @FunctionalInterface
    interface Pairs {
        /**
         * field ← field + factor · Σ before · after, over the batch and over the synapses that share a weight.
         *
         * @param field the weights, or one of {@link Synapses#zeros}; modified when the program runs
         */
        Program addTo(INDArray field, double factor);
    }
}
