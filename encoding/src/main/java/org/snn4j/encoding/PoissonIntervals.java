package org.snn4j.encoding;

import java.util.Map;

/**
 * Spikes whose gaps are Poisson-distributed whole numbers of steps with mean 1000 / (rate dt), 0 replaced by 1; the first
 * gap counts from step −1. Much more regular than a Poisson process: at 128 Hz and 1 ms the number of spikes in a window
 * has a Fano factor of about 0.12. BindsNET's Poisson encoder is of this kind (Hazan et al. 2018, doi
 * 10.3389/fninf.2018.00089).
 *
 * @param intensity the rate of an input of value 1, Hz; other rates are in proportion
 */
public record PoissonIntervals(double intensity) implements Encoding {
    public static final String NAME = "poisson-intervals";

    public PoissonIntervals {
        Rate.require(intensity);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Encoding louder(double factor) {
        return new PoissonIntervals(intensity * factor);
    }

    @Override
    public Map<String, Double> parameters() {
        return Map.of(Rate.INTENSITY, intensity);
    }

    @Override
    public Encoder encoder(Window window, long seed) {
        return new RenewalEncoder(window, seed, value -> {
            double mean = 1 / Rate.perStep(value * intensity, window);
            return GapTable.of(window.steps(), new PoissonCumulative(mean));
        });
    }

    /** F of the gap: summed term by term, the terms in logarithms because e^(−mean) vanishes for dim pixels. */
    private static final class PoissonCumulative implements GapTable.CumulativeGap {
        private final double logMean;
        private double logTerm;
        private double sum;

        PoissonCumulative(double mean) {
            logMean = StrictMath.log(mean);
            logTerm = -mean;
            sum = StrictMath.exp(-mean);
        }

        @Override
        public double upTo(int k) {
            logTerm += logMean - StrictMath.log(k);
            sum += StrictMath.exp(logTerm);
            return sum;
        }
    }
}
