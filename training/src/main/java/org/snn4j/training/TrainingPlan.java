package org.snn4j.training;

import java.util.Objects;
import java.util.function.Consumer;
import org.snn4j.models.PrebuiltModel;

/**
 * What to train and how, apart from the data.
 *
 * @param model the network
 * @param presentation how samples are shown
 * @param epochs how often all training samples are shown, in their order
 * @param assignSamples how many of the last training samples give the neurons their classes
 * @param onlineBlock after how many samples the running accuracy's assignment is made anew
 * @param seed fixes everything that is drawn
 * @param threads how many threads work: learning takes one, and another if it may to encode ahead; frozen passes take
 *     all. The result does not depend on it
 * @param teacher what tells the network the labels
 * @param rateDecay how learning slows down
 * @param batch how many samples are shown, and learned from, at once. Their changes add up, and theta decays that many
 *     times faster, so that it has as much time for each sample as when they come one by one
 * @param thetaSpread how much of each readout neuron's distance to the mean theta is left when learning is over, from 0 to
 *     1. A neuron with a higher theta than others answers less, whatever the image; while it learns that keeps it from winning for ever
 */
public record TrainingPlan(
        PrebuiltModel model,
        Presentation presentation,
        int epochs,
        int assignSamples,
        int onlineBlock,
        long seed,
        int threads,
        Teacher teacher,
        RateDecay rateDecay,
        int batch,
        double thetaSpread) {
    /** How often {@link #of} shows all samples. */
    public static final int USUAL_EPOCHS = 1;
    /** How many samples give the neurons their classes by {@link #of}, at most. */
    public static final int USUAL_ASSIGN_SAMPLES = 10_000;

    /** A tenth of what one epoch of MNIST has is enough to label most neurons, and often enough to watch. */
    private static final int DEFAULT_BLOCK = 2_000;

    public TrainingPlan {
        Objects.requireNonNull(model, "plan.model is missing");
        Objects.requireNonNull(presentation, "plan.presentation is missing");
        requirePositive("epochs", epochs);
        requirePositive("assignSamples", assignSamples);
        requirePositive("onlineBlock", onlineBlock);
        requirePositive("threads", threads);
        Objects.requireNonNull(teacher, "plan.teacher is missing; Teacher.NONE means none");
        Objects.requireNonNull(rateDecay, "plan.rateDecay is missing; RateDecay.NONE means none");
        requirePositive("batch", batch);
        if (!(thetaSpread >= 0 && thetaSpread <= 1)) {
            throw new IllegalArgumentException("plan.thetaSpread is " + thetaSpread + "; it must be from 0 to 1");
        }
    }

    /** Without a teacher, at rates that stay, one sample after another; theta stays as it was learned. */
    public TrainingPlan(
            PrebuiltModel model,
            Presentation presentation,
            int epochs,
            int assignSamples,
            int onlineBlock,
            long seed,
            int threads) {
        this(
                model,
                presentation,
                epochs,
                assignSamples,
                onlineBlock,
                seed,
                threads,
                Teacher.NONE,
                RateDecay.NONE,
                1,
                1);
    }

    /** One epoch; classes are assigned on the samples that were learned from, 10,000 at most, on one thread. */
    public static TrainingPlan of(PrebuiltModel model, Presentation presentation, long seed) {
        return new TrainingPlan(model, presentation, USUAL_EPOCHS, USUAL_ASSIGN_SAMPLES, DEFAULT_BLOCK, seed, 1);
    }

    public TrainingPlan withModel(PrebuiltModel network) {
        return with(draft -> draft.model = network);
    }

    public TrainingPlan withPresentation(Presentation how) {
        return with(draft -> draft.presentation = how);
    }

    public TrainingPlan withEpochs(int count) {
        return with(draft -> draft.epochs = count);
    }

    public TrainingPlan withAssignSamples(int count) {
        return with(draft -> draft.assignSamples = count);
    }

    public TrainingPlan withOnlineBlock(int samples) {
        return with(draft -> draft.onlineBlock = samples);
    }

    public TrainingPlan withSeed(long other) {
        return with(draft -> draft.seed = other);
    }

    public TrainingPlan withThreads(int count) {
        return with(draft -> draft.threads = count);
    }

    public TrainingPlan withTeacher(Teacher who) {
        return with(draft -> draft.teacher = who);
    }

    public TrainingPlan withRateDecay(RateDecay decay) {
        return with(draft -> draft.rateDecay = decay);
    }

    public TrainingPlan withBatch(int samples) {
        return with(draft -> draft.batch = samples);
    }

    public TrainingPlan withThetaSpread(double spread) {
        return with(draft -> draft.thetaSpread = spread);
    }

    private TrainingPlan with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.plan();
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("plan." + name + " is " + value + "; it must be at least 1");
        }
    }

    /** A plan whose parts can be changed before it is made. */
    private static final class Draft {
        private PrebuiltModel model;
        private Presentation presentation;
        private int epochs;
        private int assignSamples;
        private int onlineBlock;
        private long seed;
        private int threads;
        private Teacher teacher;
        private RateDecay rateDecay;
        private int batch;
        private double thetaSpread;

        Draft(TrainingPlan plan) {
            model = plan.model;
            presentation = plan.presentation;
            epochs = plan.epochs;
            assignSamples = plan.assignSamples;
            onlineBlock = plan.onlineBlock;
            seed = plan.seed;
            threads = plan.threads;
            teacher = plan.teacher;
            rateDecay = plan.rateDecay;
            batch = plan.batch;
            thetaSpread = plan.thetaSpread;
        }

        TrainingPlan plan() {
            return new TrainingPlan(
                    model,
                    presentation,
                    epochs,
                    assignSamples,
                    onlineBlock,
                    seed,
                    threads,
                    teacher,
                    rateDecay,
                    batch,
                    thetaSpread);
        }
    }
}
