package org.snn4j.network.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.network.Currents;
import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trains;
import org.snn4j.network.Variable;

/** Oracle: the formulas of the kernels, written down here a second time, and their sums. */
class CSRMTest {
    private static final double TAU = 5;

    static Stream<Arguments> kernelsAndSteps() {
        return Stream.of(ResponseKernel.values())
                .flatMap(kernel -> Stream.of(1.0, 0.5, 0.3).map(dt -> Arguments.of(kernel, dt)));
    }

    private static CSRM.Builder silent(ResponseKernel kernel) {
        return CSRM.builder().threshold(1e9).kernel(kernel).tauResponse(TAU).responseWindow(20);
    }

    private static double epsilon(ResponseKernel kernel, double s) {
        return switch (kernel) {
            case EXPONENTIAL -> Math.exp(-s / TAU);
            case ALPHA -> s / TAU * Math.exp(-s / TAU);
            case SLAYER_ALPHA -> Math.E * (s / TAU) * Math.exp(-s / TAU);
            case LAPLACIAN -> s < TAU ? Math.exp(s / TAU - 1) : Math.exp(1 - s / TAU);
            case TRIANGULAR -> s < TAU ? s / TAU : Math.max(2 - s / TAU, 0);
            case RECTANGULAR -> s < TAU - 1e-9 ? 1 : 0;
        };
    }

    @ParameterizedTest
    @MethodSource("kernelsAndSteps")
    void impulseResponseIsTheKernelUntilTheWindowIsOver(ResponseKernel kernel, double dt) {
        float[] v = new Driven(silent(kernel).build(), dt, Currents.pulse(100, 8)).values(Variable.VOLTAGE);
        int window = (int) Math.round(20 / dt);
        for (int n = 0; n < 100; n++) {
            double expected = n < window ? -65 + 8 * epsilon(kernel, n * dt) : -65;
            assertThat((double) v[n]).as("step %d", n).isCloseTo(expected, within(1e-5));
        }
    }

    @ParameterizedTest
    @EnumSource(ResponseKernel.class)
    void responsesToTwoInputsSuperpose(ResponseKernel kernel) {
        float[] v = new Driven(silent(kernel).build(), 1, Currents.of(8, 0, 0, -3, 0, 0, 0, 0, 0, 0))
                .values(Variable.VOLTAGE);
        for (int n = 3; n < 10; n++) {
            double expected = -65 + 8 * epsilon(kernel, n) - 3 * epsilon(kernel, n - 3);
            assertThat((double) v[n]).isCloseTo(expected, within(1e-5));
        }
    }

    /** The area of the smooth kernels by the sum over steps of 0.01 ms, a rectangle rule that is off by less than 1 %. */
    @ParameterizedTest
    @CsvSource({
        "EXPONENTIAL, 1",
        "ALPHA, 1",
        "SLAYER_ALPHA, 2.71828",
        "LAPLACIAN, 1.63212",
        "TRIANGULAR, 1",
        "RECTANGULAR, 1"
    })
    void areaIsAsDocumented(ResponseKernel kernel, double areaOverTau) {
        double area = IntStream.range(0, 20_000)
                .mapToDouble(k -> 0.01 * kernel.at(k * 0.01, TAU))
                .sum();
        assertThat(area).isCloseTo(areaOverTau * TAU, within(0.01 * TAU));
    }

    @ParameterizedTest
    @CsvSource({"ALPHA, 0.36788", "SLAYER_ALPHA, 1", "LAPLACIAN, 1", "TRIANGULAR, 1"})
    void kernelPeaksAtTau(ResponseKernel kernel, double peak) {
        assertThat(kernel.at(TAU, TAU)).isCloseTo(peak, within(1e-5));
        assertThat(kernel.at(TAU - 0.1, TAU)).isLessThan(kernel.at(TAU, TAU));
        assertThat(kernel.at(TAU + 0.1, TAU)).isLessThan(kernel.at(TAU, TAU));
    }

    /** A spike in step 0; from step 1 on eta(s) = -eta0 exp(-s/tauEta) is added, until its window is over. */
    @ParameterizedTest
    @CsvSource({"1, 13", "0.5, 13", "1, -4"})
    void ownSpikeLeavesTheRefractoryKernel(double dt, double eta0) {
        CSRM cell = CSRM.builder()
                .kernel(ResponseKernel.RECTANGULAR)
                .tauResponse(dt)
                .eta0(eta0)
                .tauEta(7)
                .etaWindow(30)
                .build();
        Driven driven = new Driven(cell, dt, Currents.pulse(100, 20));
        float[] v = driven.values(Variable.VOLTAGE);
        assertThat(driven.firing()).containsExactly(0);
        assertThat(v[0]).isEqualTo(-45);
        for (int n = 1; n < 100; n++) {
            double expected = -65 - (n * dt <= 30 ? eta0 * Math.exp(-n * dt / 7) : 0);
            assertThat((double) v[n]).isCloseTo(expected, within(1e-5));
        }
    }

