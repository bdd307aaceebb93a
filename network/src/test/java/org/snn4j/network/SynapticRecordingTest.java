package org.snn4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Convolution;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Local;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.connection.Plasticity;
import org.snn4j.network.connection.Sparse;
import org.snn4j.network.connection.Topology;
import org.snn4j.network.connection.Weights;
import org.snn4j.network.connection.Windows;
import org.snn4j.network.learning.MSTDPET;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.learning.Rates;
import org.snn4j.network.learning.Reduction;
import org.snn4j.network.neuron.IF;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.spikes.SpikeTrain;

/** Oracle: the weights after runs of one step each, which are the steps of one run; an eligibility trace by its equation. */
class SynapticRecordingTest {
    private static final int STEPS = 25;
    private static final Weights INITIAL = new Weights.Uniform(2, 6);
    private static final Plasticity LEARNING =
            Plasticity.FIXED.withRule(new PostPre(0.05, 0.1)).withBounds(0, 8);
    private static final List<Sparse.Synapse> SYNAPSES = IntStream.range(0, 9)
            .mapToObj(k -> new Sparse.Synapse(8 - k, k % 4))
            .toList();

    /** A topology from [1, 3, 3] to [1, 2, 2], and the shape in which its weights are recorded in a step. */
    private record Case(Topology topology, Shape shape) {
        @Override
        public String toString() {
            return topology.type();
        }
    }

    static Stream<Case> topologies() {
        Windows windows = Windows.of(2, 2);
        return Stream.of(
                new Case(new Dense(INITIAL, LEARNING, Optional.empty()), Shape.of(9, 4)),
                new Case(new Sparse(SYNAPSES, INITIAL, LEARNING), Shape.of(9)),
                new Case(new Convolution(INITIAL, windows, LEARNING), Shape.of(1, 1, 2, 2)),
                new Case(new Local(INITIAL, windows, LEARNING), Shape.of(1, 2, 2, 1, 2, 2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("topologies")
    void recordedWeightsAreThoseAfterEachStep(Case given) {
        SpikeTrain noise = Trains.random(9, STEPS, 0.4, new Random(1)).reshaped(Shape.of(1, 3, 3));
        Network network = network(given.topology());
        try (Simulation whole = network.simulate(Engine.event(), 1);
                Simulation single = network.simulate(Engine.event(), 1)) {
            Recording weights = whole.record("X", "Y", Variable.WEIGHTS, Retention.LAST_RUN);
            whole.run(Run.of("X", noise, STEPS));
            assertThat(weights.subject()).isEqualTo("X-Y");
            assertThat(weights.values().shape()).isEqualTo(given.shape().within(STEPS));
            FloatArray before = single.learned().require("X-Y.w");
            assertThat(step(weights, STEPS - 1)).isNotEqualTo(before);
            for (int step = 0; step < STEPS; step++) {
                single.run(Run.of("X", step(noise, step), 1));
                assertThat(step(weights, step)).isEqualTo(single.learned().require("X-Y.w"));
            }
        }
    }

    @Test
    void sparseRecordingBecomesTheMatrixOfTheSimulation() {
        Sparse sparse = new Sparse(SYNAPSES, INITIAL, LEARNING);
        try (Simulation simulation = network(sparse).simulate(Engine.event(), 1)) {
            Recording weights = simulation.record("X", "Y", Variable.WEIGHTS, Retention.LAST_RUN);
            simulation.run(Run.of("X", Trains.incessant(9, 5).reshaped(Shape.of(1, 3, 3)), 5));
            assertThat(sparse.toDense(step(weights, 4), 9, 4)).isEqualTo(simulation.weights("X", "Y"));
        }
    }

    /** Weights are normalised after the last step, so nothing that is recorded is normalised but the first step's. */
    @Test
    void weightsAreRecordedBeforeTheyAreNormalised() {
        Dense dense = Dense.uniform(1, 2).norm(5);
        try (Simulation simulation = network(dense).simulate(Engine.event(), 1)) {
            FloatArray initial = simulation.weights("X", "Y");
            Recording weights = simulation.record("X", "Y", Variable.WEIGHTS, Retention.ALL_RUNS);
            simulation.run(Run.of(Map.of(), 2));
            FloatArray normalised = simulation.weights("X", "Y");
            assertThat(normalised).isNotEqualTo(initial);
            simulation.run(Run.of(Map.of(), 1));
            assertThat(IntStream.range(0, 3).mapToObj(step -> step(weights, step)))
                    .containsExactly(initial, initial, normalised);
        }
    }

    /** X fires at 1, Y at 3: E = P⁺ = e^(−2/tauPlus) there, e = E/tauEligibility one step later, then it decays. */
    @Test
    void eligibilityFollowsItsEquation() {
        MSTDPET rule = new MSTDPET(new Rates(0.1, 0), 10, 20, 5, Reduction.SUM);
        Network network = Network.builder()
                .layer("X", new Input(), 1)
                .layer("Y", IF.defaults(), 1)
                .connect("X", "Y", Dense.uniform(0, 1).learning(rule))
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 1)) {
            Recording e = simulation.record("X", "Y", Variable.ELIGIBILITY, Retention.LAST_RUN);
            Recording w = simulation.record("X", "Y", Variable.WEIGHTS, Retention.LAST_RUN);
            float initial = simulation.weights("X", "Y").get(0);
            simulation.run(Run.of("X", Trains.single(7, 1), 7)
                    .clamp("Y", Trains.single(7, 3).toDense())
                    .rewarded(Reward.of(2)));
            double sum = 0;
            for (int step = 0; step < 7; step++) {
                double expected = step < 4 ? 0 : Math.exp(-2 / 10.0) / 5 * Math.exp(-(step - 4) / 5.0);
                sum += expected;
                assertThat(e.floats().get(step)).isCloseTo((float) expected, offset(1e-7f));
                assertThat(w.floats().get(step)).isCloseTo((float) (initial + 0.1 * 2 * sum), offset(1e-6f));
            }
            assertThat(e.values().shape()).isEqualTo(Shape.of(7, 1, 1));
        }
    }

    @Test
    void connectionsBetweenTheSameLayersAreToldApart() {
        Network network = Network.builder()
                .layer("X", new Input(), 1)
                .layer("Y", IF.defaults(), 1)
                .connect("X", "Y", Dense.uniform(0, 1))
                .connect("X", "Y", Dense.uniform(2, 3))
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 1)) {
            Recording second = simulation.record(1, Variable.WEIGHTS, Retention.LAST_RUN);
            simulation.run(Run.of(Map.of(), 1));
            assertThat(second.name()).isEqualTo("X-Y#2.w");
            assertThat(second.floats().get(0)).isBetween(2f, 3f);
        }
    }

