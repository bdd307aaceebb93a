package org.snn4j.network.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.snn4j.network.learning.GivenSpikes.TAU_POST;
import static org.snn4j.network.learning.GivenSpikes.TAU_PRE;
import static org.snn4j.network.learning.GivenSpikes.at;
import static org.snn4j.network.learning.GivenSpikes.learned;
import static org.snn4j.network.learning.GivenSpikes.synapse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trains;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Dense;

/** Oracle: the formulas of the exponential and of the symmetric rule of Diehl and Cook 2015, for single pairs of spikes. */
class DiehlAndCookVariantsTest {
    private static final double X_TAR = 0.4;

    /** The first source fires with the target, the second ten steps before, the third never. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1, 3})
    void exponentialRuleWeighsGainAndLossByTheWeight(double beta) {
        LearningRule rule = new DiehlAndCookExponentialRule(0.1, X_TAR, beta, Reduction.SUM);
        float[] w = afterOneOutput(rule);
        double[] x = {1, Math.exp(-10 / TAU_PRE), 0};
        double[] before = {0.3, 0.5, 0.7};
        for (int i = 0; i < 3; i++) {
            double gain = x[i] * Math.exp(-beta * before[i]);
            double loss = X_TAR * Math.exp(-beta * (1 - before[i]));
            assertThat(w[i] - before[i]).isCloseTo(0.1 * (gain - loss), within(1e-7));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1, 2})
    void symmetricRuleGrowsAsThePowerLaw(double mu) {
        float[] symmetric = afterOneOutput(new DiehlAndCookSymmetricRule(new Rates(0, 0.1), X_TAR, mu, Reduction.SUM));
        float[] powerLaw = afterOneOutput(new DiehlAndCookRule(0.1, X_TAR, mu, Reduction.SUM));
        for (int i = 0; i < 3; i++) {
            assertThat((double) symmetric[i]).isCloseTo(powerLaw[i], within(1e-7));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5", "0.5, 0.5", "1, 0.5", "2, 0.25"})
    void symmetricRuleShrinksAtInputsByAPowerOfTheWeight(double mu, double w) {
        LearningRule rule = new DiehlAndCookSymmetricRule(new Rates(0.01, 0), X_TAR, mu, Reduction.SUM);
        double expected = -0.01 * Math.exp(-7 / TAU_POST) * Math.pow(w, mu);
        assertThat(learned(synapse(w, rule).bounds(0, 1), at(50), at(43)) - w).isCloseTo(expected, within(1e-7));
    }

    /** Of the synapses from three sources, after the target has fired once. */
    private static float[] afterOneOutput(LearningRule rule) {
        Dense synapses = Dense.of(FloatArray.of(Shape.of(3, 1), 0.3f, 0.5f, 0.7f))
                .bounds(-1, 1)
                .learning(rule);
        try (Simulation simulation = GivenSpikes.network(1, synapses, 3, 1).simulate(Engine.event(), 0)) {
            simulation.run(GivenSpikes.run(
                    1, Trains.of(30, new int[] {20}, new int[] {10}, new int[0]), Trains.single(30, 20)));
            return simulation.weights("X", "Y").values();
        }
    }

    @Test
    void presynapticSpikesAloneChangeNothing() {
        assertThat(learned(
                        synapse(0.5, new DiehlAndCookExponentialRule(0.1, X_TAR, 1, Reduction.SUM))
                                .bounds(0, 1),
                        at(3, 40, 41),
                        at()))
                .isEqualTo(0.5f);
        assertThat(learned(
                        synapse(0.5, new DiehlAndCookSymmetricRule(new Rates(0.1, 0.1), X_TAR, 0, Reduction.SUM)),
                        at(3, 40, 41),
                        at()))
                .isEqualTo(0.5f);
    }

    @Test
    void infiniteBoundsAreNamed() {
        for (LearningRule rule : new LearningRule[] {
            new DiehlAndCookExponentialRule(0.1, X_TAR, 1, Reduction.SUM),
            new DiehlAndCookSymmetricRule(new Rates(0, 0.1), X_TAR, 0.5, Reduction.SUM)
        }) {
            Network network = GivenSpikes.network(1, synapse(0.5, rule), 1, 1);
            assertThatThrownBy(() -> network.simulate(Engine.event(), 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("connection X-Y: " + rule.type() + " needs finite bounds");
        }
    }
}
