package org.snn4j.evaluation;

/**
 * A vote of places instead of neurons, for layers with the same number of neurons at each of several places: each place at
 * which a labelled neuron fired has one vote, which it splits among the classes as {@link Vote#CONFIDENCE_WEIGHTING} of its
 * own neurons does,
 *
 * <pre>
 * share[p, k] = sum over the neurons of place p of c times the proportion for k, over its sum over all classes
 * score[k] = sum of share[p, k] over the places
 * </pre>
 *
 * <p>so that a place with many spikes counts no more than one with few.
 *
 * @param places how many there are; neuron j is at place j modulo this, as in a layer of shape [filters, height, width]
 */
public record PlaceVote(int places) {
    public PlaceVote {
        if (places < 1) {
            throw new IllegalArgumentException("there are " + places + " places; there must be at least 1");
        }
    }

    /**
     * One score for each class.
     *
     * @param counts the spikes of each neuron to the sample
     * @throws IllegalArgumentException if the neurons do not divide into places
     */
    public double[] scores(LabelAssignment assignment, int... counts) {
        assignment.population().requireCounts(counts);
        if (counts.length % places != 0) {
            throw new IllegalArgumentException(counts.length + " neurons are not as many at each of " + places
                    + " places; a multiple would be right");
        }
        double[] scores = new double[assignment.classes()];
        for (int place = 0; place < places; place++) {
            add(scores, shares(assignment, place, counts));
        }
        return scores;
    }

    /** The class with the highest score, of several the lowest, or {@link Vote#ABSTENTION} if no class has any. */
    public int predict(LabelAssignment assignment, int... counts) {
        return Vote.best(scores(assignment, counts));
    }

    private double[] shares(LabelAssignment assignment, int place, int... counts) {
        double[] shares = new double[assignment.classes()];
        double sum = 0;
        for (int neuron = place; neuron < counts.length; neuron += places) {
            for (int label = 0; counts[neuron] > 0 && label < shares.length; label++) {
                double votes = counts[neuron] * assignment.proportion(neuron, label);
                shares[label] += votes;
                sum += votes;
            }
        }
        for (int label = 0; label < shares.length; label++) {
            shares[label] = sum > 0 ? shares[label] / sum : 0;
        }
        return shares;
    }

    private static void add(double[] scores, double... shares) {
        for (int label = 0; label < scores.length; label++) {
            scores[label] += shares[label];
        }
    }
}
