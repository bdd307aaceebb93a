package org.snn4j.training;

import java.util.Objects;
import org.snn4j.network.SimulationState;

/**
 * Where a {@link LearningPass} stands between two batches.
 *
 * @param shown how many samples have been shown
 * @param simulation the state of the network that learns
 */
public record PassState(long shown, SimulationState simulation) {
    public PassState {
        if (shown < 1) {
            throw new IllegalArgumentException("pass.shown is " + shown + "; it must be at least 1");
        }
        Objects.requireNonNull(simulation, "pass.simulation is missing");
    }
}
