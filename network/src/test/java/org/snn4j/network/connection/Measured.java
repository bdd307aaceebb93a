package org.snn4j.network.connection;

import java.util.Arrays;

/** What a norm measures, by its formula. */
final class Measured {
    private Measured() {}

    /** @param groups which weights are measured together: for each weight its group */
    static double[] by(Norm.Measure measure, float[] weights, int... groups) {
        double[] sums = new double[1 + Arrays.stream(groups).max().orElseThrow()];
        for (int i = 0; i < weights.length; i++) {
            sums[groups[i]] += measure == Norm.Measure.SUM ? Math.abs(weights[i]) : Math.pow(weights[i], 2);
        }
        Arrays.setAll(sums, k -> measure == Norm.Measure.SUM ? sums[k] : Math.sqrt(sums[k]));
        return sums;
    }
}
