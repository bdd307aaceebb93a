package org.snn4j.network.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.network.Connection;
import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trains;
import org.snn4j.network.Variable;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.McCullochPitts;
import org.snn4j.network.spikes.SpikeBatch;
import org.snn4j.network.spikes.SpikeTrain;

/**
 * Oracle: a spike of step t arrives in step t + 1 + delay/dt. Targets show their input as v; weights are dyadic, so that sums
 * are exact.
 */
class DelayTest {
    private static final int STEPS = 25;

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void delayShiftsWhatAConnectionDelivers(@ForAll @IntRange(max = 8) int delay, @ForAll long seed) {
        Random random = new Random(seed);
        Shape shape = Shape.of(2, 3);
        SpikeBatch noise = Received.noise(shape, STEPS, 0.3, random);
        Weights kernel = new Weights.Given(Received.eighths(Shape.of(2, 2, 3), random));
        for (Topology topology : List.of(
                Dense.of(Received.eighths(Shape.of(6, 6), random)),
                Sparse.ofDense(FloatArray.of(Shape.of(6, 6), random6x6(random))),
                OneToOne.of(1.5),
                AllButSelf.of(-0.25),
                new Convolution(kernel, Windows.of(3).padding(1), Plasticity.FIXED),
                new MaxPool(Windows.of(3).padding(1), 0.25, 2),
                new MeanField(6))) {
            NdArray prompt = Received.by(topology, shape, noise);
            NdArray late = Received.by(new Connection("X", "Y", topology, delay), shape, noise);
            int row = 2 * shape.size();
            for (int i = 0; i < STEPS * row; i++) {
                double expected = i < delay * row ? 0 : prompt.asDouble(i - delay * row);
                assertThat(late.asDouble(i)).isEqualTo(expected);
            }
        }
    }

