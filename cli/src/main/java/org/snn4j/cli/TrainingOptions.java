package org.snn4j.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.encoding.Encoding;
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
import org.snn4j.training.recipe.Recipe;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The options that say what to train and how. */
final class TrainingOptions {
    private static final String MODEL = DiehlAndCook2015.NAME;
    private static final int NEURONS = 100;

    @Option(
            names = "--recipe",
            paramLabel = "NAME",
            converter = Values.Recipe.class,
            completionCandidates = Values.RecipeNames.class,
            description = "Settings chosen for a model of some size, one of ${COMPLETION-CANDIDATES}; other options"
                    + " take the place of what it says [none: the defaults below]")
    private Recipe recipe;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            converter = Values.Model.class,
            completionCandidates = Values.ModelNames.class,
            description = "The network, one of ${COMPLETION-CANDIDATES} [" + MODEL + "]")
    private String model;

    @Option(
            names = "--neurons",
            paramLabel = "N",
            converter = Values.Count.class,
            description = "How many neurons learn; where a neuron sees a part of the image, how many of each part ["
                    + NEURONS + "]")
    private Integer neurons;

    @Option(
            names = "--epochs",
            paramLabel = "E",
            converter = Values.Count.class,
            description = "How often all training images are shown [" + TrainingPlan.USUAL_EPOCHS + "]")
    private Integer epochs;

    @Option(
            names = "--train-samples",
            paramLabel = "N",
            converter = Values.Count.class,
            description = "Train on the first N training images [all]")
    private Integer trainSamples;

    @Option(
            names = "--assign-samples",
            paramLabel = "N",
            converter = Values.Count.class,
            description = "Give neurons their labels by the last N of the images trained on, or by all if they are"
                    + " fewer [" + TrainingPlan.USUAL_ASSIGN_SAMPLES + "]")
    private Integer assignSamples;

    @Option(
            names = "--teacher",
            paramLabel = "NAME",
            converter = Values.Teacher.class,
            completionCandidates = Values.TeacherNames.class,
            description = "What tells the network the labels while it learns, one of ${COMPLETION-CANDIDATES};"
                    + " accuracy is always measured without it [" + Teacher.None.NAME + "]")
    private String teacher;

    @Option(
            names = "--encoder",
            paramLabel = "NAME",
            description = "How pixels become spikes: poisson, poisson-intervals or bernoulli [" + Poisson.NAME + "]")
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
            names = "--slant",
            paramLabel = "kept|upright",
            converter = Values.Slant.class,
            description = "Show images as they are, or sheared upright; the model remembers it [kept]")
    private Presentation.Slant slant;

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
            converter = Values.Real.class,
            description = "What learning rates are multiplied by after every --nu-decay-samples [1]")
    private Double nuDecay;

    @Option(
            names = "--nu-decay-samples",
            paramLabel = "N",
            converter = Values.Count.class,
            description = "After how many images learning slows down [" + RateDecay.USUAL_SAMPLES + "]")
    private Integer nuDecaySamples;

    @Option(
            names = "--batch",
            paramLabel = "N",
            converter = Values.Count.class,
            description = "How many images are learned from at once; what that costs: docs/models.md [1]")
    private Integer batch;

    @Option(
            names = "--theta-spread",
            paramLabel = "X",
            converter = Values.Share.class,
            description =
                    "How much of a neuron's distance to the mean theta is left when learning is over, from 0 to 1 [1,"
                            + " large upright recipes 0.5]")
    private Double thetaSpread;

    /** What to train, as the recipe, these and the model's own options say. */
    TrainingPlan plan(ParseResult parsed, long seed, int threads) {
        TrainingPlan base = base().plan(seed);
        PrebuiltModel network = ModelParameters.apply(base.model(), parsed);
        requireNetwork(network);
        return TrainingPlan.of(network, presentation(base.presentation(), network.dt()), seed)
                .withEpochs(epochs == null ? base.epochs() : epochs)
                .withAssignSamples(assignSamples == null ? base.assignSamples() : assignSamples)
                .withThreads(threads)
                .withTeacher(
                        teacher == null
                                ? TeacherParameters.apply(base.teacher(), parsed)
                                : TeacherParameters.named(teacher, parsed))
                .withRateDecay(rateDecay(base.rateDecay()))
                .withBatch(batch == null ? base.batch() : batch)
                .withThetaSpread(thetaSpread == null ? base.thetaSpread() : thetaSpread);
    }

    /** What the options change: the recipe that was asked for, or what is recommended for the model. */
    Recipe base() {
        return recipe == null ? recommended() : resized();
    }

    private Recipe recommended() {
        String name = model == null ? MODEL : model;
        int size = neurons == null ? NEURONS : neurons;
        try {
            return Recipe.of(name + "-" + size, Catalogue.recommended(name, size));
        } catch (IllegalArgumentException e) {
            throw new WrongUse("--neurons is " + size + ": " + e.getMessage());
        }
    }

    /** The recipe for another number of neurons, if one is given. */
    private Recipe resized() {
        PrebuiltModel its = recipe.plan().model();
        if (model != null && !model.equals(its.name())) {
            throw new WrongUse("--model is " + model + ", but --recipe " + recipe.name() + " trains " + its.name()
                    + "; one of the two would be right.");
        }
        return neurons == null ? recipe : recipe.with(plan -> plan.withModel(ModelParameters.resized(its, neurons)));
    }

    private RateDecay rateDecay(RateDecay base) {
        try {
            return new RateDecay(
                    nuDecay == null ? base.factor() : nuDecay,
                    nuDecaySamples == null ? base.samples() : nuDecaySamples);
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

    static void requireNamed(Path folder) {
        if (folder.toString().isEmpty()) {
            throw new WrongUse("--out is empty; the path of a new folder would be right.");
        }
    }

    static long drawnSeed() {
        return new SecureRandom().nextInt(Integer.MAX_VALUE);
    }

    /** As in the recipe, but for what was asked for. */
    private Presentation presentation(Presentation base, double dt) {
        double shown = time == null ? base.time() : time;
        window(shown, dt);
        return base.withEncoding(encoding(base.encoding(), dt))
                .withTime(shown)
                .withRepetition(repetition(base))
                .withSlant(slant == null ? base.slant() : slant);
    }

    private Encoding encoding(Encoding base, double dt) {
        if (encoder == null && intensity == null) {
            return base;
        }
        double rate = intensity == null ? ((Poisson) base).intensity() : intensity;
        return new Encoders(dt, rate).ofRates(encoder == null ? base.name() : encoder);
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
