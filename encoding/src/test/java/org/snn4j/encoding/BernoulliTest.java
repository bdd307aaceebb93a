package org.snn4j.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Oracle: coins of probability maxProbability · value, thrown independently in each step. Leaving five standard errors has
 * probability 6e-7; seeds are fixed.
 */
class BernoulliTest {
    private static final int STEPS = 500;
    private static final int INPUTS = 2000;
    private static final Window WINDOW = new Window(STEPS, 1);

    @ParameterizedTest
    @CsvSource({"0.1, 1", "1, 0.5", "0.5, 0.25", "0.9, 1", "0.004, 1"})
    void countsAreBinomial(double maxProbability, float value) {
        double p = maxProbability * value;
        List<int[]> times = SpikeTimes.of(new Bernoulli(maxProbability).encoder(WINDOW, 1), value, INPUTS, 1);
        double mean = times.stream().mapToInt(spikes -> spikes.length).average().orElseThrow();
        double variance = times.stream()
                .mapToDouble(spikes -> Math.pow(spikes.length - STEPS * p, 2))
                .average()
                .orElseThrow();
        double expected = STEPS * p * (1 - p);
        assertThat(mean).isCloseTo(STEPS * p, within(5 * Math.sqrt(expected / INPUTS)));
        double excessKurtosis = (1 - 6 * p * (1 - p)) / expected;
        assertThat(variance).isCloseTo(expected, within(5 * expected * Math.sqrt((2 + excessKurtosis) / INPUTS)));
    }

    /** Of two independent coins both fall right with probability p². */
    @ParameterizedTest
    @CsvSource({"1", "2", "3", "10"})
    void stepsDoNotDependOnEachOther(int lag) {
        double p = 0.1;
        long both = 0;
        for (int[] spikes : SpikeTimes.of(new Bernoulli(p).encoder(WINDOW, 2), 1, INPUTS, 1)) {
            boolean[] fired = fired(spikes);
            both += IntStream.range(lag, STEPS)
                    .filter(step -> fired[step] && fired[step - lag])
                    .count();
        }
        int pairs = (STEPS - lag) * INPUTS;
        assertThat((double) both).isCloseTo(pairs * p * p, within(5 * deviation(pairs, p) * overlap(p)));
    }

    @Test
    void inputsDoNotDependOnEachOther() {
        double p = 0.1;
        List<int[]> times = SpikeTimes.of(new Bernoulli(p).encoder(WINDOW, 3), 1, INPUTS, 1);
        long both = 0;
        for (int input = 0; input < INPUTS; input += 2) {
            boolean[] first = fired(times.get(input));
            both += IntStream.of(times.get(input + 1))
                    .filter(step -> first[step])
                    .count();
        }
        int pairs = STEPS * INPUTS / 2;
        assertThat((double) both).isCloseTo(pairs * p * p, within(5 * deviation(pairs, p)));
    }

    private static double deviation(int pairs, double p) {
        return Math.sqrt(pairs * p * p * (1 - p * p));
    }

    /** A coin is in two pairs, which adds 2 (p³ − p⁴) to p² − p⁴ for each pair. */
    private static double overlap(double p) {
        return Math.sqrt((1 + 3 * p) / (1 + p));
    }

    @Test
    void certainInputFiresInEveryStep() {
        for (int[] spikes : SpikeTimes.of(new Bernoulli(1).encoder(WINDOW, 4), 1, INPUTS, 1)) {
            assertThat(spikes).isEqualTo(IntStream.range(0, STEPS).toArray());
        }
    }

    @Test
    void impossibleInputNeverFires() {
        for (int[] spikes : SpikeTimes.of(new Bernoulli(0).encoder(WINDOW, 4), 1, INPUTS, 1)) {
            assertThat(spikes).isEmpty();
        }
    }

    @Test
    void valuesWhoseProbabilityWouldBeMoreThanOneFireInEveryStep() {
        for (int[] spikes : SpikeTimes.of(new Bernoulli(0.5).encoder(WINDOW, 5), 2.5f, 10, 1)) {
            assertThat(spikes).hasSize(STEPS);
        }
    }

    /** A step has the same coin however long it is. */
    @Test
    void lengthOfAStepMakesNoDifference() {
        assertThat(new Bernoulli(0.1).encoder(new Window(50, 0.1), 6).encode(new float[] {1, 0.5f}, 0))
                .isEqualTo(new Bernoulli(0.1).encoder(WINDOW, 6).encode(new float[] {1, 0.5f}, 0));
    }

    private static boolean[] fired(int... spikes) {
        boolean[] fired = new boolean[STEPS];
        for (int step : spikes) {
            fired[step] = true;
        }
        return fired;
    }
}