    private static float[] random6x6(Random random) {
        float[] values = Received.eighths(Shape.of(6, 6), random).values();
        for (int i = 0; i < values.length; i += 1 + random.nextInt(3)) {
            values[i] = 0;
        }
        values[0] = 1;
        return values;
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void everySynapseHasADelayOfItsOwn(
            @ForAll @IntRange(min = 1, max = 6) int sources,
            @ForAll @IntRange(min = 1, max = 6) int targets,
            @ForAll @IntRange(max = 3) int common,
            @ForAll long seed) {
        Random random = new Random(seed);
        Shape matrix = Shape.of(sources, targets);
        FloatArray w = Received.eighths(matrix, random);
        FloatArray delays = delays(matrix, random);
        SpikeBatch noise = Received.noise(Shape.of(sources), STEPS, 0.3, random);
        Connection connection = new Connection("X", "Y", Dense.of(w).delayed(delays), common);
        NdArray v = Received.by(connection, Shape.of(targets), noise);
        byte[][][] spikes = Received.dense(noise);
        for (int i = 0; i < v.shape().size(); i++) {
            int step = i / (2 * targets);
            double expected = 0;
            for (int source = 0; source < sources; source++) {
                int synapse = source * targets + i % targets;
                int fired = step - 1 - common - (int) delays.get(synapse);
                expected += fired < 0 ? 0 : spikes[fired][i / targets % 2][source] * w.get(synapse);
            }
            assertThat(v.asDouble(i)).isEqualTo(expected);
        }
    }

    private static FloatArray delays(Shape shape, Random random) {
        float[] delays = new float[shape.size()];
        for (int i = 0; i < delays.length; i++) {
            delays[i] = random.nextInt(7);
        }
        return FloatArray.of(shape, delays);
    }

    /** Mean 5 and variance 100/12 of 10,000 numbers; luck breaks these limits with a probability below 1e-6. */
    @Test
    void drawnDelaysAreUniformAndFixedByTheSeed() {
        Delays.Uniform uniform = new Delays.Uniform(0, 10);
        Shape shape = Shape.of(100, 100);
        FloatArray delays = uniform.values(1, 2, shape);
        assertThat(uniform.values(1, 2, shape)).isEqualTo(delays);
        assertThat(uniform.values(2, 2, shape)).isNotEqualTo(delays);
        assertThat(uniform.values(1, 3, shape)).isNotEqualTo(delays);
        double mean = 0;
        double variance = 0;
        for (float delay : delays.values()) {
            assertThat(delay).isBetween(0f, Math.nextDown(10f));
            mean += delay / 1e4;
            variance += (delay - 5) * (delay - 5) / 1e4;
        }
        assertThat(mean).isCloseTo(5, within(0.15));
        assertThat(variance).isCloseTo(100 / 12.0, within(0.4));
    }

    /** Half a step is rounded up. */
    @ParameterizedTest
    @CsvSource({"0, 1, 1", "0.4, 1, 1", "0.5, 1, 2", "3, 1, 4", "3, 0.5, 7", "0.7, 0.5, 2", "1, 0.1, 11"})
    void delayIsInMillisecondsAndRoundedToSteps(double delay, double dt, int arrival) {
        Dense perSynapse = Dense.of(one(1)).delayed(one((float) delay));
        for (Connection connection :
                List.of(new Connection("X", "Y", Dense.of(one(1)), delay), new Connection("X", "Y", perSynapse))) {
            try (Simulation simulation = network(dt, connection).simulate(Engine.event(), 0)) {
                assertThat(arrivals(simulation, Run.of("X", Trains.single(20, 0), 20 * dt)))
                        .containsExactly(arrival);
            }
        }
    }

    /** Wherever the spikes are cut into two runs, what arrives is the same. */
    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
    void spikesOnTheirWayArriveInTheNextRun(@ForAll @IntRange(min = 1, max = 24) int cut, @ForAll long seed) {
        Random random = new Random(seed);
        Shape matrix = Shape.of(3, 2);
        Dense dense = Dense.of(Received.eighths(matrix, random)).delayed(delays(matrix, random));
        SpikeTrain train = Trains.random(3, STEPS, 0.3, random);
        Network network = Network.builder()
                .layer("X", new Input(), 3)
                .layer("Y", new McCullochPitts(1e30), 2)
                .connect(new Connection("X", "Y", dense, 2))
                .build();
        try (Simulation whole = network.simulate(Engine.event(), 0);
                Simulation parts = network.simulate(Engine.event(), 0)) {
            Recording v = whole.record("Y", Variable.VOLTAGE);
            whole.run(Run.of("X", train, STEPS));
            Recording part = parts.record("Y", Variable.VOLTAGE);
            parts.run(Run.of("X", part(train, 0, cut), cut));
            assertThat(v.floats().values()).startsWith(part.floats().values());
            parts.run(Run.of("X", part(train, cut, STEPS), STEPS - cut));
            assertThat(v.floats().values()).endsWith(part.floats().values());
        }
    }

    private static SpikeTrain part(SpikeTrain train, int from, int to) {
        byte[] values = train.toDense().values();
        int neurons = train.shape().size();
        return SpikeTrain.ofDense(ByteArray.of(
                train.shape().within(to - from), Arrays.copyOfRange(values, from * neurons, to * neurons)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void resetForgetsSpikesOnTheirWay(int delay) {
        try (Simulation simulation =
                network(1, new Connection("X", "Y", Dense.of(one(1)), delay)).simulate(Engine.event(), 0)) {
            simulation.run(Run.of("X", Trains.single(3, 0, 1, 2), 3));
            simulation.reset();
            assertThat(arrivals(simulation, Run.of(Map.of(), 10))).isEmpty();
        }
    }

    /** In one-step mode a spike to a layer further down is delayed by its delay only. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void delayAddsToTheSameStep(int delay) {
        try (Simulation simulation =
                network(1, new Connection("X", "Y", Dense.of(one(1)), delay)).simulate(Engine.event(), 0)) {
            assertThat(arrivals(simulation, Run.of("X", Trains.single(9, 2), 9).oneStep()))
                    .containsExactly(2 + delay);
        }
    }

    @Test
    void connectionsOfOneSourceHaveDelaysOfTheirOwn() {
        Network network = Network.builder()
                .layer("X", new Input(), 1)
                .layer("Y", new McCullochPitts(1e30), 1)
                .connect(new Connection("X", "Y", OneToOne.of(1), 3))
                .connect(new Connection("X", "Y", OneToOne.of(2)))
                .connect(new Connection("X", "Y", Dense.of(one(4)).delayed(one(5)), 1))
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            simulation.run(Run.of("X", Trains.single(9, 0), 9));
            assertThat(v.floats().values()).containsExactly(0, 2, 0, 0, 1, 0, 0, 4, 0);
        }
    }

    @Test
    void impossibleDelaysAreNamed() {
        assertThatThrownBy(() -> new Connection("X", "Y", OneToOne.of(1), -1)).hasMessageContaining("connection.delay");
        assertThatThrownBy(() -> Dense.of(one(1)).delayed(one(-1))).hasMessageContaining("delays hold -1.0 at 0");
        assertThatThrownBy(() -> Dense.of(one(1)).delayed(one(Float.NaN))).hasMessageContaining("delays hold NaN");
        Dense wide = Dense.of(one(1)).delayed(FloatArray.of(Shape.of(1, 2), 1, 2));
        assertThatThrownBy(() -> network(1, new Connection("X", "Y", wide)))
                .hasMessageContaining("connection 0 (X-Y): delays has shape [1, 2]; [1, 1] would be right");
    }

    private static FloatArray one(float value) {
        return FloatArray.of(Shape.of(1, 1), value);
    }

    private static Network network(double dt, Connection connection) {
        return Network.builder()
                .dt(dt)
                .layer("X", new Input(), 1)
                .layer("Y", new McCullochPitts(1), 1)
                .connect(connection)
                .build();
    }

    /** The steps in which Y, which a single spike makes fire, fires. */
    private static List<Integer> arrivals(Simulation simulation, Run run) {
        Recording spikes = simulation.record("Y", Variable.SPIKES);
        simulation.run(run);
        SpikeTrain train = spikes.train(0);
        return IntStream.range(0, train.steps())
                .filter(step -> train.count(step) > 0)
                .boxed()
                .toList();
    }
}
