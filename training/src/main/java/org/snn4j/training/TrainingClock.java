package org.snn4j.training;

import java.util.function.LongSupplier;

/**
 * How long a training has taken.
 *
 * @param nanos any clock that only goes forward, ns
 * @param began when this program began to train, on that clock
 * @param secondsBefore what the programs before took that trained up to a checkpoint
 */
public record TrainingClock(LongSupplier nanos, long began, double secondsBefore) {
    private static final double NANOS_PER_SECOND = 1e9;

    /** Of a training that begins now, or goes on after so many seconds. */
    public static TrainingClock startedAfter(double secondsBefore, LongSupplier nanos) {
        return new TrainingClock(nanos, nanos.getAsLong(), secondsBefore);
    }

    long now() {
        return nanos.getAsLong();
    }

    double seconds() {
        return secondsBefore + (now() - began) / NANOS_PER_SECOND;
    }
}
