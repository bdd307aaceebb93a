package org.snn4j.evaluation;

/**
 * Multinomial logistic regression on spike counts: p[k] = e^(score[k]) / Σ e^score with score[k] = b[k] + Σ over neurons
 * of w[j,k] c[j]. The weights are learned from labels, so this measures how much the spikes say, not what the network has
 * learned without labels: report it beside the votes, not instead of them. Immutable.
 *
 * <p>The weights minimise − Σ over training samples of log p(label) + penalty/2 · Σ w²; intercepts are not penalised. This
 * is what scikit-learn's {@code LogisticRegression} with C = 1/penalty minimises. The sum has one minimum, which is found to
 * 1e-8 of the gradient at the start by a small method of our own, {@code Lbfgs}: the libraries that have this model
 * are large, licensed otherwise, approximate it by drawing samples, or fit one class against the rest, which is another
 * model.
 *
 * <p>A class without training samples has probability 0. A sample without spikes is an abstention: what the intercepts say
 * of it is not said by the network.
 */
public final class LogisticReadout {
    private static final double TOLERANCE = 1e-8;

    private final Population population;
    private final int[] present;
    private final double[] parameters;

    private LogisticReadout(Population population, int[] present, double... parameters) {
        this.population = population;
        this.present = present;
        this.parameters = parameters;
    }

    public static Builder builder(int neurons, int classes) {
        return new Builder(new Population(neurons, classes));
    }

    /** Collects training samples. For one thread; their order decides the last bits of the weights. */
    public static final class Builder {
        private final LabelledCounts samples;

        private Builder(Population population) {
            this.samples = new LabelledCounts(population);
        }

        /**
         * Adds one sample.
         *
         * @param counts the spikes of each neuron, not modified
         * @param label the sample's class
         */
        public Builder add(int[] counts, int label) {
            samples.add(counts, label);
            return this;
        }

        /**
         * Finds the weights.
         *
         * @param penalty of squared weights, above 0; 1 is usual
         * @throws IllegalStateException if there are no samples, or, which a larger penalty avoids, if the minimum is so far
         *     away that it is not reached
         */
        public LogisticReadout fit(double penalty) {
            if (!(penalty > 0 && penalty < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("penalty is " + penalty + "; it must be finite and above 0");
            }
            if (samples.samples().isEmpty()) {
                throw new IllegalStateException("there are no samples to learn from; there must be at least 1");
            }
            LogisticLoss loss = new LogisticLoss(samples, penalty);
            double[] minimum = Lbfgs.minimum(loss, new double[loss.parameters()], TOLERANCE);
            return new LogisticReadout(samples.population(), samples.classes(), minimum);
        }
    }

    /** w: what a spike of {@code neuron} adds to the score of class {@code label}; 0 if the class had no samples. */
    public double weight(int neuron, int label) {
        return parameter(neuron, label, 0);
    }

    /** b: the score of class {@code label} without spikes; negative infinity if the class had no samples. */
    public double intercept(int label) {
        return parameter(population.neurons(), label, Double.NEGATIVE_INFINITY);
    }

    private double parameter(int row, int label, double absent) {
        Labels.require(label, population.classes());
        for (int k = 0; k < present.length; k++) {
            if (present[k] == label) {
                return parameters[row * present.length + k];
            }
        }
        return absent;
    }

    /**
     * The probability of each class.
     *
     * @param counts the spikes of each neuron to the sample
     */
    public double[] probabilities(int... counts) {
        population.requireCounts(counts);
        double[] scores = new double[present.length];
        System.arraycopy(parameters, population.neurons() * present.length, scores, 0, present.length);
        for (int neuron = 0; neuron < counts.length; neuron++) {
            for (int k = 0; counts[neuron] > 0 && k < present.length; k++) {
                scores[k] += parameters[neuron * present.length + k] * counts[neuron];
            }
        }
        Softmax.normalise(scores);
        double[] probabilities = new double[population.classes()];
        for (int k = 0; k < present.length; k++) {
            probabilities[present[k]] = scores[k];
        }
        return probabilities;
    }

    /** The most probable class, of several the lowest, or {@link Vote#ABSTENTION} for a sample without spikes. */
    public int predict(int... counts) {
        double[] probabilities = probabilities(counts);
        int best = 0;
        long spikes = 0;
        for (int count : counts) {
            spikes += count;
        }
        for (int label = 0; label < probabilities.length; label++) {
            best = probabilities[label] > probabilities[best] ? label : best;
        }
        return spikes == 0 ? Vote.ABSTENTION : best;
    }

    @Override
    public String toString() {
        return "LogisticReadout[" + population + "]";
    }
}
