package org.snn4j.training;

import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * How often a checkpoint is written while a network learns.
 *
 * @param samples after so many samples, or not by their number
 * @param time at least this long after the last one
 */
public record CheckpointSchedule(OptionalLong samples, Duration time) {
    /** Every three minutes. */
    public static final CheckpointSchedule USUAL = new CheckpointSchedule(OptionalLong.empty(), Duration.ofMinutes(3));

    public CheckpointSchedule {
        Objects.requireNonNull(samples, "checkpoints.samples is missing; OptionalLong.empty() means none");
        if (samples.isPresent() && samples.getAsLong() < 1) {
            throw new IllegalArgumentException(
                    "checkpoints.samples is " + samples.getAsLong() + "; it must be at least 1");
        }
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("checkpoints.time is " + time + "; it must be above 0");
        }
    }
}
