package org.snn4j.network.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.snn4j.network.learning.GivenSpikes.at;
import static org.snn4j.network.learning.GivenSpikes.every;
import static org.snn4j.network.learning.GivenSpikes.learned;
import static org.snn4j.network.learning.GivenSpikes.synapse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.network.Engine;
import org.snn4j.network.Reward;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trains;

/**
 * Oracle: Florian 2007. A pair with E = aPlus e^(-d/tauPlus) in step s makes the eligibility E/tauE e^(-(t-s-1) dt/tauE) in
 * step t &gt; s, and each step with a reward changes the weight by nu dt reward times that.
 */
class MSTDPETTest {
    private static final double TAU = 25;
    private static final MSTDPET RULE = new MSTDPET(new Rates(0.01, 7), 20, 35, TAU, Reduction.SUM);

    @ParameterizedTest
    @ValueSource(ints = {-20, -1, 1, 20})
    void constantRewardIntegratesTheEligibility(int lag) {
        double pair = lag > 0 ? Math.exp(-lag / 20.0) : -Math.exp(lag / 35.0);
        int steps = 100 - 1 - Math.max(50, 50 + lag);
        assertThat(learned(synapse(0.5, RULE), at(50), at(50 + lag), Reward.of(2)) - 0.5)
                .isCloseTo(0.01 * 2 * pair * summed(0, steps, 1), within(1e-6));
    }

    /** The reward comes some steps after the pair and lasts for ten. */
    @ParameterizedTest
    @CsvSource({"1, 1", "10, 1", "50, 1", "200, 1", "20, 0.5", "20, 0.25"})
    void delayedRewardFindsWhatIsLeftOfTheEligibility(int delay, double dt) {
        try (Simulation simulation =
                GivenSpikes.network(dt, synapse(0.5, RULE), 1, 1).simulate(Engine.event(), 0)) {
            simulation.run(GivenSpikes.run(dt, Trains.single(6, 2), Trains.single(6, 5)));
            simulation.run(GivenSpikes.run(dt, Trains.single(delay), Trains.single(delay)));
            assertThat(simulation.weights("X", "Y").get(0)).isEqualTo(0.5f);
            simulation.run(
                    GivenSpikes.run(dt, Trains.single(10), Trains.single(10)).rewarded(Reward.of(3)));
            double pair = Math.exp(-3 * dt / 20);
            assertThat(simulation.weights("X", "Y").get(0) - 0.5)
                    .isCloseTo(0.01 * 3 * pair * summed(delay, 10, dt), within(1e-6));
        }
    }

    /** The sum of dt / tauE e^(-t dt/tauE) over steps t from the given one on. */
    private static double summed(int from, int steps, double dt) {
        double q = Math.exp(-dt / TAU);
        return dt / TAU * Math.pow(q, from) * (1 - Math.pow(q, steps)) / (1 - q);
    }

    @Test
    void withoutRewardNothingChanges() {
        assertThat(learned(synapse(0.5, RULE), every(0, 100), every(20, 100), Reward.NONE))
                .isEqualTo(0.5f);
    }

    @Test
    void spikeOnOneSideAloneChangesNothing() {
        assertThat(learned(synapse(0.5, RULE), every(0, 100), at(), Reward.of(1)))
                .isEqualTo(0.5f);
        assertThat(learned(synapse(0.5, RULE), at(), every(0, 100), Reward.of(1)))
                .isEqualTo(0.5f);
    }

    @Test
    void resetForgetsTheEligibility() {
        try (Simulation simulation =
                GivenSpikes.network(1, synapse(0.5, RULE), 1, 1).simulate(Engine.event(), 0)) {
            simulation.run(GivenSpikes.run(1, Trains.single(20, 5, 18), Trains.single(20, 10, 19)));
            simulation.reset();
            simulation.run(
                    GivenSpikes.run(1, Trains.single(20), Trains.single(20, 3)).rewarded(Reward.of(1)));
            assertThat(simulation.weights("X", "Y").get(0)).isEqualTo(0.5f);
        }
    }

    /** A frozen run between the pair and the reward stops the clock of a rule's own state. */
    @Test
    void eligibilityWaitsInAFrozenRun() {
        try (Simulation simulation =
                GivenSpikes.network(1, synapse(0.5, RULE), 1, 1).simulate(Engine.event(), 0)) {
            simulation.run(GivenSpikes.run(1, Trains.single(6, 2), Trains.single(6, 5)));
            Run frozen =
                    GivenSpikes.run(1, Trains.single(50), Trains.single(50)).frozen();
            simulation.run(frozen.rewarded(Reward.of(1)));
            assertThat(simulation.weights("X", "Y").get(0)).isEqualTo(0.5f);
            simulation.run(
                    GivenSpikes.run(1, Trains.single(1), Trains.single(1)).rewarded(Reward.of(1)));
            assertThat(simulation.weights("X", "Y").get(0) - 0.5)
                    .isCloseTo(0.01 * Math.exp(-3 / 20.0) * summed(0, 1, 1), within(1e-7));
        }
    }
}
