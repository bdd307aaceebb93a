package org.snn4j.tensor.connection;

import org.snn4j.tensor.translation.Step;

/** The state of one connection in the tensor engine. */
public interface TensorProjection {
    /** Adds what the source's spikes bring to the input of the target. */
    void deliver();

    /** Learns from this step's spikes; called in learning runs only. */
    default void learn(Step now) {}

    /** Called once at the end of each run, learning or not. */
    default void normalize() {}

    /** Returns everything but weights to its initial value. */
    default void reset() {}
}
