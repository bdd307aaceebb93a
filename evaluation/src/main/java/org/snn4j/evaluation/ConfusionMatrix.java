package org.snn4j.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How often samples of each class were predicted as each: rows are the true classes, columns the predicted ones.
 * Abstentions stand beside it and count as wrong. Immutable.
 */
public final class ConfusionMatrix {
    /** So many have as many pairs as one array holds. */
    private static final int MOST_CLASSES = 46_340;

    private final int classes;
    /** [classes, classes + 1]; the last column holds the abstentions. */
    private final long[] counts;

    private ConfusionMatrix(int classes, long[] counts) {
        this.classes = classes;
        this.counts = counts;
    }

    public static Builder builder(int classes) {
        return new Builder(classes);
    }

    /** Counts predictions. Not for use by several threads: give each its own and merge them. */
    public static final class Builder {
        private final int classes;
        private final long[] counts;

        private Builder(int classes) {
            if (classes < 1 || classes > MOST_CLASSES) {
                throw new IllegalArgumentException(
                        "there are " + classes + " classes; there must be at least 1 and at most " + MOST_CLASSES);
            }
            this.classes = classes;
            this.counts = new long[classes * (classes + 1)];
        }

        /**
         * Counts one sample.
         *
         * @param label its class
         * @param predicted the class predicted, or {@link Vote#ABSTENTION}
         */
        public Builder add(int label, int predicted) {
            return add(label, predicted, 1);
        }

        /** Counts so many samples of one kind. */
        public Builder add(int label, int predicted, long samples) {
            Labels.require(label, classes);
            if (samples < 0) {
                throw new IllegalArgumentException(samples + " samples cannot be counted; it must be 0 or more");
            }
            if (predicted != Vote.ABSTENTION) {
                Labels.require(predicted, classes);
            }
            counts[label * (classes + 1) + (predicted == Vote.ABSTENTION ? classes : predicted)] += samples;
            return this;
        }

        /** Adds all that {@code other} has counted; {@code other} is not modified. */
        public Builder merge(Builder other) {
            if (other.classes != classes) {
                throw new IllegalArgumentException(
                        "a confusion of " + other.classes + " classes cannot be merged into one of " + classes);
            }
            Arrays.setAll(counts, i -> counts[i] + other.counts[i]);
            return this;
        }

        public ConfusionMatrix build() {
            return new ConfusionMatrix(classes, counts.clone());
        }
    }

    public int classes() {
        return classes;
    }

    /** The number of samples of class {@code label} that were predicted as class {@code predicted}. */
    public long count(int label, int predicted) {
        Labels.require(label, classes);
        Labels.require(predicted, classes);
        return counts[label * (classes + 1) + predicted];
    }

    /** The number of samples of class {@code label} for which no class was predicted. */
    public long abstentions(int label) {
        Labels.require(label, classes);
        return counts[label * (classes + 1) + classes];
    }

    public long abstentions() {
        long sum = 0;
        for (int label = 0; label < classes; label++) {
            sum += abstentions(label);
        }
        return sum;
    }

    /** The number of samples, abstentions included. */
    public long total() {
        return Arrays.stream(counts).sum();
    }

    /** The number of samples whose own class was predicted. */
    public long correct() {
        long sum = 0;
        for (int label = 0; label < classes; label++) {
            sum += count(label, label);
        }
        return sum;
    }

    public Accuracy accuracy() {
        return new Accuracy(correct(), total());
    }

    /** The number of samples of class {@code label}, abstentions included. */
    public long samplesOf(int label) {
        long sum = abstentions(label);
        for (int predicted = 0; predicted < classes; predicted++) {
            sum += count(label, predicted);
        }
        return sum;
    }

    /** The number of samples that were predicted as class {@code predicted}. */
    public long predictionsOf(int predicted) {
        long sum = 0;
        for (int label = 0; label < classes; label++) {
            sum += count(label, predicted);
        }
        return sum;
    }

    /** Of the samples predicted as {@code label}, the share that is; empty if there are none. */
    public OptionalDouble precision(int label) {
        return share(count(label, label), predictionsOf(label));
    }

    /** Of the samples of class {@code label}, the share predicted as such; empty if there are none. */
    public OptionalDouble recall(int label) {
        return share(count(label, label), samplesOf(label));
    }

    /**
     * The harmonic mean of precision and recall, 2 right / (predicted + true); 0 if only one of them is defined, empty
     * if the class was neither shown nor predicted.
     */
    public OptionalDouble f1(int label) {
        return share(2 * count(label, label), predictionsOf(label) + samplesOf(label));
    }

    /**
     * The mean recall of the classes that were shown: the accuracy if each had been shown equally often; empty without
     * samples.
     */
    public OptionalDouble balancedAccuracy() {
        return IntStream.range(0, classes)
                .filter(label -> samplesOf(label) > 0)
                .mapToDouble(label -> recall(label).getAsDouble())
                .average();
    }

    private static OptionalDouble share(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }

    /** The {@code most} commonest mistakes that happened, commonest first, equals by class; abstentions are none. */
    public List<Confusion> worstConfusions(int most) {
        List<Confusion> mistakes = new ArrayList<>();
        for (int label = 0; label < classes; label++) {
            for (int predicted = 0; predicted < classes; predicted++) {
                if (label != predicted && count(label, predicted) > 0) {
                    mistakes.add(new Confusion(label, predicted, count(label, predicted)));
                }
            }
        }
        // The sort is stable: equal counts keep the order of the classes.
        mistakes.sort(Comparator.comparingLong(Confusion::count).reversed());
        return List.copyOf(mistakes.subList(0, Math.min(most, mistakes.size())));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfusionMatrix that && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "ConfusionMatrix[" + classes + " classes, " + correct() + " of " + total() + " correct, " + abstentions()
                + " abstentions]";
    }
}
