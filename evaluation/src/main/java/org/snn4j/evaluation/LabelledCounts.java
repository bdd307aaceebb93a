package org.snn4j.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Labelled samples, kept in proportion to the neurons that fired. */
final class LabelledCounts {
    private final Population population;
    private final List<Sample> samples = new ArrayList<>();
    private final long[] samplesOfClass;

    LabelledCounts(Population population) {
        this.population = population;
        this.samplesOfClass = new long[population.classes()];
    }

    /** The neurons that fired, how often each, and the class. */
    record Sample(int[] neurons, int[] counts, int label) {}

    void add(int[] counts, int label) {
        population.requireCounts(counts);
        Labels.require(label, population.classes());
        int fired = 0;
        for (int count : counts) {
            fired += count > 0 ? 1 : 0;
        }
        Sample sample = new Sample(new int[fired], new int[fired], label);
        int k = 0;
        for (int neuron = 0; neuron < counts.length; neuron++) {
            if (counts[neuron] > 0) {
                sample.neurons()[k] = neuron;
                sample.counts()[k++] = counts[neuron];
            }
        }
        samples.add(sample);
        samplesOfClass[label]++;
    }

    Population population() {
        return population;
    }

    List<Sample> samples() {
        return samples;
    }

    /** The classes that have samples, ascending. */
    int[] classes() {
        int[] present = new int[population.classes()];
        int count = 0;
        for (int label = 0; label < present.length; label++) {
            if (samplesOfClass[label] > 0) {
                present[count++] = label;
            }
        }
        return Arrays.copyOf(present, count);
    }
}
