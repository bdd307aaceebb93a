package org.snn4j.tensor.learning;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.Variable;
import org.snn4j.tensor.translation.Step;

/** A learning rule at work on one connection, with whatever state it has. */
public interface TensorLearner {
    /** Changes weights by this step's spikes; called once in each step of a learning run. */
    void learn(Step now);

    /** Forgets its own state; weights stay. */
    default void reset() {}

    /** What it keeps for each weight and can be recorded; the arrays, in the layout of the weights, are the live state. */
    default Map<Variable, INDArray> state() {
        return Map.of();
    }
}
