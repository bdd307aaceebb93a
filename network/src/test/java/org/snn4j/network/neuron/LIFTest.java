package org.snn4j.network.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trains;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.spikes.SpikeTrain;

/** Oracle: the solution of the membrane equation, dv/dt = (rest - v) / tau with jumps at spikes. */
class LIFTest {
    private static final double REST = -65;
    private static final double THRESHOLD = -52;

    @ParameterizedTest
    @CsvSource({"100, 1", "10, 1", "20, 0.5", "7.3, 0.25"})
    void potentialLeaksToRestExponentially(double tau, double dt) {
        LIF cell = LIF.builder().tauMembrane(tau).build();
        float[] v = potentials(driven(cell, dt, 10), Trains.single(200, 0), dt);
        assertThat(v[0]).isEqualTo((float) REST);
        for (int step = 1; step < v.length; step++) {
            double time = (step - 1) * dt;
            assertThat(v[step]).isCloseTo((float) (REST + 10 * Math.exp(-time / tau)), within(5e-4f));
        }
    }

    /**
     * A current of b per step drives v - rest towards B = b / (1 - d), d = exp(-dt/tau). After R refractory steps v - rest is
     * u = (reset - rest) d^R, and the threshold is reached n steps later, n the least with u d^n + B (1 - d^n) at least
     * threshold - rest.
     */
    @ParameterizedTest
    @CsvSource({
        "0.15, 100, 5, -65, 1",
        "0.2, 100, 5, -60, 1",
        "0.5, 100, 0, -65, 1",
        "1, 50, 2, -70, 1",
        "2, 10, 5, -65, 1",
        "5, 10, 1, -75, 1",
        "13.5, 20, 3, -65, 1",
        "0.5, 20, 5, -65, 0.5",
        "0.7, 10, 2, -60, 0.5"
    })
    void constantCurrentGivesTheIntervalOfTheClosedForm(
            double current, double tau, double refractory, double reset, double dt) {
        double decay = Math.exp(-dt / tau);
        double asymptote = current / (1 - decay);
        long silent = Math.round(refractory / dt);
        double start = (reset - REST) * Math.pow(decay, silent);
        long rise =
                (long) Math.ceil(Math.log((asymptote - (THRESHOLD - REST)) / (asymptote - start)) / Math.log(decay));
        LIF cell = LIF.builder()
                .reset(reset)
                .refractory(refractory)
                .tauMembrane(tau)
                .build();
        int[] spikes = spikeSteps(constantCurrent(cell, dt, current), 2000, dt);
        assertThat(spikes).hasSizeGreaterThan(5);
        for (int k = 1; k < spikes.length; k++) {
            assertThat(spikes[k] - spikes[k - 1]).isEqualTo((int) (silent + rise));
        }
    }

    @Test
    void currentWhoseAsymptoteIsBelowThresholdNeverFires() {
        LIF cell = LIF.defaults();
        double rheobase = (THRESHOLD - REST) * (1 - Math.exp(-1.0 / 100));
        assertThat(spikeSteps(constantCurrent(cell, 1, 0.99 * rheobase), 3000, 1))
                .isEmpty();
        assertThat(spikeSteps(constantCurrent(cell, 1, 1.01 * rheobase), 3000, 1))
                .isNotEmpty();
    }

    @Test
    void spikeArrivesOneStepLater() {
        float[] v = potentials(driven(LIF.defaults(), 1, 10), Trains.single(6, 3), 1);
        assertThat(v).startsWith(-65, -65, -65, -65, -55);
    }

