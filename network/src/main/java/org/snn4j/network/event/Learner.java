package org.snn4j.network.event;

/** A learning rule at work on one connection, with whatever state it has. */
public interface Learner {
    /** Changes weights by this step's spikes; called once in each step of a learning run. */
    void learn(StepClock clock);

    /** Forgets its own state; weights stay. */
    default void reset() {}
}
