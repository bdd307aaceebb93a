package org.snn4j.network.event;

import org.snn4j.network.Reward;
import org.snn4j.network.Run;

/** Where a run stands: which step, which samples, and whether anything adapts. The engine moves it on. */
public final class StepClock {
    private int step;
    private boolean learning;
    private long firstSample;
    private Reward reward = Reward.NONE;

    void begin(Run run) {
        firstSample = run.sample();
        learning = run.learning();
        reward = run.reward();
        step = -1;
    }

    void tick() {
        step++;
    }

    /** The step of the run, from 0. */
    public int step() {
        return step;
    }

    /** Whether weights and thresholds adapt; false in a frozen run. */
    public boolean learning() {
        return learning;
    }

    /** What reward-modulated rules learn from in this run. */
    public Reward reward() {
        return reward;
    }

    /** The number of a sample of the batch in the whole experiment: the address of its random numbers. */
    public long sample(int inBatch) {
        return firstSample + inBatch;
    }
}
