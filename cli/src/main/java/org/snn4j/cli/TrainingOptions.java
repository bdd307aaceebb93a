package org.snn4j.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.encoding.Encoding;
import org.snn4j.encoding.Window;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.training.Presentation;
import org.snn4j.training.TrainingPlan;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The options that say what to train and how. */
final class TrainingOptions {
    @Option(
            names = "--model",
            paramLabel = "NAME",
            converter = Values.Model.class,
            description = "The network. Default, and so far the only one: ${DEFAULT-VALUE}")
    private String model = DiehlAndCook2015.NAME;

    @Option(
            names = "--neurons",
            paramLabel = "N",
            converter = Values.Count.class,
            description = "How many neurons learn. Default: ${DEFAULT-VALUE}")
    private int neurons = 100;

    @Option(
            names = "--epochs",
            paramLabel = "E",
            converter = Values.Count.class,
            description = "How often all training images are shown. Default: ${DEFAULT-VALUE}")
    private int epochs = 1;

    @Option(
            names = "--train-samples",
            paramLabel = "N",
            converter = Values.Count.class,
            description = "Train on the first N training images. Default: all")
    private Integer trainSamples;

    @Option(
            names = "--assign-samples",
            paramLabel = "N",
            converter = Values.Count.class,
            description = "Give neurons their labels by the last N of the images trained on, or by all if they are"
                    + " fewer. Default: ${DEFAULT-VALUE}")
    private int assignSamples = 10_000;

    @Option(
            names = "--teacher",
            paramLabel = "none",
            converter = Values.Teacher.class,
            description = "What tells the network the labels while it learns. Default, and so far the only one:"
                    + " ${DEFAULT-VALUE}")
    private String teacher = "none";

    @Option(
            names = "--encoder",
            paramLabel = "NAME",
            description = "How pixels become spikes: poisson or poisson-intervals. Default: ${DEFAULT-VALUE}")
    private String encoder = "poisson";

    @Option(
            names = "--intensity",
            paramLabel = "HZ",
            converter = Values.Positive.class,
            description = "The rate of a white pixel. Default: ${DEFAULT-VALUE}")
    private double intensity = 128;

    @Option(
            names = "--time",
            paramLabel = "MS",
            converter = Values.Positive.class,
            description = "For how long an image is shown. Default: ${DEFAULT-VALUE}")
    private double time = 250;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "A whole number that fixes everything. Default: drawn, and shown")
    private Long seed;

    @Option(
            names = "--out",
            paramLabel = "RUN",
            description = "The run folder to make. Default: runs/MODEL-NEURONS-SEED, with a number if that is there")
    private Path out;

    /** What to train, as these and the model's own options say. */
    TrainingPlan plan(ParseResult parsed, int threads) {
        DiehlAndCook2015 network = ModelParameters.apply(DiehlAndCook2015.recommended(neurons), parsed);
        requireSteps(network.dt());
        Presentation presentation = new Presentation(encoding(), time);
        return TrainingPlan.of(network, presentation, seed == null ? drawnSeed() : seed)
                .withEpochs(epochs)
                .withAssignSamples(assignSamples)
                .withThreads(threads);
    }

    /** The images to train on. */
    LabelledImages samples(LabelledImages train) {
        return trainSamples == null ? train : DataSource.first(train, trainSamples, "--train-samples");
    }

    /** The run folder that was asked for, or one that is not there yet. */
    Path folder(TrainingPlan plan) {
        if (out != null) {
            return out;
        }
        String name = plan.model().name() + "-" + plan.model().neurons() + "-" + plan.seed();
        Path folder = Path.of("runs", name);
        for (int number = 2; Files.exists(folder); number++) {
            folder = Path.of("runs", name + "-" + number);
        }
        return folder;
    }

    boolean isSeedDrawn() {
        return seed == null;
    }

    private static long drawnSeed() {
        return new SecureRandom().nextInt(Integer.MAX_VALUE);
    }

    private Encoding encoding() {
        try {
            return Encoding.named(encoder, intensity);
        } catch (IllegalArgumentException e) {
            throw new WrongUse("--encoder is " + encoder + ": " + e.getMessage());
        }
    }

    private void requireSteps(double dt) {
        try {
            new Window(time, dt);
        } catch (IllegalArgumentException e) {
            throw new WrongUse("--time is " + time + " and --dt is " + dt + ": " + e.getMessage());
        }
    }
}
