package org.snn4j.training;

import java.util.Comparator;
import java.util.List;
import org.snn4j.evaluation.Vote;
import org.snn4j.network.array.FloatArray;

/**
 * A test sample that was taken for another class.
 *
 * @param sample its number in the test, from 0
 * @param label its class
 * @param image [height, width], 1 for white
 * @param prediction what its spikes said
 */
public record Mistake(int sample, int label, FloatArray image, Prediction prediction) {
    /** By how much a vote's class leads the true one, in the vote's scores; 0 or more. */
    public double margin(Vote vote) {
        List<Double> scores = prediction.scores().get(vote);
        return scores.get(prediction.label(vote)) - scores.get(label);
    }

    /** The worst first: those with the largest margin, of equal ones the first in the test. */
    static Comparator<Mistake> worstFirst(Vote vote) {
        return Comparator.comparingDouble((Mistake mistake) -> mistake.margin(vote))
                .reversed()
                .thenComparingInt(Mistake::sample);
    }
}
