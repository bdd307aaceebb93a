package org.snn4j.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.GeometricDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Oracle: the laws of the gaps between spikes, geometric and max(1, Poisson), from Commons Statistics. Each test of a law
 * fails by luck with probability 1e-6; seeds are fixed.
 */
class GapLawTest {
    private static final double LUCK = 1e-6;

    static Stream<Arguments> brightLaws() {
        return Stream.of(
                        values(128, 1, 1),
                        values(128, 0.5, 1),
                        values(128, 1, 100 / 255f),
                        values(128, 1, 0.3f),
                        values(128, 1, Math.nextUp(100 / 255f)),
                        values(128, 1, 2.5f),
                        values(5000, 1, 1),
                        coins(0.1, 1),
                        coins(1, 0.3f),
                        coins(0.75, 100 / 255f))
                .flatMap(arguments -> arguments);
    }

    static Stream<Arguments> dimLaws() {
        return Stream.of(
                        values(128, 1, 1 / 255f),
                        values(128, 1, Math.nextDown(1 / 255f)),
                        values(63.75, 0.5, 0.015f),
                        coins(0.125, 1 / 255f))
                .flatMap(arguments -> arguments);
    }

    private static Stream<Arguments> values(double intensity, double dt, float value) {
        double perStep = value * intensity * dt / 1000;
        GeometricDistribution failures = GeometricDistribution.of(-Math.expm1(-perStep));
        PoissonDistribution gaps = PoissonDistribution.of(1 / perStep);
        return Stream.of(
                arguments(new Poisson(intensity), dt, value, law(k -> failures.cumulativeProbability(k - 1))),
                arguments(
                        new PoissonIntervals(intensity),
                        dt,
                        value,
                        law(k -> k == 0 ? 0 : gaps.cumulativeProbability(k))));
    }

    private static Stream<Arguments> coins(double maxProbability, float value) {
        GeometricDistribution failures = GeometricDistribution.of(value * maxProbability);
        return Stream.of(
                arguments(new Bernoulli(maxProbability), 1, value, law(k -> failures.cumulativeProbability(k - 1))));
    }

    private static IntToDoubleFunction law(IntToDoubleFunction cumulative) {
        return cumulative;
    }

    @ParameterizedTest(name = "{0}, dt {1}, value {2}")
    @MethodSource("brightLaws")
    void firstGapCountsFromStepMinusOne(Encoding encoding, double dt, float value, IntToDoubleFunction law) {
        assertThat(pValueOfFirstGaps(encoding, new Window(250 * dt, dt), value, law, 5000))
                .isGreaterThan(LUCK);
    }

    /** Mean gaps of 2,000 steps, where e^(-mean) is nothing to a double. */
    @ParameterizedTest(name = "{0}, dt {1}, value {2}")
    @MethodSource("dimLaws")
    void dimInputsFollowTheLawToo(Encoding encoding, double dt, float value, IntToDoubleFunction law) {
        assertThat(pValueOfFirstGaps(encoding, new Window(2200 * dt, dt), value, law, 1000))
                .isGreaterThan(LUCK);
    }

    /** A first spike at step k - 1 is a gap of k. */
    private static double pValueOfFirstGaps(
            Encoding encoding, Window window, float value, IntToDoubleFunction law, int inputs) {
        long[] counts = new long[window.steps() + 1];
        for (int[] times : SpikeTimes.of(encoding.encoder(window, 2015), value, inputs, 1)) {
            counts[times.length == 0 ? 0 : times[0] + 1]++;
        }
        return ChiSquare.pValue(counts, law);
    }

