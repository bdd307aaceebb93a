package org.snn4j.network.event;

import org.snn4j.network.Run;

/** The state of one connection in the event engine. */
interface Projection {
    /** Called once at the beginning of each run, when the layers know what will reach them from outside. */
    default void begin() {}

    /** Says which run comes after the one that is about to begin. */
    default void announce(Run next) {}

    /** Gives back what it holds besides memory. */
    default void close() {}

    /** Adds what the spikes of the last step bring to the input of the target. */
    void deliver();

    /** Learns from this step's spikes; called in learning runs only. */
    default void learn(StepClock clock) {}

    /** Called once at the end of each run, learning or not. */
    default void normalize() {}

    /** Hands over what it carries from run to run beside weights. */
    default void carry(StateTransfer state) {}

    /** Returns everything but weights to its initial value. */
    default void reset() {}
}
