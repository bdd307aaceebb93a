package org.snn4j.training;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.evaluation.Accuracy;
import org.snn4j.evaluation.ConfusionMatrix;
import org.snn4j.evaluation.LabelAssignment;
import org.snn4j.evaluation.PlaceVote;
import org.snn4j.evaluation.Vote;
import org.snn4j.network.array.Shape;

/**
 * How well a model predicts samples that it has not learned from.
 *
 * @param votes for each vote, how often which class was predicted as which
 * @param placeVote the same by a vote over places, where the neurons that are read out stand at several
 * @param worst the mistakes of confidence weighting in which the wrong class led most, the worst first
 */
public record TestResult(Map<Vote, ConfusionMatrix> votes, Optional<ConfusionMatrix> placeVote, List<Mistake> worst) {
    private static final int MOST_MISTAKES = 12;

    public TestResult {
        votes = Collections.unmodifiableMap(new EnumMap<>(votes));
        Objects.requireNonNull(placeVote, "result.placeVote is missing; Optional.empty() means none");
        worst = List.copyOf(worst);
    }

    /** Without a vote over places, and without mistakes to look at. */
    public TestResult(Map<Vote, ConfusionMatrix> votes) {
        this(votes, Optional.empty(), List.of());
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
        RunningAccuracy soFar = new RunningAccuracy();
        Supplier<Votes> votes = () -> new Votes(model, images, soFar);
        Votes total = votes.get();
        new FrozenPass(images, Phase.TEST, listener, soFar::point)
                .run(threads, () -> new FrozenNetwork(model, Phase.TEST), votes)
                .forEach(total::merge);
        return total.result();
    }

    public ConfusionMatrix confusion(Vote vote) {
        return votes.get(vote);
    }

    public Accuracy accuracy(Vote vote) {
        return confusion(vote).accuracy();
    }

    /** Of every vote, as a share. */
    public Map<Vote, Double> accuracies() {
        Map<Vote, Double> accuracies = new EnumMap<>(Vote.class);
        votes.forEach((vote, matrix) -> accuracies.put(vote, matrix.accuracy().value()));
        return accuracies;
    }

    /** Samples to which no neuron with a class fired; the same for every vote, and wrong for every vote. */
    public long abstentions() {
        return confusion(Vote.ALL_ACTIVITY).abstentions();
    }

    /** Counts predictions by every vote. */
    private static final class Votes implements FrozenPass.Gatherer {
        private final LabelAssignment assignment;
        private final PlaceVote placeVote;
        private final Map<Vote, ConfusionMatrix.Builder> matrices = new EnumMap<>(Vote.class);
        private final ConfusionMatrix.Builder byPlaces;
        private final WorstMistakes worst;
        private final RunningAccuracy soFar;

        Votes(TrainedModel model, LabelledImages images, RunningAccuracy soFar) {
            int classes = images.classes();
            this.worst = new WorstMistakes(Vote.CONFIDENCE_WEIGHTING, MOST_MISTAKES, images);
            this.soFar = soFar;
            assignment = model.assignment();
            placeVote = new PlaceVote(model.places());
            byPlaces = ConfusionMatrix.builder(classes);
            for (Vote vote : Vote.values()) {
                matrices.put(vote, ConfusionMatrix.builder(classes));
            }
        }

        @Override
        public void add(int sample, int[] counts, int label) {
            Map<Vote, Integer> predicted = new EnumMap<>(Vote.class);
            for (Vote vote : Vote.values()) {
                predicted.put(vote, vote.predict(assignment, counts));
            }
            predicted.forEach((vote, prediction) -> matrices.get(vote).add(label, prediction));
            soFar.add(label, predicted);
            worst.add(sample, assignment, counts);
            if (placeVote.places() > 1) {
                byPlaces.add(label, placeVote.predict(assignment, counts));
            }
        }

        void merge(Votes others) {
            matrices.forEach((vote, matrix) -> matrix.merge(others.matrices.get(vote)));
            byPlaces.merge(others.byPlaces);
            worst.merge(others.worst);
        }

        TestResult result() {
            Map<Vote, ConfusionMatrix> built = new EnumMap<>(Vote.class);
            matrices.forEach((vote, matrix) -> built.put(vote, matrix.build()));
            return new TestResult(
                    built, placeVote.places() > 1 ? Optional.of(byPlaces.build()) : Optional.empty(), worst.list());
        }
    }
}