    /** Of gaps of up to 27 steps the first 11 end long before 1,000 steps do: none is missing for being long. */
    @ParameterizedTest(name = "{0}, dt {1}, value {2}")
    @MethodSource("brightLaws")
    void laterGapsFollowTheSameLawAndDoNotDependOnEachOther(
            Encoding encoding, double dt, float value, IntToDoubleFunction law) {
        Window window = new Window(1000 * dt, dt);
        double mean = mean(law);
        long[] counts = new long[window.steps() + 1];
        double products = 0;
        double squares = 0;
        int pairs = 0;
        for (int[] times : SpikeTimes.of(encoding.encoder(window, 2015), value, 1000, 1)) {
            for (int k = 1; k < 10; k++) {
                int gap = times[k] - times[k - 1];
                counts[gap]++;
                products += (gap - mean) * (times[k + 1] - times[k] - mean);
                squares += (gap - mean) * (gap - mean);
                pairs++;
            }
        }
        assertThat(ChiSquare.pValue(counts, law)).isGreaterThan(LUCK);
        assertThat(products / squares).isCloseTo(0, within(5 / Math.sqrt(pairs)));
    }

    private static double mean(IntToDoubleFunction law) {
        double mean = 0;
        for (int k = 0; k < 1000; k++) {
            mean += 1 - law.applyAsDouble(k);
        }
        return mean;
    }

    /**
     * In each step a fair coin of its own: counts are binomial, with mean T p and Fano factor 1 - p. Leaving five standard
     * errors has probability 6e-7.
     */
    @Test
    void poissonCountsAreBinomial() {
        Window window = new Window(250, 1);
        List<int[]> times = SpikeTimes.of(new Poisson(128).encoder(window, 7), 1, 784, 20);
        double p = -Math.expm1(-0.128);
        Counts counts = Counts.of(times);
        assertThat(counts.mean).isCloseTo(250 * p, within(5 * Math.sqrt(250 * p * (1 - p) / counts.number)));
        assertThat(counts.fano()).isCloseTo(1 - p, within(5 * (1 - p) * Math.sqrt(2.0 / counts.number)));
    }

    @Test
    void poissonFiresInEveryStepAlike() {
        Window window = new Window(250, 1);
        int[] fired = new int[250];
        for (int[] times : SpikeTimes.of(new Poisson(128).encoder(window, 8), 1, 784, 20)) {
            for (int step : times) {
                fired[step]++;
            }
        }
        int trials = 784 * 20;
        double p = -Math.expm1(-0.128);
        for (int step = 0; step < 250; step++) {
            assertThat(fired[step]).as("step %d", step).isCloseTo((int) (trials * p), within((int)
                    (6 * Math.sqrt(trials * p * (1 - p)))));
        }
    }

    /**
     * A renewal process of gaps with mean m and variance s has, in a long window, T / m spikes with Fano factor s / m^2;
     * here m is 7.81 and s / m^2 is 0.127. Leaving five standard errors has probability 6e-7.
     */
    @Test
    void poissonIntervalsAreFarMoreRegular() {
        Window window = new Window(4000, 1);
        List<int[]> times = SpikeTimes.of(new PoissonIntervals(128).encoder(window, 9), 1, 1000, 1);
        PoissonDistribution gap = PoissonDistribution.of(1000 / 128.0);
        double mean = gap.getMean() + gap.probability(0);
        double variance = gap.getVariance() + gap.getMean() * gap.getMean() + gap.probability(0) - mean * mean;
        Counts counts = Counts.of(times);
        double fano = variance / (mean * mean);
        assertThat(fano).isCloseTo(0.127, within(0.001));
        assertThat(counts.fano()).isCloseTo(fano, within(5 * fano * Math.sqrt(2.0 / counts.number)));
        double standardError = Math.sqrt(4000 / mean * fano / counts.number);
        assertThat(counts.mean).isCloseTo(4000 / mean, within(1 + 5 * standardError));
    }

    private record Counts(int number, double mean, double variance) {
        static Counts of(List<int[]> times) {
            double mean =
                    times.stream().mapToInt(spikes -> spikes.length).average().orElseThrow();
            double variance = times.stream()
                            .mapToDouble(spikes -> (spikes.length - mean) * (spikes.length - mean))
                            .sum()
                    / (times.size() - 1);
            return new Counts(times.size(), mean, variance);
        }

        double fano() {
            return variance / mean;
        }
    }
}
