package org.snn4j.network.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.snn4j.network.learning.GivenSpikes.at;
import static org.snn4j.network.learning.GivenSpikes.every;
import static org.snn4j.network.learning.GivenSpikes.learned;
import static org.snn4j.network.learning.GivenSpikes.synapse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.network.Engine;
import org.snn4j.network.Reward;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trains;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.spikes.SpikeBatch;
import org.snn4j.network.spikes.SpikeTrain;

/**
 * Oracle: Florian 2007. A pair of spikes with the postsynaptic one d later changes the weight by nu reward aPlus
 * e^(-d/tauPlus), with the presynaptic one later by nu reward aMinus e^(-d/tauMinus), one step after the pair.
 */
class MSTDPTest {
    private static final MSTDP RULE = new MSTDP(new Rates(0.01, 7), 20, 35, Reduction.SUM);
    private static final Reward REWARD = new Reward(2.5, 1.5, -0.75);

    @ParameterizedTest
    @ValueSource(ints = {-40, -7, -2, -1, 0, 1, 2, 5, 40})
    void pairChangesTheWeightByRewardTimesTheWindow(int lag) {
        double plus = lag >= 0 ? 1.5 * Math.exp(-lag / 20.0) : 0;
        double minus = lag <= 0 ? -0.75 * Math.exp(lag / 35.0) : 0;
        assertThat(learned(synapse(0.5, RULE), at(50), at(50 + lag), REWARD) - 0.5)
                .isCloseTo(0.01 * 2.5 * (plus + minus), within(1e-6));
    }

    @Test
    void withFlorianAmplitudesACoincidentPairCancels() {
        assertThat(learned(synapse(0.5, RULE), at(50), at(50), Reward.of(1))).isEqualTo(0.5f);
    }

    @Test
    void punishmentTurnsTheWindowOver() {
        double reward = learned(synapse(0.5, RULE), at(50), at(55), Reward.of(1)) - 0.5;
        assertThat(learned(synapse(0.5, RULE), at(50), at(55), Reward.of(-1)) - 0.5)
                .isCloseTo(-reward, within(1e-7));
    }

    /** Three presynaptic spikes before one postsynaptic spike make three pairs. */
    @Test
    void allPairsCount() {
        double expected = 0.01 * (Math.exp(-2 / 20.0) + Math.exp(-5 / 20.0) + Math.exp(-11 / 20.0));
        assertThat(learned(synapse(0.5, RULE), at(39, 45, 48), at(50), Reward.of(1)) - 0.5)
                .isCloseTo(expected, within(1e-6));
    }

    @Test
    void withoutRewardNothingChanges() {
        assertThat(learned(synapse(0.5, RULE), every(0, 100), every(0, 100), Reward.of(0)))
                .isEqualTo(0.5f);
        assertThat(learned(synapse(0.5, RULE), every(0, 100), every(0, 100), Reward.NONE))
                .isEqualTo(0.5f);
    }

    @Test
    void spikeOnOneSideAloneChangesNothing() {
        assertThat(learned(synapse(0.5, RULE), every(0, 100), at(), REWARD)).isEqualTo(0.5f);
        assertThat(learned(synapse(0.5, RULE), at(), every(0, 100), REWARD)).isEqualTo(0.5f);
    }

    @Test
    void timeConstantsAreInMilliseconds() {
        try (Simulation simulation =
                GivenSpikes.network(0.5, synapse(0.5, RULE), 1, 1).simulate(Engine.event(), 0)) {
            simulation.run(GivenSpikes.run(0.5, Trains.single(40, 10), Trains.single(40, 20))
                    .rewarded(Reward.of(1)));
            assertThat(simulation.weights("X", "Y").get(0) - 0.5).isCloseTo(0.01 * Math.exp(-0.25), within(1e-6));
        }
    }

    /** The pair is complete in the last step of the first run; its weight change follows in the second, by its reward. */
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "3, -2"})
    void pairOfTheLastStepIsRewardedInTheNextRun(double first, double second) {
        try (Simulation simulation =
                GivenSpikes.network(1, synapse(0.5, RULE), 1, 1).simulate(Engine.event(), 0)) {
            simulation.run(GivenSpikes.run(1, Trains.single(20, 14), Trains.single(20, 19))
                    .rewarded(Reward.of(first)));
            assertThat(simulation.weights("X", "Y").get(0)).isEqualTo(0.5f);
            simulation.run(
                    GivenSpikes.run(1, Trains.single(5), Trains.single(5)).rewarded(Reward.of(second)));
            assertThat(simulation.weights("X", "Y").get(0) - 0.5)
                    .isCloseTo(second * 0.01 * Math.exp(-0.25), within(1e-7));
        }
    }

    @Test
    void tracesGoOnInTheNextRun() {
        try (Simulation simulation =
                GivenSpikes.network(1, synapse(0.5, RULE), 1, 1).simulate(Engine.event(), 0)) {
            simulation.run(GivenSpikes.run(1, Trains.single(20, 15), Trains.single(20)));
            simulation.run(
                    GivenSpikes.run(1, Trains.single(20), Trains.single(20, 5)).rewarded(Reward.of(1)));
            assertThat(simulation.weights("X", "Y").get(0) - 0.5).isCloseTo(0.01 * Math.exp(-10 / 20.0), within(1e-6));
        }
    }

    /** The spike after the reset, on either side, would make a pair with one before. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void resetForgetsPairsAndTraces(boolean presynaptic) {
        SpikeTrain spike = Trains.single(20, 0);
        SpikeTrain silent = Trains.single(20);
        try (Simulation simulation =
                GivenSpikes.network(1, synapse(0.5, RULE), 1, 1).simulate(Engine.event(), 0)) {
            simulation.run(GivenSpikes.run(1, Trains.single(20, 14, 19), Trains.single(20, 12, 19)));
            simulation.reset();
            simulation.run(GivenSpikes.run(1, presynaptic ? spike : silent, presynaptic ? silent : spike)
                    .rewarded(REWARD));
            assertThat(simulation.weights("X", "Y").get(0)).isEqualTo(0.5f);
        }
    }

    @ParameterizedTest
    @CsvSource({"SUM, 3", "MEAN, 1"})
    void changesOfABatchAreReduced(Reduction reduction, double factor) {
        Dense synapse = synapse(0.5, new MSTDP(new Rates(0.01, 0), 20, 35, reduction));
        SpikeBatch pre = new SpikeBatch(List.of(Trains.single(10, 2), Trains.single(10, 2), Trains.single(10, 2)));
        try (Simulation simulation = GivenSpikes.network(1, synapse, 1, 1).simulate(Engine.event(), 0)) {
            ByteArray post = ByteArray.of(Shape.of(10, 1), new byte[] {0, 0, 0, 0, 0, 0, 1, 0, 0, 0});
            simulation.run(Run.of("X", pre, 10).clamp("Y", post).rewarded(Reward.of(1)));
            assertThat(simulation.weights("X", "Y").get(0) - 0.5)
                    .isCloseTo(factor * 0.01 * Math.exp(-4 / 20.0), within(1e-6));
        }
    }

    @Test
    void layersNeedNoTracesOfTheirOwn() {
        assertThat(RULE.readsTraces()).isFalse();
    }
}
