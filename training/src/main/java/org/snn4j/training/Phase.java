package org.snn4j.training;

import org.snn4j.network.random.AddressedRandom;
import org.snn4j.network.random.Purpose;

/** A part of an experiment. Each has random numbers of its own; the codes are part of what a seed means. */
public enum Phase {
    /** The network learns. */
    TRAIN(0),
    /** Frozen, its neurons' answers to labelled samples give them their classes. */
    ASSIGN(1),
    /** Frozen, it predicts the classes of samples that it has not seen. */
    TEST(2),
    /** Frozen, it predicts a single sample of a user's. */
    PREDICT(3),
    /** Frozen, it drives label neurons, which learn. */
    TEACH(4);

    private final int code;

    Phase(int code) {
        this.code = code;
    }

    /**
     * The seed of this phase of the experiment with the given seed: with it and the number of a sample an encoder gives the
     * very spikes that the sample has in this phase. Samples are counted from 0 in each phase, through all epochs.
     */
    public long seed(long experiment) {
        return AddressedRandom.derive(experiment, Purpose.PHASE, code);
    }
}
