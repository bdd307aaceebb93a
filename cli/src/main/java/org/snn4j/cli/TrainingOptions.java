package org.snn4j.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.encoding.Poisson;
import org.snn4j.encoding.Window;
import org.snn4j.models.Catalogue;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.models.PrebuiltModel;
import org.snn4j.training.Presentation;
import org.snn4j.training.RateDecay;
import org.snn4j.training.Repetition;
import org.snn4j.training.Teacher;
import org.snn4j.training.TrainingPlan;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The options that say what to train and how. */
final class TrainingOptions {
    @Option(
            names = "--model",
            paramLabel = "NAME",
            defaultValue = DiehlAndCook2015.NAME,
            converter = Values.Model.class,
            completionCandidates = Values.ModelNames.class,
            description = "The network, one of ${COMPLETION-CANDIDATES} [${DEFAULT-VALUE}]")
    private String model;

    @Option(
            names = "--neurons",
            paramLabel = "N",
            defaultValue = "100",
            converter = Values.Count.class,
            description = "How many neurons learn; where a neuron sees a part of the image, how many of each part"
                    + " [${DEFAULT-VALUE}]")
    private int neurons;

    @Option(
            names = "--epochs",
            paramLabel = "E",
            defaultValue = "1",
            converter = Values.Count.class,
            description = "How often all training images are shown [${DEFAULT-VALUE}]")
    private int epochs;

    @Option(
            names = "--train-samples",
            paramLabel = "N",
            converter = Values.Count.class,
            description = "Train on the first N training images [all]")
    private Integer trainSamples;

    @Option(
            names = "--assign-samples",
            paramLabel = "N",
            defaultValue = "10000",
            converter = Values.Count.class,
            description = "Give neurons their labels by the last N of the images trained on, or by all if they are"
                    + " fewer [${DEFAULT-VALUE}]")
    private int assignSamples;

    @Option(
            names = "--teacher",
            paramLabel = "NAME",
            defaultValue = Teacher.None.NAME,
            converter = Values.Teacher.class,
            completionCandidates = Values.TeacherNames.class,
            description = "What tells the network the labels while it learns, one of ${COMPLETION-CANDIDATES};"
                    + " accuracy is always measured without it [${DEFAULT-VALUE}]")
    private String teacher;

    @Option(
            names = "--encoder",
            paramLabel = "NAME",
            defaultValue = "poisson",
            description = "How pixels become spikes: poisson, poisson-intervals or bernoulli [${DEFAULT-VALUE}]")
    private String encoder;

    @Option(
            names = "--intensity",
            paramLabel = "HZ",
            converter = Values.Positive.class,
            description = "The rate of a white pixel [128, diehl-cook-original 63.75]")
    private Double intensity;

    @Option(
            names = "--time",
            paramLabel = "MS",
            converter = Values.Positive.class,
            description = "For how long an image is shown [250, diehl-cook-original 350]")
    private Double time;

    @Option(
            names = "--min-spikes",
            paramLabel = "N",
            converter = Values.FromZero.class,
            description = "Show an image again, with more input, if fewer spikes answer it; 0 for never"
                    + " [as the model has it]")
    private Integer minSpikes;

    @Option(
            names = "--nu-decay",
            paramLabel = "X",
            defaultValue = "1",
            converter = Values.Real.class,
            description = "What learning rates are multiplied by after every --nu-decay-samples [${DEFAULT-VALUE}]")
    private double nuDecay;

    @Option(
            names = "--nu-decay-samples",
            paramLabel = "N",
            defaultValue = "250",
            converter = Values.Count.class,
            description = "After how many images learning slows down [${DEFAULT-VALUE}]")
    private int nuDecaySamples;

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

    /** What to train, as these and the model's own options say. */
    TrainingPlan plan(ParseResult parsed, int threads) {
        PrebuiltModel network = ModelParameters.apply(recommended(), parsed);
        requireNetwork(network);
        return TrainingPlan.of(network, presentation(network), seed == null ? drawnSeed() : seed)
                .withEpochs(epochs)
                .withAssignSamples(assignSamples)
                .withThreads(threads)
                .withTeacher(TeacherParameters.named(teacher, parsed))
                .withRateDecay(rateDecay());
    }

    private RateDecay rateDecay() {
        try {
            return new RateDecay(nuDecay, nuDecaySamples);
        } catch (IllegalArgumentException e) {
            throw new WrongUse("--nu-decay: " + e.getMessage());
        }
    }

    private Optional<Repetition> repetition(Presentation recommended) {
        if (minSpikes == null) {
            return recommended.repetition();
        }
        Repetition usual = recommended.repetition().orElse(Repetition.usual());
        return minSpikes == 0 ? Optional.empty() : Optional.of(new Repetition(minSpikes, usual.louder(), usual.most()));
    }

    /** The images to train on. */
    LabelledImages samples(LabelledImages train) {
        return trainSamples == null ? train : DataSource.first(train, trainSamples, "--train-samples");
    }

    /** The run folder that was asked for, or one that is not there yet. */
    Path folder(TrainingPlan plan) {
        if (out != null) {
            requireNamed(out);
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

    static void requireNamed(Path folder) {
        if (folder.toString().isEmpty()) {
            throw new WrongUse("--out is empty; the path of a new folder would be right.");
        }
    }

    static long drawnSeed() {
        return new SecureRandom().nextInt(Integer.MAX_VALUE);
    }

    /** As recommended for the model, but for what was asked for. */
    private Presentation presentation(PrebuiltModel network) {
        Presentation recommended = Presentation.recommended(network);
        double shown = time == null ? recommended.time() : time;
        window(shown, network.dt());
        double rate = intensity == null ? recommendedRate(recommended) : intensity;
        return recommended
                .withEncoding(new Encoders(network.dt(), rate).ofRates(encoder))
                .withTime(shown)
                .withRepetition(repetition(recommended));
    }

    private static double recommendedRate(Presentation recommended) {
        return ((Poisson) recommended.encoding()).intensity();
    }

    private PrebuiltModel recommended() {
        try {
            return Catalogue.recommended(model, neurons);
        } catch (IllegalArgumentException e) {
            throw new WrongUse("--neurons is " + neurons + ": " + e.getMessage());
        }
    }

    static void requireNetwork(PrebuiltModel network) {
        try {
            network.network();
        } catch (IllegalArgumentException e) {
            throw new WrongUse("--neurons is " + network.neurons() + ": " + e.getMessage());
        }
    }

    /** In which steps an image is shown. */
    static Window window(double time, double dt) {
        try {
            return new Window(time, dt);
        } catch (IllegalArgumentException e) {
            throw new WrongUse("--time is " + time + " and --dt is " + dt + ": " + e.getMessage());
        }
    }
}
