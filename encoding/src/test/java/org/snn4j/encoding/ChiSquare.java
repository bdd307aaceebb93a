package org.snn4j.encoding;

import java.util.function.IntToDoubleFunction;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** Pearson's test of counts against a law over 1, 2, 3, .... */
final class ChiSquare {
    /** Cells are joined until each is expected to hold this many. */
    private static final double LEAST_EXPECTED = 10;

    private ChiSquare() {}

    /**
     * The probability that the law gives counts that fit as badly as these.
     *
     * @param counts how often k was seen, at index k; index 0 counts what was beyond the last
     * @param cumulative the law: the probability of at most k
     */
    static double pValue(long[] counts, IntToDoubleFunction cumulative) {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        double sum = 0;
        int cells = 0;
        long seen = 0;
        double joined = 0;
        for (int k = 1; k < counts.length; k++) {
            double upTo = cumulative.applyAsDouble(k);
            double expected = total * (upTo - joined);
            double left = total * (1 - upTo);
            seen += counts[k];
            if (expected >= LEAST_EXPECTED && left >= LEAST_EXPECTED) {
                sum += (seen - expected) * (seen - expected) / expected;
                cells++;
                joined = upTo;
                seen = 0;
            }
        }
        double rest = total * (1 - joined);
        sum += (seen + counts[0] - rest) * (seen + counts[0] - rest) / rest;
        return ChiSquaredDistribution.of(cells).survivalProbability(sum);
    }
}
