package org.snn4j.evaluation;

import java.util.Arrays;

/**
 * Collects, over labelled samples, the spikes of each neuron to each class.
 *
 * <p>Mutable, and not for use by several threads: give each its own and {@link #merge} them. The sums are integers, so
 * that neither the order of samples nor how they were split changes a bit of what follows.
 */
public final class ClassResponses {
    private final Population population;
    /** [classes, neurons] */
    private final long[] sums;

    private final long[] samples;

    public ClassResponses(int neurons, int classes) {
        population = new Population(neurons, classes);
        sums = new long[population.pairs()];
        samples = new long[classes];
    }

    private ClassResponses(Population population, long[] sums, long[] samples) {
        this.population = population;
        this.sums = sums;
        this.samples = samples;
    }

    /**
     * Goes on from responses that were stored.
     *
     * @param sums as {@link #sums()} gave them
     * @param samples as {@link #samples()} gave them
     */
    public static ClassResponses of(int neurons, long[] sums, long[] samples) {
        Population population = new Population(neurons, samples.length);
        population.requirePairs(sums.length, "sums of spikes");
        return new ClassResponses(population, sums.clone(), samples.clone());
    }

    public int neurons() {
        return population.neurons();
    }

    public int classes() {
        return population.classes();
    }

    Population population() {
        return population;
    }

    /**
     * Adds one sample.
     *
     * @param counts the spikes of each neuron
     * @param label the sample's class
     */
    public void add(int[] counts, int label) {
        population.requireCounts(counts);
        Labels.require(label, classes());
        int row = label * counts.length;
        for (int neuron = 0; neuron < counts.length; neuron++) {
            sums[row + neuron] += counts[neuron];
        }
        samples[label]++;
    }

    /** Adds all samples that {@code other} has seen; {@code other} is not modified. */
    public void merge(ClassResponses other) {
        population.requireSame(other.population);
        Arrays.setAll(sums, i -> sums[i] + other.sums[i]);
        Arrays.setAll(samples, i -> samples[i] + other.samples[i]);
    }

    public ClassResponses copy() {
        return new ClassResponses(population, sums.clone(), samples.clone());
    }

    /** The number of samples of class {@code label}. */
    public long samples(int label) {
        return samples[label];
    }

    /** The spikes of {@code neuron} in all samples of class {@code label}. */
    public long sum(int neuron, int label) {
        return sums[label * neurons() + neuron];
    }

    /** Spikes per sample of class {@code label}; not a number if there were no such samples. */
    public double mean(int neuron, int label) {
        return (double) sum(neuron, label) / samples[label];
    }

    /** A copy of the number of samples of each class. */
    public long[] samples() {
        return samples.clone();
    }

    /** A copy of the sums of spikes, [classes, neurons] in C order. */
    public long[] sums() {
        return sums.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClassResponses that
                && population.equals(that.population)
                && Arrays.equals(sums, that.sums)
                && Arrays.equals(samples, that.samples);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(sums) + Arrays.hashCode(samples);
    }
}
