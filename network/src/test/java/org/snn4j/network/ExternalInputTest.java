package org.snn4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.Izhikevich;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.neuron.McCullochPitts;
import org.snn4j.network.neuron.NeuronModel;
import org.snn4j.network.spikes.Current;
import org.snn4j.network.spikes.SpikeBatch;

/** Oracle: potentials traced by hand. A leak so slow that it is none makes them sums. */
class ExternalInputTest {
    private static final LIF SUMMING = LIF.builder().tauMembrane(1e30).build();

    @Test
    void injectedVoltageAddsToThePotentialOfALayerThatNothingReaches() {
        try (Simulation simulation = alone(SUMMING).simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            simulation.run(Run.of(Map.of(), 3).injectVoltage("Y", FloatArray.of(Shape.of(3, 1), 2, 0, -0.5f)));
            assertThat(v.floats().values()).containsExactly(-63, -63, -63.5f);
        }
    }

    /** The voltage comes before the leak: v - rest is (v + 10 - rest) e^(-1/10). */
    @Test
    void injectedVoltageLeaksInItsOwnStep() {
        try (Simulation simulation =
                alone(LIF.builder().tauMembrane(10).build()).simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            simulation.run(Run.of(Map.of(), 1).injectVoltage("Y", FloatArray.of(Shape.of(1), 10)));
            assertThat(v.floats().get(0)).isCloseTo((float) (-65 + 10 * Math.exp(-0.1)), within(1e-5f));
        }
    }

    @ParameterizedTest
    @CsvSource({"13, 1", "12.9, 0", "1000, 1"})
    void injectedVoltageMayCrossTheThreshold(float voltage, int spikes) {
        try (Simulation simulation = alone(SUMMING).simulate(Engine.event(), 0)) {
            Recording s = simulation.record("Y", Variable.SPIKES);
            simulation.run(Run.of(Map.of(), 4).injectVoltage("Y", FloatArray.of(Shape.of(4, 1), 0, voltage, 0, 0)));
            assertThat(s.counts(0)).containsExactly(spikes);
        }
    }

    /** Unlike input: that is ignored. */
    @Test
    void injectedVoltageReachesARefractoryNeuron() {
        try (Simulation simulation = alone(SUMMING).simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            simulation.run(
                    Run.of("Y", Currents.of(20, 5, 5), 3).injectVoltage("Y", FloatArray.of(Shape.of(3, 1), 0, 2, 3)));
            assertThat(v.floats().values()).containsExactly(-65, -63, -60);
        }
    }

    @Test
    void voltageOfTheLayersShapeIsInjectedInEveryStepAndSample() {
        Network network = Network.builder().layer("Y", SUMMING, 2).build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            SpikeBatch two = new SpikeBatch(List.of(Trains.silent(2, 2), Trains.silent(2, 2)));
            simulation.run(Run.of("Y", two, 2).injectVoltage("Y", FloatArray.of(Shape.of(2), 1, -2)));
            assertThat(v.floats().values()).containsExactly(-64, -67, -64, -67, -63, -69, -63, -69);
        }
    }

    /** Injected into a neuron at rest at -70 mV, 7 mV make it start as from -63 mV: 0.5 (0.04 63^2 - 5 63 + 140 + 14), twice. */
    @Test
    void injectedVoltageIsWhereIzhikevichNeuronsStartFrom() {
        Izhikevich cell = new Izhikevich(0.02, 0.2, -65, 8, 30, -70, Double.NEGATIVE_INFINITY);
        try (Simulation simulation = alone(cell).simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            simulation.run(Run.of(Map.of(), 1).injectVoltage("Y", FloatArray.of(Shape.of(1), 7)));
            double half = -63 + 0.5 * (0.04 * 63 * 63 - 5 * 63 + 154);
            double whole = half + 0.5 * (0.04 * half * half + 5 * half + 154);
            assertThat(v.floats().get(0)).isCloseTo((float) whole, within(1e-4f));
        }
    }

    @Test
    void neuronsWithoutMemoryForgetInjectedVoltage() {
        try (Simulation simulation = alone(new McCullochPitts(1)).simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            simulation.run(Run.of(Map.of(), 1).injectVoltage("Y", FloatArray.of(Shape.of(1), 7)));
            assertThat(v.floats().values()).containsExactly(0);
        }
    }

    /** X's spike of step 0 brings 4 mV in step 1, beside a current of 1, 2, 3 and 4 mV. */
    @Test
    void currentAddsToWhatSynapsesBring() {
        try (Simulation simulation = driven().simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            simulation.run(Run.of(Map.of("X", Trains.single(4, 0), "Y", Currents.of(1, 2, 3, -4)), 4));
            assertThat(v.floats().values()).containsExactly(-64, -58, -55, -59);
        }
    }

    @Test
    void spikesIntoALayerOfNeuronsCountOneMillivolt() {
        try (Simulation simulation = driven().simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            Recording s = simulation.record("Y", Variable.SPIKES);
            simulation.run(Run.of(Map.of("X", Trains.single(3, 0), "Y", Trains.single(3, 1, 2)), 3));
            assertThat(v.floats().values()).containsExactly(-65, -60, -59);
            assertThat(s.counts(0)).containsExactly(0);
        }
    }

    @Test
    void everySampleHasACurrentOfItsOwn() {
        try (Simulation simulation = driven().simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            Current two = new Current(FloatArray.of(Shape.of(2, 2, 1), 1, 2, 4, 8));
            simulation.run(Run.of("Y", two, 2));
            assertThat(v.floats().values()).containsExactly(-64, -63, -60, -55);
        }
    }

    @Test
    void currentOfTheLastRunIsOver() {
        try (Simulation simulation = driven().simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            simulation.run(Run.of("Y", Currents.of(2), 1));
            simulation.run(Map.of(), 2);
            assertThat(v.floats().values()).containsExactly(-63, -63);
        }
    }

    private static Network alone(NeuronModel model) {
        return Network.builder().layer("Y", model, 1).build();
    }

    private static Network driven() {
        return Network.builder()
                .layer("X", new Input(), 1)
                .layer("Y", SUMMING, 1)
                .connect("X", "Y", OneToOne.of(4))
                .build();
    }
}
