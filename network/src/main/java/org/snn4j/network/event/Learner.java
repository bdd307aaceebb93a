package org.snn4j.network.event;

import java.util.Map;
import org.snn4j.network.Variable;

/** A learning rule at work on one connection, with whatever state it has. */
public interface Learner {
    /** Changes weights by this step's spikes; called once in each step of a learning run. */
    void learn(StepClock clock);

    /** Forgets its own state; weights stay. */
    default void reset() {}

    /** What it keeps for each weight and can be recorded, as it is now. */
    default Map<Variable, WeightField> state() {
        return Map.of();
    }
}
