package org.snn4j.network.event;

import java.util.Comparator;
import java.util.Map;
import org.snn4j.network.Variable;

/** A learning rule at work on one connection, with whatever state it has. */
public interface Learner {
    /** Changes weights by this step's spikes; called once in each step of a learning run. */
    void learn(StepClock clock);

    /** Forgets its own state; weights stay. */
    default void reset() {}

    /**
     * Hands over what it carries from run to run, see {@link StateTransfer}: unless it says otherwise, what it keeps for each
     * weight. A rule that carries anything else hands it over here, or training with rests between samples cannot be resumed.
     */
    default void carry(StateTransfer transfer) {
        state().entrySet().stream()
                .sorted(Comparator.comparing(field -> field.getKey().name()))
                .forEach(field -> field.getValue().carry(transfer));
    }

    /** What it keeps for each weight and can be recorded, as it is now. */
    default Map<Variable, WeightField> state() {
        return Map.of();
    }
}
