package org.snn4j.network.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.snn4j.network.learning.GivenSpikes.TAU_PRE;
import static org.snn4j.network.learning.GivenSpikes.at;
import static org.snn4j.network.learning.GivenSpikes.every;
import static org.snn4j.network.learning.GivenSpikes.learned;
import static org.snn4j.network.learning.GivenSpikes.synapse;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.network.Engine;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trains;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.spikes.SpikeBatch;

/** Oracle: eta (x - xTar) (wmax - w)^mu, with x the exponential of the time since the source's spike. */
class DiehlAndCookRuleTest {
    private static final double X_TAR = 0.4;

    /** The first source fires with the target, the second ten steps before, the third never. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 0.5, 1, 2})
    void postsynapticSpikeChangesTheWeightsOfAllSources(double mu) {
        Dense synapses = Dense.of(FloatArray.of(Shape.of(3, 1), 0.3f, 0.5f, 0.7f))
                .bounds(-1, 1)
                .learning(new DiehlAndCookRule(0.1, X_TAR, mu, Reduction.SUM));
        try (Simulation simulation = GivenSpikes.network(1, synapses, 3, 1).simulate(Engine.event(), 0)) {
            simulation.run(GivenSpikes.run(
                    1, Trains.of(30, new int[] {20}, new int[] {10}, new int[0]), Trains.single(30, 20)));
            float[] w = simulation.weights("X", "Y").values();
            assertThat(w[0] - 0.3).isCloseTo(0.1 * (1 - X_TAR) * Math.pow(0.7, mu), within(1e-7));
            assertThat(w[1] - 0.5).isCloseTo(0.1 * (Math.exp(-10 / TAU_PRE) - X_TAR) * Math.pow(0.5, mu), within(1e-7));
            assertThat(w[2] - 0.7).isCloseTo(-0.1 * X_TAR * Math.pow(0.3, mu), within(1e-7));
        }
    }

    @Test
    void targetThatIsSilentLearnsNothing() {
        Dense synapses = Dense.uniform(0, 1).bounds(0, 1).learning(new DiehlAndCookRule(0.1, X_TAR, 1, Reduction.SUM));
        try (Simulation simulation = GivenSpikes.network(1, synapses, 4, 3).simulate(Engine.event(), 0)) {
            float[] before = simulation.weights("X", "Y").values();
            simulation.run(
                    GivenSpikes.run(1, Trains.incessant(4, 20), Trains.of(20, new int[0], new int[] {7}, new int[0])));
            float[] after = simulation.weights("X", "Y").values();
            for (int i = 0; i < before.length; i++) {
                assertThat(after[i] != before[i]).isEqualTo(i % 3 == 1);
            }
        }
    }

    /** xTar is what a weight's mean trace settles at: with x always at xTar nothing changes. */
    @Test
    void traceAtItsTargetChangesNothing() {
        Dense synapse = synapse(0.5, new DiehlAndCookRule(0.1, 1, 0, Reduction.SUM));
        assertThat(learned(synapse, every(0, 100), every(0, 100))).isEqualTo(0.5f);
    }

    @Test
    void presynapticSpikesAloneChangeNothing() {
        Dense synapse = synapse(0.5, new DiehlAndCookRule(0.1, X_TAR, 0, Reduction.SUM));
        assertThat(learned(synapse, every(0, 100), at())).isEqualTo(0.5f);
    }

    /** The root of a negative number would not be one. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2})
    void weightAboveWmaxCountsAsAtWmax(double mu) {
        Dense synapse = synapse(0.5, new DiehlAndCookRule(0.1, X_TAR, mu, Reduction.SUM))
                .bounds(0, 1);
        Network network = GivenSpikes.network(1, synapse, 1, 1);
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            simulation.restore(new LearnedState(Map.of("X-Y.w", FloatArray.of(Shape.of(1, 1), 1.5f))));
            simulation.run(GivenSpikes.run(1, Trains.single(1), Trains.single(1, 0)));
            assertThat(simulation.weights("X", "Y").get(0)).isEqualTo(1);
        }
    }

    @Test
    void muOfZeroNeedsNoBounds() {
        Dense synapse = synapse(7, new DiehlAndCookRule(0.1, X_TAR, 0, Reduction.SUM));
        assertThat(learned(synapse, at(50), at(50)) - 7.0).isCloseTo(0.06, within(1e-6));
    }

    @Test
    void infiniteBoundsWithAnotherMuAreNamed() {
        Network network =
                GivenSpikes.network(1, synapse(0.5, new DiehlAndCookRule(0.1, X_TAR, 0.2, Reduction.SUM)), 1, 1);
        assertThatThrownBy(() -> network.simulate(Engine.event(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("connection X-Y: DiehlAndCookRule needs finite bounds");
    }

    /** In both samples the target fires, in one of them the source too; both see the old weight. */
    @ParameterizedTest
    @CsvSource({"SUM, 1", "MEAN, 0.5"})
    void changesOfABatchAreReduced(Reduction reduction, double factor) {
        Dense synapse =
                synapse(0.5, new DiehlAndCookRule(0.1, X_TAR, 1, reduction)).bounds(0, 1);
        SpikeBatch pre = new SpikeBatch(List.of(Trains.single(1, 0), Trains.silent(1, 1)));
        try (Simulation simulation = GivenSpikes.network(1, synapse, 1, 1).simulate(Engine.event(), 0)) {
            simulation.run(Run.of("X", pre, 1).clamp("Y", ByteArray.of(Shape.of(1), (byte) 1)));
            assertThat(simulation.weights("X", "Y").get(0) - 0.5)
                    .isCloseTo(factor * 0.1 * 0.5 * (1 - X_TAR - X_TAR), within(1e-7));
        }
    }
}
