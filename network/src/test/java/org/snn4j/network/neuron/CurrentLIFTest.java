package org.snn4j.network.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
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

/** Oracle: the solution of two coupled decays; refractory steps counted by hand. */
class CurrentLIFTest {
    private static final LIF QUIET =
            LIF.builder().threshold(1e6).tauMembrane(20).build();

    /** With c = exp(-dt/tauCurrent), d = exp(-dt/tauMembrane): v - rest = I (d^(n+1) - c^(n+1)) / (d - c) after n steps. */
    @ParameterizedTest
    @CsvSource({"2, 1", "5, 1", "50, 1", "2, 0.5", "7.3, 0.25"})
    void pulseDecaysAsACurrentAndChargesTheMembrane(double tauCurrent, double dt) {
        Driven driven = new Driven(new CurrentLIF(QUIET, tauCurrent), dt, Currents.pulse(100, 10));
        float[] i = driven.values(Variable.CURRENT);
        float[] v = driven.values(Variable.VOLTAGE);
        double c = Math.exp(-dt / tauCurrent);
        double d = Math.exp(-dt / 20);
        for (int n = 0; n < 100; n++) {
            assertThat(i[n]).isCloseTo((float) (10 * Math.pow(c, n)), within(1e-5f));
            double charge = 10 * (Math.pow(d, n + 1) - Math.pow(c, n + 1)) / (d - c);
            assertThat(v[n]).isCloseTo((float) (-65 + charge), within(1e-3f));
        }
    }

    @Test
    void currentsAddUp() {
        float[] i = new Driven(new CurrentLIF(QUIET, 2), 1, Currents.of(4, 0, 8)).values(Variable.CURRENT);
        assertThat(i[2]).isCloseTo((float) (8 + 4 * Math.exp(-1)), within(1e-6f));
    }

    /** The step's share of the refractory period has passed already when the counter is read: one step less than LIF. */
    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, 1, 1", "2, 1, 2", "5, 1, 5", "5, 0.5, 10", "2.5, 1, 3"})
    void counterIsDecrementedBeforeItIsRead(double refractory, double dt, int interval) {
        CurrentLIF cell = new CurrentLIF(LIF.builder().refractory(refractory).build(), 2);
        assertThat(new Driven(cell, dt, Currents.constant(1, 60, 100)).intervals())
                .hasSizeGreaterThan(4)
                .containsOnly(interval);
    }

    @Test
    void currentBuildsUpWhileTheMembraneIsRefractory() {
        CurrentLIF cell = new CurrentLIF(LIF.builder().refractory(4).build(), 10);
        Driven driven = new Driven(cell, 1, Currents.of(20, 1, 1, 1, 1));
        assertThat(driven.firing()).containsExactly(0, 4);
        double c = Math.exp(-0.1);
        double expected = 20 * Math.pow(c, 4) + c * c * c + c * c + c + 1;
        assertThat(driven.values(Variable.CURRENT)[4]).isCloseTo((float) expected, within(1e-5f));
        assertThat(driven.values(Variable.VOLTAGE)).startsWith(-65, -65, -65, -65);
    }

    @Test
    void resetForgetsTheCurrent() {
        Network network =
                Network.builder().layer("Y", new CurrentLIF(QUIET, 50), 1).build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            simulation.run(Run.of("Y", Currents.of(5), 1));
            simulation.reset();
            simulation.run(Map.of(), 2);
            assertThat(v.floats().values()).containsExactly(-65, -65);
        }
    }

    @Test
    void currentOfTheLastRunGoesOn() {
        Network network =
                Network.builder().layer("Y", new CurrentLIF(QUIET, 50), 1).build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            Recording i = simulation.record("Y", Variable.CURRENT);
            simulation.run(Run.of("Y", Currents.of(5), 1));
            simulation.run(Map.of(), 2);
            assertThat(i.floats().values()[1]).isCloseTo((float) (5 * Math.exp(-2 / 50.0)), within(1e-5f));
        }
    }

    /** Numbers below Float.MIN_NORMAL slow every operation on them down, some seventy times. */
    @Test
    void currentThatHasDecayedIsZeroAndNeverSubnormal() {
        float[] i = new Driven(new CurrentLIF(QUIET, 2), 1, Currents.pulse(400, 1)).values(Variable.CURRENT);
        assertThat(i[100]).isPositive();
        assertThat(i[399]).isZero();
        for (float current : i) {
            assertThat(current == 0 || Math.abs(current) >= Float.MIN_NORMAL).isTrue();
        }
    }
}
