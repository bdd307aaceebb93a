package org.snn4j.evaluation;

/** p[k] = e^(score[k]) / Σ e^score. */
final class Softmax {
    private Softmax() {}

    /** Turns scores into probabilities, in place. @return log Σ e^score */
    static double normalise(double... scores) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        double sum = 0;
        for (int k = 0; k < scores.length; k++) {
            scores[k] = StrictMath.exp(scores[k] - highest);
            sum += scores[k];
        }
        for (int k = 0; k < scores.length; k++) {
            scores[k] /= sum;
        }
        return highest + StrictMath.log(sum);
    }
}
