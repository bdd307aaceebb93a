package org.snn4j.tensor.translation;

import org.snn4j.network.Reward;
import org.snn4j.network.Run;

/**
 * Where a simulation stands.
 *
 * @param run the run that goes on
 * @param index the step of the run, from 0
 */
public record Step(Run run, int index) {
    /** Whether weights and thresholds adapt; false in a frozen run. */
    public boolean learning() {
        return run.learning();
    }

    /** What reward-modulated rules learn from. */
    public Reward reward() {
        return run.reward();
    }

    /** The number of a sample of the batch in the whole experiment: the address of its random numbers. */
    public long sample(int inBatch) {
        return run.sample() + inBatch;
    }
}
