package org.snn4j.training;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.evaluation.Accuracy;
import org.snn4j.evaluation.ConfusionMatrix;
import org.snn4j.evaluation.Vote;
import org.snn4j.network.array.Shape;

/**
 * How well a model predicts samples that it has not learned from.
 *
 * @param votes for each vote, how often which class was predicted as which
 */
public record TestResult(Map<Vote, ConfusionMatrix> votes) {
    public TestResult {
        votes = Collections.unmodifiableMap(new EnumMap<>(votes));
    }

    /**
     * Shows every image once to the frozen network.
     *
     * @param threads on how many threads; the result does not depend on it
     * @throws IllegalArgumentException if the images have another size or other classes than the model
     */
    public static TestResult of(TrainedModel model, LabelledImages images, int threads, Progress.Listener listener) {
        if (!Shape.of(images.height(), images.width()).equals(model.image())
                || images.classes() != model.assignment().classes()) {
            throw new IllegalArgumentException(images.name() + " has " + images.classes() + " classes of images of "
                    + images.height() + " x " + images.width() + " pixels, but the model was made for "
                    + model.assignment().classes() + " classes of " + model.image());
        }
        Map<Vote, ConfusionMatrix.Builder> total = builders(images.classes());
        for (Votes votes : new FrozenPass(images, Phase.TEST, listener)
                .run(
                        threads,
                        () -> new FrozenNetwork(model, Phase.TEST),
                        () -> new Votes(model, builders(images.classes())))) {
            votes.matrices().forEach((vote, matrix) -> total.get(vote).merge(matrix));
        }
        Map<Vote, ConfusionMatrix> matrices = new EnumMap<>(Vote.class);
        total.forEach((vote, matrix) -> matrices.put(vote, matrix.build()));
        return new TestResult(matrices);
    }

    public ConfusionMatrix confusion(Vote vote) {
        return votes.get(vote);
    }

    public Accuracy accuracy(Vote vote) {
        return confusion(vote).accuracy();
    }

    /** Samples to which no neuron with a class fired; the same for every vote, and wrong for every vote. */
    public long abstentions() {
        return confusion(Vote.ALL_ACTIVITY).abstentions();
    }

    private static Map<Vote, ConfusionMatrix.Builder> builders(int classes) {
        Map<Vote, ConfusionMatrix.Builder> builders = new EnumMap<>(Vote.class);
        for (Vote vote : Vote.values()) {
            builders.put(vote, ConfusionMatrix.builder(classes));
        }
        return builders;
    }

    private record Votes(TrainedModel model, Map<Vote, ConfusionMatrix.Builder> matrices)
            implements FrozenPass.Gatherer {
        @Override
        public void add(int[] counts, int label) {
            matrices.forEach((vote, matrix) -> matrix.add(label, vote.predict(model.assignment(), counts)));
        }
    }
}
