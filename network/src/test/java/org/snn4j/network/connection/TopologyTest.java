package org.snn4j.network.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trains;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.neuron.McCullochPitts;
import org.snn4j.network.spikes.SpikeBatch;

/** Oracle: the matrix that a connection stands for. Weights are multiples of 1/8, so that sums are exact in any order. */
class TopologyTest {
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void oneToOneIsTheDiagonal(
            @ForAll @IntRange(min = 1, max = 17) int neurons,
            @ForAll @IntRange(min = -100, max = 100) int eighths,
            @ForAll long seed) {
        float weight = eighths / 8f;
        Dense matrix = matrix(neurons, (i, j) -> i == j ? weight : 0);
        assertThat(potentials(OneToOne.of(weight), neurons, seed)).isEqualTo(potentials(matrix, neurons, seed));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void allButSelfIsEverythingOffTheDiagonal(
            @ForAll @IntRange(min = 1, max = 17) int neurons,
            @ForAll @IntRange(min = -100, max = 100) int eighths,
            @ForAll long seed) {
        float weight = eighths / 8f;
        Dense matrix = matrix(neurons, (i, j) -> i == j ? 0 : weight);
        assertThat(potentials(AllButSelf.of(weight), neurons, seed)).isEqualTo(potentials(matrix, neurons, seed));
    }

    @Test
    void denseGivesEachTargetTheSumOfItsRowsAndTheBias() {
        FloatArray weights = FloatArray.of(Shape.of(3, 2), 1, 2, 4, 8, 16, 32);
        Network network = Network.builder()
                .layer("X", new Input(), 3)
                .layer("Y", LIF.builder().threshold(1000).build(), 2)
                .connect("X", "Y", Dense.of(weights).biased(FloatArray.of(Shape.of(2), 0.25f, 0.5f)))
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            simulation.run(Run.of("X", Trains.of(2, new int[] {0}, new int[0], new int[] {0}), 2));
            assertThat(v.floats().values()).startsWith(-64.75f, -64.5f);
            assertThat(v.floats().get(2) - leaked(-64.75)).isEqualTo(17.25f);
            assertThat(v.floats().get(3) - leaked(-64.5)).isEqualTo(34.5f);
        }
    }

    private static float leaked(double v) {
        return ((float) v + 65) * (float) Math.exp(-0.01) - 65;
    }

    @Test
    void connectionsBetweenTheSameLayersAdd() {
        Network network = Network.builder()
                .layer("X", new Input(), 2)
                .layer("Y", LIF.defaults(), 2)
                .connect("X", "Y", OneToOne.of(4))
                .connect("X", "Y", AllButSelf.of(2))
                .connect("X", "Y", OneToOne.of(1))
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            simulation.run(Run.of("X", Trains.of(2, new int[] {0}, new int[0]), 2));
            assertThat(v.floats().values()).containsExactly(-65, -65, -60, -63);
        }
    }

    /** Each fires once alone, then both. */
    @Test
    void inputLayersOfOneTargetAdd() {
        Network network = Network.builder()
                .layer("X", new Input(), 1)
                .layer("Z", new Input(), 1)
                .layer("Y", new McCullochPitts(1e30), 2)
                .connect("X", "Y", Dense.of(FloatArray.of(Shape.of(1, 2), 4, 8)))
                .connect("Z", "Y", Dense.of(FloatArray.of(Shape.of(1, 2), 1, 2)))
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            simulation.run(Map.of("X", Trains.single(4, 0, 2), "Z", Trains.single(4, 1, 2)), 4);
            assertThat(v.floats().values()).containsExactly(0, 0, 4, 8, 1, 2, 5, 10);
        }
    }

    @Test
    void layerMayReachItself() {
        Network network = Network.builder()
                .layer("X", new Input(), 2)
                .layer("Y", LIF.defaults(), 2)
                .connect("X", "Y", OneToOne.of(13))
                .connect("Y", "Y", AllButSelf.of(-7))
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            simulation.run(Run.of("X", Trains.of(3, new int[] {0}, new int[0]), 3));
            assertThat(v.floats().values()).containsExactly(-65, -65, -65, -65, -65, -72);
        }
    }

    private static Dense matrix(int neurons, Weight weight) {
        float[] values = new float[neurons * neurons];
        for (int i = 0; i < values.length; i++) {
            values[i] = weight.at(i / neurons, i % neurons);
        }
        return Dense.of(FloatArray.of(Shape.of(neurons, neurons), values));
    }

    private interface Weight {
        float at(int source, int target);
    }

    /** Two samples of noise, to a layer that has a second input, so that sums meet. */
    private static NdArray potentials(Topology topology, int neurons, long seed) {
        Random random = new Random(seed);
        Network network = Network.builder()
                .layer("X", new Input(), neurons)
                .layer("Y", LIF.builder().refractory(1).build(), neurons)
                .connect("X", "Y", OneToOne.of(3.5))
                .connect("X", "Y", topology)
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            SpikeBatch noise = new SpikeBatch(IntStream.range(0, 2)
                    .mapToObj(sample -> Trains.random(neurons, 40, 0.4, random))
                    .toList());
            simulation.run(Run.of("X", noise, 40));
            return v.values();
        }
    }
}
