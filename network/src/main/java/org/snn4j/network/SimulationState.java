package org.snn4j.network;

import java.util.Objects;
import java.util.Optional;

/**
 * All state of a simulation between two runs. Another simulation of the same network with the same seed goes on from it with
 * the same bits.
 *
 * @param learned weights and adapted thresholds
 * @param carried everything else; absent after a reset, when it is what a new simulation begins with
 */
public record SimulationState(LearnedState learned, Optional<CarriedState> carried) {
    public SimulationState {
        Objects.requireNonNull(learned, "state.learned is missing");
        Objects.requireNonNull(carried, "state.carried is missing; Optional.empty() means that of a new simulation");
    }
}
