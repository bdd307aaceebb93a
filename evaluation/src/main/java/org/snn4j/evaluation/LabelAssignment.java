package org.snn4j.evaluation;

import java.util.Arrays;

/**
 * Which class each neuron stands for: the one to which it fires most (Diehl &amp; Cook 2015). Immutable.
 *
 * <p>Rates are kept as 32-bit floats and all else is derived from them, so that rates which were saved as {@code
 * float32} and loaded give the same votes to the last bit.
 */
public final class LabelAssignment {
    /** The class of a neuron that never fired. */
    public static final int UNASSIGNED = -1;

    private final Population population;
    /** [neurons, classes] */
    private final float[] rates;
    /** [neurons, classes] */
    private final double[] proportions;

    private final int[] assignments;
    private final int[] neuronsOfClass;

    private LabelAssignment(Population population, float[] rates) {
        this.population = population;
        this.rates = rates;
        this.proportions = new double[rates.length];
        this.assignments = new int[population.neurons()];
        this.neuronsOfClass = new int[population.classes()];
        for (int neuron = 0; neuron < assignments.length; neuron++) {
            assign(neuron);
        }
    }

    private void assign(int neuron) {
        int classes = classes();
        int row = neuron * classes;
        double sum = 0;
        int best = UNASSIGNED;
        for (int k = 0; k < classes; k++) {
            float rate = rates[row + k];
            sum += rate;
            if (rate > (best < 0 ? 0 : rates[row + best])) {
                best = k;
            }
        }
        assignments[neuron] = best;
        if (best == UNASSIGNED) {
            return;
        }
        neuronsOfClass[best]++;
        for (int k = 0; k < classes; k++) {
            proportions[row + k] = rates[row + k] / sum;
        }
    }

    /** No neuron has fired yet. */
    public static LabelAssignment none(int neurons, int classes) {
        Population population = new Population(neurons, classes);
        return new LabelAssignment(population, new float[population.pairs()]);
    }

    /**
     * The assignment that these rates make.
     *
     * @param rates spikes per sample of each neuron to each class, [neurons, classes] in C order
     * @throws IllegalArgumentException if their number is another or one is negative or not finite
     */
    public static LabelAssignment ofRates(float[] rates, int neurons, int classes) {
        Population population = new Population(neurons, classes);
        population.requirePairs(rates.length, "rates");
        for (int i = 0; i < rates.length; i++) {
            if (!(rates[i] >= 0 && rates[i] < Float.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("the rate of neuron " + i / classes + " to class " + i % classes
                        + " is " + rates[i] + "; it must be at least 0 and finite");
            }
        }
        return new LabelAssignment(population, rates.clone());
    }

    /**
     * After a further block of samples: rate = alpha rate + mean count in the block. The rates to a class that the
     * block does not hold stay.
     *
     * @param alpha the weight of the past, from 0 (forget it) to 1 (add to it)
     */
    public LabelAssignment updated(ClassResponses block, double alpha) {
        population.requireSame(block.population());
        requireAlpha(alpha);
        float[] updated = rates.clone();
        for (int k = 0; k < classes(); k++) {
            if (block.samples(k) > 0) {
                update(updated, k, block, alpha);
            }
        }
        return new LabelAssignment(population, updated);
    }

    private static void update(float[] rates, int label, ClassResponses block, double alpha) {
        for (int neuron = 0; neuron < block.neurons(); neuron++) {
            int i = neuron * block.classes() + label;
            rates[i] = (float) (alpha * rates[i] + block.mean(neuron, label));
        }
    }

    static void requireAlpha(double alpha) {
        if (!(alpha >= 0 && alpha <= 1)) {
            throw new IllegalArgumentException(
                    "alpha, the weight of earlier blocks, is " + alpha + "; it must be from 0 to 1");
        }
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

    /** The class of {@code neuron}, the lowest of those with the highest rate, or {@link #UNASSIGNED}. */
    public int assignment(int neuron) {
        return assignments[neuron];
    }

    /** Spikes of {@code neuron} per sample of class {@code label}; over several blocks a weighted sum of such. */
    public float rate(int neuron, int label) {
        return rates[neuron * classes() + label];
    }

    /** The rate to {@code label} over the sum of the neuron's rates; 0 for a neuron that never fired. */
    public double proportion(int neuron, int label) {
        return proportions[neuron * classes() + label];
    }

    /** The number of neurons assigned to class {@code label}. */
    public int neuronsOf(int label) {
        return neuronsOfClass[label];
    }

    /** The number of neurons that stand for no class. */
    public int unassigned() {
        return neurons() - Arrays.stream(neuronsOfClass).sum();
    }

    /** A copy of the class of each neuron. */
    public int[] assignments() {
        return assignments.clone();
    }

    /** A copy of the rates, [neurons, classes] in C order; {@link #ofRates} takes them back. */
    public float[] rates() {
        return rates.clone();
    }

    /** The proportions as floats, [neurons, classes] in C order. */
    public float[] proportions() {
        float[] rounded = new float[proportions.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) proportions[i];
        }
        return rounded;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LabelAssignment that
                && population.equals(that.population)
                && Arrays.equals(rates, that.rates);
    }

    @Override
    public int hashCode() {
        return 31 * population.hashCode() + Arrays.hashCode(rates);
    }

    @Override
    public String toString() {
        return "LabelAssignment[" + population + ", " + unassigned() + " unassigned]";
    }
}
