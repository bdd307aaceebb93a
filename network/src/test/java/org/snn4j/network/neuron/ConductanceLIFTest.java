package org.snn4j.network.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.network.Connection;
import org.snn4j.network.Currents;
import org.snn4j.network.Engine;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.Receptor;
import org.snn4j.network.Recording;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trains;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.spikes.SpikeTrain;

/** Oracle: closed forms of the differential equations, and their integration in steps a thousand times shorter. */
class ConductanceLIFTest {
    private static final ConductanceLIF CELL = ConductanceLIF.defaults();

    /** So slow that v hardly moves, and from 0: v grows by the charge w tau times the driving force over tauMembrane. */
    @ParameterizedTest
    @CsvSource({"1, 0.5", "1, 0.1", "2, 0.5", "5, 1", "0.3, 1"})
    void spikeBringsTheChargeOfItsConductance(double tau, double dt) {
        ConductanceLIF cell = ConductanceLIF.builder()
                .rest(0)
                .start(0)
                .threshold(1e3)
                .excitatoryReversal(100)
                .tauExcitatory(tau)
                .tauMembrane(1e7)
                .build();
        float[] v = new Driven(cell, dt, Currents.pulse(500, 1)).values(Variable.VOLTAGE);
        double charge = v[499] * 1e7 / 100;
        assertThat(charge).isCloseTo(tau, within(2e-4 * tau));
    }

    /** With g between inputs of I e^(-dt/tau) / (1 - e^(-dt/tau)); its mean over a step is I tau/dt. */
    @ParameterizedTest
    @CsvSource({"0.05, 0, 0.5", "0.2, 0.1, 0.5", "0.02, 3, 0.5", "0.3, 1.5, 0.1"})
    void constantConductancesSettleAtTheWeightedReversals(double excitation, double inhibition, double dt) {
        ConductanceLIF cell = ConductanceLIF.builder().threshold(1e3).build();
        Run run = Run.of(Map.of("E", every(4000), "I", every(4000)), 4000 * dt);
        float[] v = recorded(cell, dt, run, excitation, inhibition, Variable.VOLTAGE);
        double e = excitation * 1 / dt;
        double i = inhibition * 2 / dt;
        double settled = (-65 + e * 0 + i * -100) / (1 + e + i);
        assertThat((double) v[3999]).isCloseTo(settled, within(1e-3));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void potentialFollowsTheDifferentialEquation(long seed) {
        double coarse = errorAgainstFineSteps(seed, 0.5);
        assertThat(coarse).isLessThan(0.05);
        assertThat(errorAgainstFineSteps(seed, 0.25)).isLessThan(0.3 * coarse);
    }

    /** The largest difference in 200 ms of spikes that come every 0.5 ms by chance. */
    private static double errorAgainstFineSteps(long seed, double dt) {
        ConductanceLIF cell = ConductanceLIF.builder().threshold(1e3).build();
        int stride = (int) Math.round(0.5 / dt);
        SpikeTrain excitation = spaced(Trains.random(1, 400, 0.3, new Random(seed)), stride);
        SpikeTrain inhibition = spaced(Trains.random(1, 400, 0.03, new Random(-seed)), stride);
        Run run = Run.of(Map.of("E", excitation, "I", inhibition), 200);
        float[] v = recorded(cell, dt, run, 0.3, 2, Variable.VOLTAGE);
        FineSteps exact = new FineSteps(-105);
        double error = 0;
        for (int step = 0; step < v.length; step++) {
            exact.ge += step > 0 ? 0.3 * excitation.count(step - 1) : 0;
            exact.gi += step > 0 ? 2 * inhibition.count(step - 1) : 0;
            exact.advance(dt);
            error = Math.max(error, Math.abs(v[step] - exact.v));
        }
        return error;
    }

    /** The equations of the published excitatory neuron, by midpoint steps of dt/1000 in double precision. */
    private static final class FineSteps {
        private double v;
        private double ge;
        private double gi;

        FineSteps(double v) {
            this.v = v;
        }

        void advance(double dt) {
            double h = dt / 1000;
            for (int k = 0; k < 1000; k++) {
                double middle = v + h / 2 * slope(v, ge, gi);
                v += h * slope(middle, ge * Math.exp(-h / 2), gi * Math.exp(-h / 4));
                ge *= Math.exp(-h);
                gi *= Math.exp(-h / 2);
            }
        }

        private static double slope(double v, double ge, double gi) {
            return (-65 - v + ge * (0 - v) + gi * (-100 - v)) / 100;
        }
    }

    /** As of 400 neurons that fire at once: with explicit Euler v would go from -65 mV to below -1,000. */
    @Test
    void strongInhibitionStopsAtItsReversalPotential() {
        float[] v = recorded(CELL, 0.5, Run.of("I", Trains.single(40, 20), 20), 0, 17 * 400, Variable.VOLTAGE);
        assertThat(v[22]).isCloseTo(-100, within(0.1f));
        for (float potential : v) {
            assertThat(potential).isBetween(-105f, -65f);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e5, 1e9, 1e15})
    void anyConductanceGivesAPotential(double weight) {
        ConductanceLIF cell = ConductanceLIF.builder().threshold(1e3).build();
        float[] v = recorded(cell, 0.5, Run.of("E", Trains.single(3, 0), 1.5), weight, 0, Variable.VOLTAGE);
        assertThat((double) v[1]).isCloseTo(0, within(2e-3));
    }

    @Test
    void spikesOnBothReceptorsInOneStepDoNotCancel() {
        Run run = Run.of(Map.of("E", Trains.single(3, 0), "I", Trains.single(3, 0)), 1.5);
        float[] ge = recorded(CELL, 0.5, run, 2, 2, Variable.EXCITATION);
        float[] gi = recorded(CELL, 0.5, run, 2, 2, Variable.INHIBITION);
        assertThat(ge).containsExactly(0, (float) (2 * Math.exp(-0.5)), (float) (2 * Math.exp(-1)));
        assertThat((double) gi[1]).isCloseTo(2 * Math.exp(-0.25), within(1e-6));
        assertThat((double) gi[2]).isCloseTo(2 * Math.exp(-0.5), within(1e-6));
    }

    @Test
    void conductanceIsNeverNegative() {
        float[] ge = recorded(CELL, 0.5, Run.of("E", Trains.single(4, 0, 1), 2), -3, 0, Variable.EXCITATION);
        assertThat(ge).containsOnly(0);
    }

    /** An excitatory spike's 10.4 makes a resting inhibitory neuron fire, once. */
    @Test
    void publishedExcitationFiresThePartnerOnce() {
        ConductanceLIF partner = ConductanceLIF.inhibitory().start(-60).build();
        float[] spikes = recorded(partner, 0.5, Run.of("E", Trains.single(100, 10), 50), 10.4, 0, Variable.SPIKES);
        assertThat(sum(spikes)).isEqualTo(1);
        assertThat(spikes[12]).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"INTEGRATES, 0", "INTEGRATES, 5", "INTEGRATES, 2", "HELD, 5", "HELD, 2"})
    void refractoryNeuronDoesNotFire(ConductanceLIF.WhileRefractory mode, double refractory) {
        ConductanceLIF cell = ConductanceLIF.builder()
                .refractory(refractory)
                .whileRefractory(mode)
                .start(-50)
                .build();
        // Strong enough to cross again within a step.
        Driven driven = new Driven(cell, 0.5, Currents.constant(1, 200, 500));
        assertThat(driven.intervals()).hasSizeGreaterThan(10).containsOnly((int) (refractory / 0.5) + 1);
    }