    @Test
    void whatIsNotThereIsNamed() {
        try (Simulation simulation = network(Dense.uniform(0, 1)).simulate(Engine.event(), 1)) {
            assertThatThrownBy(() -> simulation.record("X", "Y", Variable.ELIGIBILITY, Retention.LAST_RUN))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("connection X-Y (Dense) has no variable e; it has [w]");
            assertThatThrownBy(() -> simulation.record("Y", "X", Variable.WEIGHTS, Retention.LAST_RUN))
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessageContaining("no connection from Y to X");
            assertThatThrownBy(() -> simulation.record("Y", Variable.WEIGHTS))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("layer Y (IF) has no variable w; it has [s, refractory, v, x]");
            Recording weights = simulation.record("X", "Y", Variable.WEIGHTS, Retention.LAST_RUN);
            assertThatThrownBy(() -> weights.counts(0))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("recording of w of connection X-Y");
        }
        Network oneWeight = Network.builder()
                .layer("X", new Input(), 2)
                .layer("Y", IF.defaults(), 2)
                .connect("X", "Y", OneToOne.of(1))
                .build();
        try (Simulation simulation = oneWeight.simulate(Engine.event(), 1)) {
            assertThatThrownBy(() -> simulation.record(0, Variable.WEIGHTS, Retention.LAST_RUN))
                    .hasMessage("connection X-Y (OneToOne) has no variable w; it has []");
        }
    }

    private static FloatArray step(Recording recording, int step) {
        FloatArray all = recording.floats();
        Shape shape = Shape.of(all.shape().toList().subList(1, all.shape().rank()));
        float[] values = new float[shape.size()];
        all.copyTo(values, step * values.length);
        return FloatArray.of(shape, values);
    }

    private static SpikeTrain step(SpikeTrain train, int step) {
        int[] fired = new int[train.shape().size()];
        long[] events = IntStream.range(0, train.copyStep(step, fired))
                .mapToLong(k -> SpikeTrain.event(fired[k], 0))
                .toArray();
        return SpikeTrain.ofEvents(train.shape(), 1, events, events.length);
    }

    private static Network network(Topology topology) {
        Trace trace = Trace.replacing(20);
        return Network.builder()
                .layer(Layer.of("X", new Input(), 1, 3, 3).withTrace(trace))
                .layer(Layer.of("Y", IF.defaults(), 1, 2, 2).withTrace(trace))
                .connect("X", "Y", topology)
                .build();
    }
}
