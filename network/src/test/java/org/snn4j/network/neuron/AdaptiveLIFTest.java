package org.snn4j.network.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snn4j.network.Currents;
import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Variable;

/** Oracle: DiehlAndCook neurons without their one-spike rule, bit by bit; the closed form of adapting intervals. */
class AdaptiveLIFTest {
    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void adaptiveLifIsDiehlAndCookWithoutOneSpike(
            @ForAll @DoubleRange(max = 2) double thetaPlus,
            @ForAll @DoubleRange(min = 5, max = 500) double tauTheta,
            @ForAll @IntRange(max = 6) int refractory,
            @ForAll long seed) {
        LIF membrane = new LIF(-58, -65, -62, refractory, 15, -67);
        DiehlAndCook cell = new DiehlAndCook(
                -58, -65, -62, refractory, 15, thetaPlus, tauTheta, false, -67, Double.POSITIVE_INFINITY);
        Driven one = new Driven(
                new AdaptiveLIF(membrane, thetaPlus, tauTheta), 1, Currents.random(5, 100, -2, 5, new Random(seed)));
        Driven other = new Driven(cell, 1, one.current());
        assertThat(one.spikes()).isEqualTo(other.spikes());
        assertThat(one.values(Variable.VOLTAGE)).isEqualTo(other.values(Variable.VOLTAGE));
        assertThat(one.values(Variable.THETA)).isEqualTo(other.values(Variable.THETA));
    }

    /**
     * A current of b per step drives v - rest towards B = b / (1 - d), d = exp(-dt/tau). From reset, after k spikes the
     * threshold is reached n steps later, n the least with u d^n + B (1 - d^n) at least threshold + k thetaPlus - rest.
     */
    @ParameterizedTest
    @CsvSource({"1, 0.25, 20", "2.5, 0.5, 10", "0.5, 0.1, 50"})
    void intervalsGrowAsTheClosedFormSays(double current, double thetaPlus, double tau) {
        LIF membrane = LIF.builder().reset(-70).refractory(2).tauMembrane(tau).build();
        int[] intervals = Driven.constant(new AdaptiveLIF(membrane, thetaPlus, 1e30), 3000, current)
                .intervals();
        double decay = Math.exp(-1 / tau);
        double asymptote = current / (1 - decay);
        assertThat(intervals).hasSizeGreaterThan(8);
        for (int k = 0; k < 8; k++) {
            double start = -5 * decay * decay;
            double needed = 13 + (k + 1) * thetaPlus;
            assertThat(needed).isLessThan(0.95 * asymptote);
            double rise = Math.log((needed - asymptote) / (start - asymptote)) / Math.log(decay);
            assertThat(intervals[k]).isEqualTo(2 + (int) Math.ceil(rise));
        }
    }

    @Test
    void frozenThetaNeitherGrowsNorDecays() {
        Network network = Network.builder()
                .layer("Y", new AdaptiveLIF(LIF.defaults(), 2, 10), 1)
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            Recording theta = simulation.record("Y", Variable.THETA);
            simulation.run(Run.of("Y", Currents.of(20, 0, 0), 3));
            float expected = (float) (2 * Math.exp(-0.2));
            assertThat(theta.floats().get(2)).isCloseTo(expected, within(1e-6f));
            float learned = theta.floats().get(2);
            simulation.run(Run.of("Y", Currents.constant(1, 50, 20), 50).frozen());
            assertThat(theta.floats().values()).containsOnly(learned);
        }
    }

    @Test
    void thetaIsLearnedAndSurvivesAReset() {
        Network network = Network.builder()
                .layer("Y", new AdaptiveLIF(LIF.defaults(), 2, 1e30), 1)
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            simulation.run(Run.of("Y", Currents.of(20), 1));
            simulation.reset();
            assertThat(simulation.learned().arrays()).containsOnlyKeys("Y.theta");
            assertThat(simulation.learned().require("Y.theta").values()).containsExactly(2);
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            simulation.run(Map.of(), 1);
            assertThat(v.floats().values()).containsExactly(-65);
        }
    }
}
