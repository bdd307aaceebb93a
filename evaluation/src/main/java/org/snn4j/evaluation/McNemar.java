package org.snn4j.evaluation;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * McNemar's test: whether two models that predicted the same samples are equally good. Samples that both predict right, or
 * both wrong, say nothing about that; of the others, equally good models win half each. Abstentions are wrong.
 *
 * <p>Q. McNemar, Note on the sampling error of the difference between correlated proportions or percentages, Psychometrika
 * 12, 1947, doi 10.1007/BF02295996. Why not two separate intervals: T. G. Dietterich, Approximate statistical tests for
 * comparing supervised classification learning algorithms, Neural Computation 10, 1998, doi 10.1162/089976698300017197.
 *
 * @param bothRight samples that both models predict right
 * @param onlyFirst samples that only the first predicts right
 * @param onlySecond samples that only the second predicts right
 * @param bothWrong samples that neither predicts right
 */
public record McNemar(int bothRight, int onlyFirst, int onlySecond, int bothWrong) {
    /** The 97.5 % quantile of the standard normal distribution. */
    private static final double Z95 = 1.959963984540054;

    public McNemar {
        if (bothRight < 0 || onlyFirst < 0 || onlySecond < 0 || bothWrong < 0) {
            throw new IllegalArgumentException("the numbers of samples are " + bothRight + ", " + onlyFirst + ", "
                    + onlySecond + " and " + bothWrong + "; none may be negative");
        }
        Math.addExact(Math.addExact(bothRight, onlyFirst), Math.addExact(onlySecond, bothWrong));
    }

    /**
     * Compares predictions.
     *
     * @param labels the true class of each sample
     * @param first what the first model predicted
     * @param second what the second model predicted
     * @throws IllegalArgumentException if there are not equally many of each
     */
    public static McNemar of(int[] labels, int[] first, int[] second) {
        if (first.length != labels.length || second.length != labels.length) {
            throw new IllegalArgumentException("there are " + labels.length + " labels, but " + first.length + " and "
                    + second.length + " predictions; two models are compared on the same samples");
        }
        int[] cells = new int[4];
        for (int i = 0; i < labels.length; i++) {
            cells[(first[i] == labels[i] ? 0 : 2) + (second[i] == labels[i] ? 0 : 1)]++;
        }
        return new McNemar(cells[0], cells[1], cells[2], cells[3]);
    }

    public int samples() {
        return bothRight + onlyFirst + onlySecond + bothWrong;
    }

    private int discordant() {
        return onlyFirst + onlySecond;
    }

    /**
     * The probability that equally good models differ as much, exactly: 2 P(X ≤ min(onlyFirst, onlySecond)), at most 1, of X
     * binomial with onlyFirst + onlySecond trials of probability 1/2.
     */
    public double exactPValue() {
        int fewer = Math.min(onlyFirst, onlySecond);
        return Math.min(1, 2 * BinomialDistribution.of(discordant(), 0.5).cumulativeProbability(fewer));
    }

    /**
     * (|onlyFirst − onlySecond| − 1)² / (onlyFirst + onlySecond), the statistic with the continuity correction of A. L.
     * Edwards, Psychometrika 13, 1948, doi 10.1007/BF02289261; 0 if the two numbers are equal.
     */
    public double chiSquare() {
        double difference = Math.max(0, Math.abs(onlyFirst - onlySecond) - 1);
        return discordant() == 0 ? 0 : difference * difference / discordant();
    }

    /** The probability of {@link #chiSquare} or more for equally good models, nearly: by the law with 1 degree of freedom. */
    public double chiSquarePValue() {
        return ChiSquaredDistribution.of(1).survivalProbability(chiSquare());
    }

    /** The second model's accuracy less the first's; not a number without samples. */
    public double difference() {
        return (double) (onlySecond - onlyFirst) / samples();
    }

    /**
     * The 95 % interval of that difference: with half a sample added to each of the four numbers and n their sum,
     * d ± z sqrt(onlyFirst + onlySecond − n d²) / n, within −1 and 1.
     *
     * <p>A. Agresti and Y. Min, Simple improved confidence intervals for comparing matched proportions, Statistics in
     * Medicine 24, 2005, doi 10.1002/sim.1781.
     */
    public Interval differenceInterval95() {
        double n = samples() + 2;
        double d = (onlySecond - onlyFirst) / n;
        double half = Z95 * Math.sqrt(discordant() + 1 - n * d * d) / n;
        return new Interval(Math.max(-1, d - half), Math.min(1, d + half));
    }
}