    @Test
    void potentialIsHeldOrGoesOnWhileRefractory() {
        ConductanceLIF.Builder cell =
                ConductanceLIF.builder().start(-50).rest(-60).refractory(2);
        ConductanceLIF held =
                cell.whileRefractory(ConductanceLIF.WhileRefractory.HELD).build();
        ConductanceLIF going =
                cell.whileRefractory(ConductanceLIF.WhileRefractory.INTEGRATES).build();
        assertThat(Driven.constant(held, 3, 0).values(Variable.VOLTAGE)).containsExactly(-65, -65, -65);
        float[] v = Driven.constant(going, 3, 0).values(Variable.VOLTAGE);
        assertThat(v[0]).isEqualTo(-65);
        assertThat((double) v[2]).isCloseTo(-60 - 5 * Math.exp(-0.02), within(1e-4));
    }

    /** 200 s in steps of 0.5 ms; in single precision step by step the decay would be wrong by half. */
    @Test
    void thetaDecaysByItsTimeConstant() {
        ConductanceLIF silent =
                ConductanceLIF.builder().threshold(1e3).theta0(40).build();
        Network network = Network.builder().dt(0.5).layer("Y", silent, 1).build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            for (int run = 0; run < 400; run++) {
                simulation.run(Map.of(), 500);
            }
            double decay = 40 - simulation.learned().require("Y.theta").get(0);
            double expected = -40 * Math.expm1(-200_000 / 1e7);
            assertThat(decay).isCloseTo(expected, within(2e-3 * expected));
        }
    }

    @Test
    void everySpikeRaisesTheThresholdWhileLearning() {
        ConductanceLIF cell = ConductanceLIF.builder()
                .refractory(0)
                .thetaPlus(0.5)
                .tauTheta(1e30)
                .build();
        Network network = Network.builder().layer("Y", cell, 1).build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            Recording theta = simulation.record("Y", Variable.THETA);
            Recording spikes = simulation.record("Y", Variable.SPIKES);
            simulation.run(Run.of("Y", Currents.constant(1, 50, 30), 50));
            float[] raised = theta.floats().values();
            double count = 0;
            for (int step = 0; step < 50; step++) {
                count += spikes.train(0).count(step);
                assertThat((double) raised[step]).isCloseTo(20 + 0.5 * count, within(1e-5));
            }
            assertThat(count).isGreaterThan(20);
            float learned = raised[49];
            simulation.run(Run.of("Y", Currents.constant(1, 50, 30), 50).frozen());
            assertThat(spikes.counts(0)[0]).isPositive();
            assertThat(theta.floats().values()).containsOnly(learned);
            simulation.reset();
            assertThat(simulation.learned().require("Y.theta").get(0)).isEqualTo(learned);
        }
    }

    /** The same settled potential of -50 mV, below the threshold once theta has grown by more than 2. */
    @ParameterizedTest
    @CsvSource({"20, true", "21.9, true", "22.1, false", "40, false"})
    void thresholdGrowsAndShrinksWithTheta(double theta, boolean fires) {
        ConductanceLIF cell = ConductanceLIF.builder().rest(-50).start(-50).build();
        Network network = Network.builder().layer("Y", cell, 1).build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            simulation.restore(new LearnedState(Map.of("Y.theta", FloatArray.of(Shape.of(1), (float) theta))));
            Recording spikes = simulation.record("Y", Variable.SPIKES);
            simulation.run(Run.of(Map.of(), 1).frozen());
            assertThat(spikes.counts(0)[0]).isEqualTo(fires ? 1 : 0);
        }
    }

    @Test
    void neuronWithoutAdaptationHasNoTheta() {
        Network network = Network.builder()
                .layer("Y", ConductanceLIF.inhibitory().build(), 1)
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            assertThat(simulation.learned().arrays()).isEmpty();
            assertThatThrownBy(() -> simulation.record("Y", Variable.THETA)).hasMessageContaining("no variable theta");
        }
    }

    @Test
    void resetReturnsToTheStart() {
        Network network = Network.builder().layer("Y", CELL, 1).build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            simulation.run(Run.of("Y", Currents.pulse(5, 3), 5));
            float[] first = v.floats().values();
            simulation.reset();
            simulation.run(Run.of("Y", Currents.pulse(5, 3), 5));
            assertThat(v.floats().values()).isEqualTo(first);
            assertThat((double) new Driven(CELL, 1, Currents.pulse(1, 0)).values(Variable.VOLTAGE)[0])
                    .isCloseTo(-65 - 40 * Math.exp(-0.01), within(1e-4));
        }
    }

    @Test
    void inhibitoryReceptorIsRefusedWhereThereIsNone() {
        Connection connection = new Connection("X", "Y", OneToOne.of(1)).onto(Receptor.INHIBITORY);
        assertThatThrownBy(() -> Network.builder()
                        .layer("X", new Input(), 1)
                        .layer("Y", LIF.defaults(), 1)
                        .connect(connection)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("connection 0 (X-Y): it acts on an inhibitory receptor, but the LIF neurons of layer Y have"
                        + " none; a negative weight inhibits them");
    }

    /** Without input 40 mV decay by e^(-x) in a step of tauMembrane x; a float near -100 is right to 8e-6. */
    @ParameterizedTest
    @CsvSource({"0.01, 1e-7", "0.7, 1e-7", "1, 1e-6", "2, 3e-4", "10, 1e-3"})
    void potentialDecaysAsFarAsDocumented(double x, double error) {
        ConductanceLIF cell = ConductanceLIF.builder().tauMembrane(1 / x).build();
        float v = recorded(cell, 1, Run.of(Map.of(), 1), 0, 0, Variable.VOLTAGE)[0];
        assertThat((double) v).isCloseTo(-65 - 40 * Math.exp(-x), within(40 * error + 8e-6));
    }

    @ParameterizedTest
    @CsvSource({"0.01, 1e-7", "0.7, 1e-7", "2, 3e-4", "10, 1e-3"})
    void riseIsTheExponentialAsFarAsDocumented(double x, double error) {
        double rise = 0;
        for (int k = 7; k >= 0; k--) {
            rise = (rise + Conductances.coefficients()[k]) * x;
        }
        assertThat(rise / (1 + rise)).isCloseTo(-Math.expm1(-x), within(error)).isBetween(0.0, 1.0);
    }

    private static float[] recorded(
            ConductanceLIF cell, double dt, Run run, double excitation, double inhibition, Variable variable) {
        Network network = Network.builder()
                .dt(dt)
                .layer("E", new Input(), 1)
                .layer("I", new Input(), 1)
                .layer("Y", cell, 1)
                .connect("E", "Y", OneToOne.of(excitation))
                .connect(new Connection("I", "Y", OneToOne.of(inhibition)).onto(Receptor.INHIBITORY))
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            Recording recording = simulation.record("Y", variable);
            simulation.run(run);
            return floats(recording);
        }
    }

    private static float[] floats(Recording recording) {
        float[] values = new float[recording.values().shape().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) recording.values().asDouble(i);
        }
        return values;
    }

    private static SpikeTrain every(int steps) {
        int[] all = new int[steps];
        for (int step = 0; step < steps; step++) {
            all[step] = step;
        }
        return Trains.single(steps, all);
    }

    /** The same spikes with more steps between them. */
    private static SpikeTrain spaced(SpikeTrain train, int stride) {
        int[] spikes = new int[train.count()];
        int found = 0;
        for (int step = 0; step < train.steps(); step++) {
            if (train.count(step) > 0) {
                spikes[found++] = step * stride;
            }
        }
        return Trains.single(train.steps() * stride, spikes);
    }

    private static float sum(float[] values) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
