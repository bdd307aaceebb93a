package org.snn4j.evaluation;

import java.util.Arrays;

/**
 * What logistic regression minimises: − Σ over samples of log p(label) + penalty/2 · Σ w². Parameters are the weights
 * [neurons, classes] in C order, then an intercept for each class, which is not penalised.
 */
final class LogisticLoss implements Lbfgs.Objective {
    private final LabelledCounts samples;
    private final double penalty;
    private final int classes;
    private final int weights;
    /** The place of each class among those that have samples. */
    private final int[] place;

    LogisticLoss(LabelledCounts samples, double penalty) {
        int[] present = samples.classes();
        this.samples = samples;
        this.penalty = penalty;
        this.classes = present.length;
        this.weights = samples.population().neurons() * classes;
        this.place = new int[samples.population().classes()];
        for (int k = 0; k < classes; k++) {
            place[present[k]] = k;
        }
    }

    int parameters() {
        return weights + classes;
    }

    @Override
    public double at(double[] point, double[] gradient) {
        Arrays.fill(gradient, 0);
        double loss = 0;
        double[] scores = new double[classes];
        for (LabelledCounts.Sample sample : samples.samples()) {
            scores(sample, point, scores);
            int label = place[sample.label()];
            double score = scores[label];
            loss += Softmax.normalise(scores) - score;
            scores[label] -= 1;
            add(sample, scores, gradient);
        }
        double squares = 0;
        for (int i = 0; i < weights; i++) {
            squares += point[i] * point[i];
            gradient[i] += penalty * point[i];
        }
        return loss + penalty / 2 * squares;
    }

    /** With all probabilities even, p (1 − p) times the sum of squared counts, and the penalty. */
    @Override
    public double[] curvatures() {
        double even = (classes - 1.0) / classes / classes + Double.MIN_NORMAL;
        double[] curvatures = new double[parameters()];
        Arrays.fill(curvatures, 0, weights, penalty);
        Arrays.fill(curvatures, weights, parameters(), even * samples.samples().size());
        for (LabelledCounts.Sample sample : samples.samples()) {
            for (int i = 0; i < sample.neurons().length; i++) {
                int row = sample.neurons()[i] * classes;
                double square = (double) sample.counts()[i] * sample.counts()[i];
                for (int k = 0; k < classes; k++) {
                    curvatures[row + k] += even * square;
                }
            }
        }
        return curvatures;
    }

    private void scores(LabelledCounts.Sample sample, double[] point, double[] scores) {
        System.arraycopy(point, weights, scores, 0, classes);
        for (int i = 0; i < sample.neurons().length; i++) {
            int row = sample.neurons()[i] * classes;
            for (int k = 0; k < classes; k++) {
                scores[k] += point[row + k] * sample.counts()[i];
            }
        }
    }

    private void add(LabelledCounts.Sample sample, double[] errors, double[] gradient) {
        for (int k = 0; k < classes; k++) {
            gradient[weights + k] += errors[k];
        }
        for (int i = 0; i < sample.neurons().length; i++) {
            int row = sample.neurons()[i] * classes;
            for (int k = 0; k < classes; k++) {
                gradient[row + k] += errors[k] * sample.counts()[i];
            }
        }
    }
}