    @Test
    void refractoryKernelsOfSpikesAddUp() {
        CSRM cell = CSRM.builder()
                .refractory(0)
                .kernel(ResponseKernel.RECTANGULAR)
                .tauResponse(1)
                .eta0(10)
                .tauEta(7)
                .build();
        Driven driven = new Driven(cell, 1, Currents.of(100, 100, 0, 100, 0, 0));
        assertThat(driven.firing()).containsExactly(0, 1, 3);
        double expected = -65 - 10 * (Math.exp(-5 / 7.0) + Math.exp(-4 / 7.0) + Math.exp(-2 / 7.0));
        assertThat((double) driven.values(Variable.VOLTAGE)[5]).isCloseTo(expected, within(1e-5));
    }

    /** Also after a spike: LIF without reset, from which each spike takes eta0, is the same model by its differential equation. */
    @Test
    void exponentialKernelIsALeakyIntegratorWithSubtractiveReset() {
        double eta0 = 9;
        CSRM cell = CSRM.builder()
                .refractory(0)
                .responseWindow(400)
                .eta0(eta0)
                .etaWindow(400)
                .build();
        Driven driven = new Driven(cell, 1, Currents.random(1, 300, -1, 5, new Random(3)));
        float[] v = driven.values(Variable.VOLTAGE);
        double expected = -65;
        double taken = 0;
        for (int n = 0; n < 300; n++) {
            expected = -65
                    + (expected - taken + 65) * Math.exp(-1 / 10.0)
                    + driven.current().values().get(n);
            assertThat((double) v[n]).isCloseTo(expected, within(1e-3));
            taken = v[n] >= -52 ? eta0 : 0;
        }
        assertThat(driven.firing()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, 1, 2", "5, 1, 6", "5, 0.5, 11"})
    void refractoryNeuronDoesNotFireAgain(double refractory, double dt, int interval) {
        CSRM cell = CSRM.builder().refractory(refractory).eta0(0).build();
        assertThat(new Driven(cell, dt, Currents.constant(1, 60, 100)).intervals())
                .hasSizeGreaterThan(4)
                .containsOnly(interval);
    }

    /** An input of 20 mV in a refractory step still counts, with exp(-0.1) of it, in the first step that is not. */
    @Test
    void refractoryNeuronRespondsToInput() {
        CSRM cell = CSRM.builder()
                .refractory(3)
                .eta0(0)
                .kernel(ResponseKernel.EXPONENTIAL)
                .build();
        Driven driven = new Driven(cell, 1, Currents.of(14, -14, 0, 20, 0, 0));
        assertThat(driven.firing()).containsExactly(0, 4);
        double expected = -65 + 14 * Math.exp(-0.4) - 14 * Math.exp(-0.3) + 20 * Math.exp(-0.1);
        assertThat((double) driven.values(Variable.VOLTAGE)[4]).isCloseTo(expected, within(1e-5));
    }

    @Test
    void windowIsAtLeastOneStep() {
        CSRM cell = silent(ResponseKernel.EXPONENTIAL).responseWindow(0.1).build();
        assertThat(new Driven(cell, 1, Currents.of(8, 0, 4, 0)).values(Variable.VOLTAGE))
                .containsExactly(-57, -65, -61, -65);
    }

    @Test
    void clampedSpikeHasNoRefractoryKernel() {
        Network network = Network.builder().layer("Y", CSRM.defaults(), 1).build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            simulation.run(
                    Run.of(Map.of(), 10).clamp("Y", Trains.single(10, 0, 1, 2).toDense()));
            assertThat(v.floats().values()).containsOnly(-65);
        }
    }

    @Test
    void resetForgetsInputsAndSpikes() {
        Network network = Network.builder().layer("Y", CSRM.defaults(), 1).build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            Recording spikes = simulation.record("Y", Variable.SPIKES);
            simulation.run(Run.of("Y", Currents.pulse(3, 20), 3));
            assertThat(spikes.counts(0)).containsExactly(1);
            simulation.run(Map.of(), 3);
            assertThat(v.floats().values()).doesNotContain(-65);
            simulation.reset();
            simulation.run(Map.of(), 3);
            assertThat(v.floats().values()).containsOnly(-65);
        }
    }

    @Test
    void windowOfTooManyStepsIsRefused() {
        Network network = Network.builder()
                .dt(0.01)
                .layer("Y", CSRM.builder().etaWindow(2000).build(), 1)
                .build();
        assertThatThrownBy(() -> network.simulate(Engine.event(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("CSRM.etaWindow is 2000.0 ms, which are 200000.0 steps of 0.01 ms; at most 100000 steps"
                        + " would be right");
    }

    @ParameterizedTest
    @CsvSource({"0.2, 1, 1", "2.4, 1, 2", "2.5, 1, 3", "2.6, 1, 3", "10, 0.5, 20", "1000, 0.01, 100000"})
    void windowsAreRoundedToStepsAndHaveOneAtLeast(double window, double dt, int steps) {
        CSRM cell = CSRM.builder().responseWindow(window).etaWindow(window).build();
        assertThat(cell.responses(dt)).hasSize(steps);
        assertThat(cell.afterpotentials(dt)).hasSize(steps);
    }
}
