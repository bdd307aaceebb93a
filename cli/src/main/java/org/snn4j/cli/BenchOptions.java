package org.snn4j.cli;

import java.util.Locale;
import org.snn4j.encoding.PoissonIntervals;
import org.snn4j.encoding.Window;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.training.Presentation;
import org.snn4j.training.TrainingPlan;
import picocli.CommandLine.Option;

/** The options that say what to measure. */
final class BenchOptions {
    private static final double INTENSITY = 128;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            defaultValue = DiehlAndCook2015.NAME,
            converter = Values.Model.class,
            description = "The network; so far the only one is [${DEFAULT-VALUE}]")
    private String model;

    @Option(
            names = "--neurons",
            paramLabel = "N",
            defaultValue = "100",
            converter = Values.Count.class,
            description = "How many neurons learn [${DEFAULT-VALUE}]")
    private int neurons;

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "5000",
            converter = Values.Count.class,
            description = "How many images are measured [${DEFAULT-VALUE}]")
    private int samples;

    @Option(
            names = "--warmup",
            paramLabel = "N",
            defaultValue = "1000",
            converter = Values.Count.class,
            description = "How many images are learned from before, while the program gets up to speed"
                    + " [${DEFAULT-VALUE}]")
    private int warmup;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "1",
            converter = Values.Count.class,
            description = "How many images are shown at once [${DEFAULT-VALUE}]")
    private int batch;

    @Option(
            names = "--time",
            paramLabel = "MS",
            defaultValue = "250",
            converter = Values.Positive.class,
            description = "For how long an image is shown [${DEFAULT-VALUE}]")
    private double time;

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Values.Whole.class,
            description = "A whole number that fixes everything but the time it takes [drawn, and shown]")
    private Long seed;

    /** What is trained. */
    TrainingPlan plan(int threads) {
        if (!model.equals(DiehlAndCook2015.NAME)) {
            throw new WrongUse(
                    "--model is " + model + "; bench measures " + DiehlAndCook2015.NAME + " and no other yet.");
        }
        DiehlAndCook2015 published = DiehlAndCook2015.ofNeurons(neurons);
        TrainingOptions.requireNetwork(published);
        requireSteps(published.dt());
        Presentation presentation = new Presentation(new PoissonIntervals(INTENSITY), time);
        return TrainingPlan.of(published, presentation, seed == null ? TrainingOptions.drawnSeed() : seed)
                .withThreads(threads);
    }

    SpeedTrial.Lengths lengths() {
        return new SpeedTrial.Lengths(warmup, samples, batch);
    }

    boolean isSeedDrawn() {
        return seed == null;
    }

    /** What is about to be measured, for a person. */
    String announcement(TrainingPlan plan, String engine) {
        return String.format(
                Locale.ROOT,
                "%s, %,d neurons, %,d images after %,d, batch %,d, engine %s (%s), threads %d, seed %d",
                plan.model().name(),
                neurons,
                samples,
                warmup,
                batch,
                engine,
                VectorUnit.inUse(),
                plan.threads(),
                plan.seed());
    }

    private void requireSteps(double dt) {
        try {
            new Window(time, dt);
        } catch (IllegalArgumentException e) {
            throw new WrongUse("--time is " + time + ": " + e.getMessage());
        }
    }
}
