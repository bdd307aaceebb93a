package org.snn4j.tensor.learning;

import org.snn4j.tensor.translation.Step;

/** A learning rule at work on one connection, with whatever state it has. */
public interface TensorLearner {
    /** Changes weights by this step's spikes; called once in each step of a learning run. */
    void learn(Step now);

    /** Forgets its own state; weights stay. */
    default void reset() {}
}
