package org.snn4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogisticReadoutTest {
    private static LogisticReadout fitted(Recording recording, double penalty) {
        LogisticReadout.Builder builder = LogisticReadout.builder(recording.neurons(), recording.classes());
        for (int s = 0; s < recording.samples(); s++) {
            builder.add(recording.counts().get(s), recording.labels()[s]);
        }
        return builder.fit(penalty);
    }

    /** Oracle: SciPy, trust-exact and Newton on the same sum, to 1e-14 of its gradient. */
    @Test
    void weightsAreThoseOfAnotherSolver() {
        int[][] counts = {
            {5, 0, 1}, {4, 1, 0}, {6, 0, 0}, {0, 3, 1}, {1, 4, 0}, {0, 5, 2},
            {1, 0, 6}, {0, 1, 4}, {2, 0, 5}, {3, 3, 0}, {0, 0, 1}, {2, 2, 2}
        };
        int[] labels = {0, 0, 0, 1, 1, 1, 2, 2, 2, 1, 0, 2};
        LogisticReadout readout = fitted(new Recording(3, 3, Arrays.asList(counts), labels), 0.5);
        double[][] weights = {
            {0.226830654954, -0.33221365329, 0.105382998336},
            {-1.152394131466, 1.125311107442, 0.027083024024},
            {-0.537139006105, -0.574263300429, 1.111402306534}
        };
        double[] intercepts = {2.277159708772, -0.708689025838, -1.568470682934};
        for (int k = 0; k < 3; k++) {
            for (int neuron = 0; neuron < 3; neuron++) {
                assertThat(readout.weight(neuron, k)).isCloseTo(weights[neuron][k], within(1e-6));
            }
            assertThat(readout.intercept(k)).isCloseTo(intercepts[k], within(1e-6));
        }
        double[] probabilities = {0.253338683348, 0.695926949932, 0.050734366719};
        assertThat(readout.probabilities(1, 2, 0)).containsExactly(probabilities, within(1e-7));
        assertThat(readout.predict(1, 2, 0)).isEqualTo(1);
    }

    /** All classes as often with the same answer: the first guess is right, but for the rounding of 1/3. */
    @Test
    void nothingIsToBeLearnedWhereTheStartIsTheMinimum() {
        LogisticReadout.Builder builder = LogisticReadout.builder(1, 3);
        for (int repeat = 0; repeat < 7; repeat++) {
            for (int label = 0; label < 3; label++) {
                builder.add(new int[] {1}, label);
            }
        }
        LogisticReadout readout = builder.fit(1);
        assertThat(readout.probabilities(1)).containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-12));
    }

    /** Oracle: a convex function is least where its gradient is zero, here worked out from the probabilities. */
    @Property(tries = 200)
    void noWeightCanBeBettered(
            @ForAll("recordings") Recording recording, @ForAll @DoubleRange(min = 0.01, max = 10) double penalty) {
        Assume.that(recording.samples() > 0);
        LogisticReadout readout = fitted(recording, penalty);
        double[][] gradient = new double[recording.neurons() + 1][recording.classes()];
        for (int s = 0; s < recording.samples(); s++) {
            int[] counts = recording.counts().get(s);
            double[] error = readout.probabilities(counts);
            error[recording.labels()[s]] -= 1;
            for (int k = 0; k < error.length; k++) {
                for (int neuron = 0; neuron < counts.length; neuron++) {
                    gradient[neuron][k] += error[k] * counts[neuron];
                }
                gradient[counts.length][k] += error[k];
            }
        }
        for (int k = 0; k < recording.classes(); k++) {
            for (int neuron = 0; neuron < recording.neurons(); neuron++) {
                assertThat(gradient[neuron][k] + penalty * readout.weight(neuron, k))
                        .isCloseTo(0, within(1e-5));
            }
            assertThat(gradient[recording.neurons()][k]).isCloseTo(0, within(1e-5));
        }
    }

    /** Oracle: closed form. With an indicator and hardly a penalty each group has its own frequencies. */
    @Test
    void groupsHaveTheirFrequencies() {
        LogisticReadout.Builder builder = LogisticReadout.builder(1, 2);
        for (int i = 0; i < 10; i++) {
            builder.add(new int[] {1}, i < 7 ? 1 : 0);
            builder.add(new int[] {0}, i < 2 ? 1 : 0);
        }
        LogisticReadout readout = builder.fit(1e-9);
        assertThat(readout.probabilities(1)[1]).isCloseTo(0.7, within(1e-7));
        assertThat(readout.probabilities(0)[1]).isCloseTo(0.2, within(1e-7));
        double logOdds = Math.log(0.7 / 0.3) - Math.log(0.2 / 0.8);
        assertThat(readout.weight(0, 1) - readout.weight(0, 0)).isCloseTo(logOdds, within(1e-6));
    }

    /** Oracle: closed form; without spikes intercepts alone must give the classes' frequencies. */
    @Test
    void silentSamplesLeaveTheFrequenciesOfTheClassesAndAbstain() {
        LogisticReadout.Builder builder = LogisticReadout.builder(2, 4);
        for (int label : new int[] {0, 1, 1, 3, 3, 3, 3, 3}) {
            builder.add(new int[2], label);
        }
        LogisticReadout readout = builder.fit(1);
        assertThat(readout.probabilities(0, 0)).containsExactly(new double[] {0.125, 0.25, 0, 0.625}, within(1e-7));
        assertThat(readout.predict(0, 0)).isEqualTo(Vote.ABSTENTION);
        assertThat(readout.predict(1, 0)).isEqualTo(3);
    }

    @Test
    void classWithoutSamplesIsImpossible() {
        LogisticReadout readout = LogisticReadout.builder(1, 3)
                .add(new int[] {5}, 2)
                .add(new int[] {1}, 0)
                .fit(1);
        assertThat(readout.probabilities(3)[1]).isZero();
        assertThat(readout.weight(0, 1)).isZero();
        assertThat(readout.intercept(1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(readout.predict(5)).isEqualTo(2);
        assertThat(LogisticReadout.builder(1, 3).add(new int[] {5}, 2).fit(1).probabilities(9))
                .containsExactly(0, 0, 1);
    }

    /** Oracle: a larger penalty makes the weights of a separable problem smaller. */
    @Test
    void penaltyHoldsTheWeightsOfSeparableClassesBack() {
        LogisticReadout.Builder builder =
                LogisticReadout.builder(2, 2).add(new int[] {3000, 0}, 0).add(new int[] {0, 2000}, 1);
        double free = builder.fit(1e-6).weight(0, 0);
        assertThat(free).isPositive().isGreaterThan(builder.fit(1).weight(0, 0));
        assertThat(builder.fit(1e-6).weight(0, 0)).as("the same bits again").isEqualTo(free);
    }

    @Test
    void misfitsAreNamed() {
        LogisticReadout.Builder builder = LogisticReadout.builder(2, 2);
        assertThatThrownBy(() -> builder.fit(1)).hasMessageContaining("no samples");
        assertThatThrownBy(() -> builder.add(new int[] {1}, 0)).hasMessageContaining("each of the 2 neurons");
        assertThatThrownBy(() -> builder.add(new int[] {1, -1}, 0)).hasMessageContaining("neuron 1 is -1");
        assertThatThrownBy(() -> builder.add(new int[2], 2)).hasMessageContaining("the label is 2");
        LogisticReadout readout = builder.add(new int[] {1, 0}, 0).fit(1);
        assertThatThrownBy(() -> readout.probabilities(1, 2, 3)).hasMessageContaining("3 spike counts");
        assertThatThrownBy(() -> readout.intercept(2)).hasMessageContaining("from 0 to 1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void penaltyThatIsNoneIsRefused(double penalty) {
        LogisticReadout.Builder builder = LogisticReadout.builder(1, 1).add(new int[1], 0);
        assertThatThrownBy(() -> builder.fit(penalty)).hasMessageContaining("penalty is " + penalty);
    }

    @Provide
    Arbitrary<Recording> recordings() {
        return Recording.any();
    }
}
