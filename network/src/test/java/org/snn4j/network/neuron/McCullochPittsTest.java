package org.snn4j.network.neuron;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.snn4j.network.Trains;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.spikes.SpikeTrain;

/** Oracle: the truth tables that McCulloch and Pitts 1943 built such neurons for. */
class McCullochPittsTest {
    @Test
    void potentialIsTheInputOfTheStepAndNothingElse() {
        Driven driven = new Driven(new McCullochPitts(2), 1, Currents.of(1.5f, 2, -7, 0, 1.99f, 100));
        assertThat(driven.values(Variable.VOLTAGE)).containsExactly(1.5f, 2, -7, 0, 1.99f, 100);
        assertThat(driven.firing()).containsExactly(1, 5);
    }

    @Test
    void stepWithoutInputIsAnInputOfZero() {
        Network network = Network.builder()
                .layer("Never", new McCullochPitts(0.5), 1)
                .layer("Always", new McCullochPitts(0), 1)
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Never", Variable.VOLTAGE);
            Recording never = simulation.record("Never", Variable.SPIKES);
            Recording always = simulation.record("Always", Variable.SPIKES);
            simulation.run(Map.of("Never", Currents.of(7)), 1);
            simulation.run(Map.of(), 3);
            assertThat(v.floats().values()).containsExactly(0, 0, 0);
            assertThat(never.counts(0)).containsExactly(0);
            assertThat(always.counts(0)).containsExactly(3);
        }
    }

    /** The inputs A = 0011 and B = 0101 in four steps; the gate's output comes one step later. */
    @ParameterizedTest
    @CsvSource({"1, 1, 2, 0001", "1, 1, 1, 0111", "1, -1, 1, 0010", "-1, -1, 0, 1000", "-1, -1, -1, 1110"})
    void neuronIsALogicGate(float a, float b, double threshold, String output) {
        Network network = Network.builder()
                .layer("X", new Input(), 2)
                .layer("Y", new McCullochPitts(threshold), 1)
                .connect("X", "Y", Dense.of(FloatArray.of(Shape.of(2, 1), a, b)))
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            Recording spikes = simulation.record("Y", Variable.SPIKES);
            simulation.run(Run.of("X", Trains.of(5, new int[] {2, 3}, new int[] {1, 3}), 5));
            SpikeTrain train = spikes.train(0);
            for (int step = 0; step < 4; step++) {
                assertThat(train.count(step + 1)).isEqualTo(output.charAt(step) - '0');
            }
        }
    }
}
