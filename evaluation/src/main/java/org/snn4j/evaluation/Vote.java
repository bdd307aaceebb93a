package org.snn4j.evaluation;

import java.util.Locale;

/**
 * How the neurons' spikes to a sample, c, become one score per class.
 *
 * <p>Neurons that stand for no class have no vote. When no other neuron fired every score is 0, and the vote abstains:
 * all three under the same condition.
 */
public enum Vote {
    /** score[k] = mean of c over the neurons assigned to k (Diehl &amp; Cook 2015). */
    ALL_ACTIVITY("allActivity") {
        @Override
        void cast(LabelAssignment assignment, int neuron, int count, double[] scores) {
            int label = assignment.assignment(neuron);
            scores[label] += count;
        }
    },

    /** score[k] = mean of c times the proportion for k over the neurons assigned to k (Hazan et al. 2018). */
    PROPORTION_WEIGHTING("proportionWeighting") {
        @Override
        void cast(LabelAssignment assignment, int neuron, int count, double[] scores) {
            int label = assignment.assignment(neuron);
            scores[label] += count * assignment.proportion(neuron, label);
        }
    },

    /** score[k] = sum of c times the proportion for k over all neurons (Hazan et al. 2018). */
    CONFIDENCE_WEIGHTING("confidenceWeighting") {
        @Override
        void cast(LabelAssignment assignment, int neuron, int count, double[] scores) {
            for (int label = 0; label < scores.length; label++) {
                scores[label] += count * assignment.proportion(neuron, label);
            }
        }

        @Override
        void average(LabelAssignment assignment, double[] scores) {}
    };

    /** The prediction of a vote without votes. */
    public static final int ABSTENTION = -1;

    private final String fieldName;

    Vote(String fieldName) {
        this.fieldName = fieldName;
    }

    /** What files and JSON call it: "allActivity". */
    public String fieldName() {
        return fieldName;
    }

    /** What people call it: "all activity". */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Adds the spikes of one neuron that stands for a class to {@code scores}, which is modified. */
    abstract void cast(LabelAssignment assignment, int neuron, int count, double[] scores);

    /** Divides each class's sum by the number of neurons that could add to it; {@code scores} is modified. */
    void average(LabelAssignment assignment, double[] scores) {
        for (int label = 0; label < scores.length; label++) {
            scores[label] /= Math.max(1, assignment.neuronsOf(label));
        }
    }

    /**
     * One score for each class, 0 for a class that no neuron stands for.
     *
     * @param counts the spikes of each neuron to the sample
     */
    public double[] scores(LabelAssignment assignment, int... counts) {
        assignment.population().requireCounts(counts);
        double[] scores = new double[assignment.classes()];
        for (int neuron = 0; neuron < counts.length; neuron++) {
            if (counts[neuron] > 0 && assignment.assignment(neuron) != LabelAssignment.UNASSIGNED) {
                cast(assignment, neuron, counts[neuron], scores);
            }
        }
        average(assignment, scores);
        return scores;
    }

    /** The class with the highest score, of several the lowest, or {@link #ABSTENTION} if no class has any. */
    public int predict(LabelAssignment assignment, int... counts) {
        return best(scores(assignment, counts));
    }

    static int best(double... scores) {
        int best = ABSTENTION;
        for (int label = 0; label < scores.length; label++) {
            if (scores[label] > (best == ABSTENTION ? 0 : scores[best])) {
                best = label;
            }
        }
        return best;
    }
}