    @Test
    void potentialEqualToTheThresholdFires() {
        Network reaching = driven(LIF.defaults(), 1, THRESHOLD - REST);
        Network missing = driven(LIF.defaults(), 1, Math.nextDown((float) (THRESHOLD - REST)) - 1e-5);
        assertThat(spikeSteps(reaching, Trains.single(4, 0), 1)).containsExactly(1);
        assertThat(spikeSteps(missing, Trains.single(4, 0), 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, 1, 2", "5, 1, 6", "5, 0.5, 11", "2.5, 1, 4"})
    void refractoryNeuronIgnoresInput(double refractory, double dt, int interval) {
        LIF cell = LIF.builder().refractory(refractory).build();
        int[] spikes = spikeSteps(driven(cell, dt, 100), Trains.incessant(1, 40), dt);
        assertThat(spikes)
                .containsExactly(IntStream.iterate(1, step -> step < 40, step -> step + interval)
                        .toArray());
    }

    @Test
    void leakGoesOnDuringRefractoryPeriod() {
        LIF cell = LIF.builder().reset(-80).refractory(20).tauMembrane(10).build();
        float[] v = potentials(driven(cell, 1, 100), Trains.incessant(1, 20), 1);
        for (int step = 1; step < 20; step++) {
            assertThat(v[step]).isCloseTo((float) (REST - 15 * Math.exp(-(step - 1) / 10.0)), within(1e-4f));
        }
    }

    @Test
    void refractoryCounterFallsByDtInEachStep() {
        LIF cell = LIF.builder().refractory(2).build();
        float[] left = record(driven(cell, 0.5, 100), Trains.single(8, 0), 0.5, Variable.REFRACTORY)
                .floats()
                .values();
        assertThat(left).containsExactly(0, 2, 1.5f, 1, 0.5f, 0, 0, 0);
    }

    @Test
    void potentialNeverFallsBelowTheLowerBound() {
        LIF cell = LIF.builder().lowerBound(-70).tauMembrane(10).build();
        float[] v = potentials(driven(cell, 1, -100), Trains.single(40, 0, 1, 2), 1);
        assertThat(v).startsWith(-65, -70, -70, -70);
        for (int step = 3; step < 40; step++) {
            assertThat(v[step]).isCloseTo((float) (REST - 5 * Math.exp(-(step - 3) / 10.0)), within(1e-4f));
        }
    }

    @Test
    void withoutALowerBoundInhibitionHasNoFloor() {
        float[] v = potentials(driven(LIF.defaults(), 1, -1000), Trains.single(3, 0), 1);
        assertThat(v).startsWith(-65, -1065);
    }

    /** Rest at the threshold or above: such a neuron fires by itself in every step, whatever reaches it. */
    @ParameterizedTest
    @CsvSource({"-52, 0", "-52, 3", "-50, 0", "-50, 3"})
    void neuronThatRestsAtItsThresholdFiresWithoutInput(double rest, double refractory) {
        LIF cell = LIF.builder().rest(rest).reset(rest).refractory(refractory).build();
        assertThat(spikeSteps(driven(cell, 1, 0), Trains.silent(1, 5), 1)).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void externalInputCountsAsOneMillivolt() {
        Network network = driven(LIF.defaults(), 1, 0);
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            simulation.run(Map.of("Y", Trains.single(3, 1)), 3);
            assertThat(v.floats().values()).startsWith(-65, -64);
        }
    }

    private static Network driven(LIF cell, double dt, double weight) {
        return Network.builder()
                .dt(dt)
                .layer("X", new Input(), 1)
                .layer("Y", cell, 1)
                .connect("X", "Y", OneToOne.of(weight))
                .build();
    }

    /** A silent input whose synapse has a bias. */
    private static Network constantCurrent(LIF cell, double dt, double current) {
        FloatArray bias = FloatArray.of(Shape.of(1), (float) current);
        return Network.builder()
                .dt(dt)
                .layer("X", new Input(), 1)
                .layer("Y", cell, 1)
                .connect("X", "Y", Dense.of(FloatArray.of(Shape.of(1, 1), 0)).biased(bias))
                .build();
    }

    private static float[] potentials(Network network, SpikeTrain train, double dt) {
        return record(network, train, dt, Variable.VOLTAGE).floats().values();
    }

    private static int[] spikeSteps(Network network, int steps, double dt) {
        return spikeSteps(network, Trains.silent(1, steps), dt);
    }

    private static int[] spikeSteps(Network network, SpikeTrain train, double dt) {
        SpikeTrain spikes = record(network, train, dt, Variable.SPIKES).train(0);
        return IntStream.range(0, spikes.steps())
                .filter(step -> spikes.count(step) == 1)
                .toArray();
    }

    private static Recording record(Network network, SpikeTrain train, double dt, Variable variable) {
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            Recording recording = simulation.record("Y", variable);
            simulation.run(Run.of("X", train, train.steps() * dt));
            return recording;
        }
    }
}
