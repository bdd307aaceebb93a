package org.snn4j.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.snn4j.training.TrainingPlan;
import picocli.CommandLine.Option;

/** The options of a single training: its seed and its folder. */
final class RunOptions {
    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Values.Whole.class,
            description = "A whole number that fixes everything [drawn, and shown]")
    private Long seed;

    @Option(
            names = "--out",
            paramLabel = "RUN",
            description = "The run folder to make [runs/MODEL-NEURONS-SEED, with a number if that is there]")
    private Path out;

    /** The seed that was given, or one that is drawn anew at every call. */
    long seed() {
        return seed == null ? TrainingOptions.drawnSeed() : seed;
    }

    boolean isSeedDrawn() {
        return seed == null;
    }

    /** The run folder that was asked for, or one that is not there yet. */
    Path folder(TrainingPlan plan) {
        if (out != null) {
            TrainingOptions.requireNamed(out);
            return out;
        }
        String name = plan.model().name() + "-" + plan.model().neurons() + "-" + plan.seed();
        Path folder = Path.of("runs", name);
        for (int number = 2; Files.exists(folder); number++) {
            folder = Path.of("runs", name + "-" + number);
        }
        return folder;
    }
}
