package org.snn4j.evaluation;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Predicts classes from the order in which neurons fire: score[k] = over all sequences of n spikes that follow each other
 * in the sample, the sum of how often each was seen in training samples of class k. The class with the highest score is
 * predicted, of several the lowest; a sample none of whose sequences was seen, such as one of fewer than n spikes, is an
 * abstention. Immutable.
 *
 * <p>An order lists neurons as they fired, step by step; neurons that fire in the same step have no order and are listed
 * in ascending order, so that the same spikes always make the same sequences. Scores are plain counts: a class with more
 * training samples, or more spikes, has more to give.
 *
 * <p>Hazan, Saunders, Sanghavi, Siegelmann and Kozma, Unsupervised learning with self-organizing spiking neural networks,
 * 2018, arXiv 1807.09374.
 */
public final class NGramReadout {
    private final int length;
    private final Population population;
    private final Map<IntBuffer, long[]> seen;

    private NGramReadout(int length, Population population, Map<IntBuffer, long[]> seen) {
        this.length = length;
        this.population = population;
        this.seen = seen;
    }

    /** @param length n, the number of spikes in a sequence, at least 1 */
    public static Builder builder(int length, int neurons, int classes) {
        return new Builder(length, new Population(neurons, classes));
    }

    /** Learns from training samples. For one thread. */
    public static final class Builder {
        private final int length;
        private final Population population;
        private final Map<IntBuffer, long[]> seen = new HashMap<>();

        private Builder(int length, Population population) {
            if (length < 1) {
                throw new IllegalArgumentException("sequences have " + length + " spikes; they must have at least 1");
            }
            this.length = length;
            this.population = population;
        }

        /**
         * Counts the sequences of one sample.
         *
         * @param order the neurons in the order in which they fired, not modified
         * @param label the sample's class
         */
        public Builder add(int[] order, int label) {
            population.requireNeurons(order);
            Labels.require(label, population.classes());
            for (int start = 0; start + length <= order.length; start++) {
                long[] counts = seen.get(IntBuffer.wrap(order, start, length));
                if (counts == null) {
                    counts = new long[population.classes()];
                    seen.put(IntBuffer.wrap(Arrays.copyOfRange(order, start, start + length)), counts);
                }
                counts[label]++;
            }
            return this;
        }

        public NGramReadout build() {
            Map<IntBuffer, long[]> copy = new HashMap<>();
            seen.forEach((sequence, counts) -> copy.put(sequence, counts.clone()));
            return new NGramReadout(length, population, copy);
        }
    }

    /** n, the number of spikes in a sequence. */
    public int length() {
        return length;
    }

    /** The number of different sequences seen in training. */
    public int sequences() {
        return seen.size();
    }

    /**
     * One score for each class.
     *
     * @param order the neurons in the order in which they fired in the sample
     */
    public long[] scores(int... order) {
        population.requireNeurons(order);
        long[] scores = new long[population.classes()];
        for (int start = 0; start + length <= order.length; start++) {
            long[] counts = seen.get(IntBuffer.wrap(order, start, length));
            if (counts != null) {
                Arrays.setAll(scores, label -> Math.addExact(scores[label], counts[label]));
            }
        }
        return scores;
    }

    /** The class with the highest score, of several the lowest, or {@link Vote#ABSTENTION} if no class has any. */
    public int predict(int... order) {
        long[] scores = scores(order);
        int best = Vote.ABSTENTION;
        for (int label = 0; label < scores.length; label++) {
            if (scores[label] > (best == Vote.ABSTENTION ? 0 : scores[best])) {
                best = label;
            }
        }
        return best;
    }

    @Override
    public String toString() {
        return "NGramReadout[" + population + ", " + seen.size() + " sequences of " + length + "]";
    }
}
