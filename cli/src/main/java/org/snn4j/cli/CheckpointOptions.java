package org.snn4j.cli;

import java.time.Duration;
import java.util.OptionalLong;
import org.snn4j.training.CheckpointSchedule;
import picocli.CommandLine.Option;

/** The options that say how often a checkpoint is written. */
final class CheckpointOptions {
    private static final double MILLIS_PER_MINUTE = 60_000;

    @Option(
            names = "--checkpoint-every",
            paramLabel = "N",
            converter = Values.Count.class,
            description = "Write a checkpoint after every N images [only by the clock]")
    private Integer samples;

    @Option(
            names = "--checkpoint-minutes",
            paramLabel = "X",
            converter = Values.Positive.class,
            description =
                    "Write a checkpoint when the last one is X minutes old, and writing takes less than a hundredth of"
                            + " the time; one more is written when learning is over [3]")
    private Double minutes;

    CheckpointSchedule schedule() {
        return new CheckpointSchedule(
                samples == null ? OptionalLong.empty() : OptionalLong.of(samples),
                minutes == null
                        ? CheckpointSchedule.USUAL.time()
                        : Duration.ofMillis((long) Math.ceil(minutes * MILLIS_PER_MINUTE)));
    }
}
