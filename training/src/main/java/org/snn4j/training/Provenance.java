package org.snn4j.training;

import java.util.List;
import org.snn4j.datasets.images.LabelledImages;

/**
 * Where a trained model comes from: enough to train it again.
 *
 * @param model the name of the prebuilt network
 * @param data what it was trained on
 * @param dataSha256 the hash of those images and labels
 * @param samples how many they are
 * @param epochs how often they were shown
 * @param assignSamples how many of the last ones gave the neurons their classes
 * @param seed the seed of the experiment
 * @param teacher the name of what told the network the labels
 * @param classNames what its classes are called, in the order of their numbers; empty if nobody named them
 */
public record Provenance(
        String model,
        String data,
        String dataSha256,
        int samples,
        int epochs,
        int assignSamples,
        long seed,
        String teacher,
        List<String> classNames) {
    public Provenance {
        classNames = List.copyOf(classNames);
    }

    /** Of a model that learned without a teacher classes that nobody named. */
    public Provenance(
            String model, String data, String dataSha256, int samples, int epochs, int assignSamples, long seed) {
        this(model, data, dataSha256, samples, epochs, assignSamples, seed, Teacher.None.NAME, List.of());
    }

    /** Of what a plan makes of the images. */
    static Provenance of(TrainingPlan plan, LabelledImages images, int assignSamples) {
        return new Provenance(
                plan.model().name(),
                images.name(),
                images.sha256(),
                images.size(),
                plan.epochs(),
                assignSamples,
                plan.seed(),
                plan.teacher().name(),
                images.classNames());
    }
}
