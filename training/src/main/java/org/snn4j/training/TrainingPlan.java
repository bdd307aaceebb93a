package org.snn4j.training;

import java.util.Objects;
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
        return new TrainingPlan(
                network,
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

    public TrainingPlan withPresentation(Presentation how) {
        return new TrainingPlan(
                model, how, epochs, assignSamples, onlineBlock, seed, threads, teacher, rateDecay, batch, thetaSpread);
    }

    public TrainingPlan withEpochs(int count) {
        return new TrainingPlan(
                model,
                presentation,
                count,
                assignSamples,
                onlineBlock,
                seed,
                threads,
                teacher,
                rateDecay,
                batch,
                thetaSpread);
    }

    public TrainingPlan withAssignSamples(int count) {
        return new TrainingPlan(
                model, presentation, epochs, count, onlineBlock, seed, threads, teacher, rateDecay, batch, thetaSpread);
    }

    public TrainingPlan withOnlineBlock(int samples) {
        return new TrainingPlan(
                model,
                presentation,
                epochs,
                assignSamples,
                samples,
                seed,
                threads,
                teacher,
                rateDecay,
                batch,
                thetaSpread);
    }

    public TrainingPlan withSeed(long other) {
        return new TrainingPlan(
                model,
                presentation,
                epochs,
                assignSamples,
                onlineBlock,
                other,
                threads,
                teacher,
                rateDecay,
                batch,
                thetaSpread);
    }

    public TrainingPlan withThreads(int count) {
        return new TrainingPlan(
                model,
                presentation,
                epochs,
                assignSamples,
                onlineBlock,
                seed,
                count,
                teacher,
                rateDecay,
                batch,
                thetaSpread);
    }

    public TrainingPlan withTeacher(Teacher who) {
        return new TrainingPlan(
                model,
                presentation,
                epochs,
                assignSamples,
                onlineBlock,
                seed,
                threads,
                who,
                rateDecay,
                batch,
                thetaSpread);
    }

    public TrainingPlan withRateDecay(RateDecay decay) {
        return new TrainingPlan(
                model,
                presentation,
                epochs,
                assignSamples,
                onlineBlock,
                seed,
                threads,
                teacher,
                decay,
                batch,
                thetaSpread);
    }

    public TrainingPlan withBatch(int samples) {
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
                samples,
                thetaSpread);
    }

    public TrainingPlan withThetaSpread(double spread) {
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
                spread);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("plan." + name + " is " + value + "; it must be at least 1");
        }
    }
}
