package org.snn4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.spikes.SpikeBatch;
import org.snn4j.network.spikes.SpikeTrain;

/** Oracle: the same steps done in another way that must not matter, and the state that a run began with. */
class SimulationTest {
    private static final SpikeTrain NOISE = Trains.random(10, 100, 0.2, new Random(4));

    @Test
    void twoRunsAreOneOfTheirLength() {
        try (Simulation whole = learner().simulate(Engine.event(), 1);
                Simulation halves = learner().simulate(Engine.event(), 1)) {
            Recording s = whole.record("Y", Variable.SPIKES);
            Recording v = whole.record("Y", Variable.VOLTAGE);
            whole.run(Run.of("X", NOISE, 100));
            Recording halfS = halves.record("Y", Variable.SPIKES);
            Recording halfV = halves.record("Y", Variable.VOLTAGE);
            for (int half = 0; half < 2; half++) {
                halves.run(Run.of("X", part(NOISE, 50 * half, 50), 50));
                assertThat(halfS.train(0)).isEqualTo(part(s.train(0), 50 * half, 50));
                assertThat(rows(halfV, 0, 50)).isEqualTo(rows(v, 50 * half, 50));
            }
            assertThat(s.train(0).count()).isPositive();
            assertThat(halves.learned()).isEqualTo(whole.learned());
        }
    }

    @Test
    void spikeOfTheLastStepArrivesInTheNextRun() {
        try (Simulation simulation = pair().simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            simulation.run(Run.of("X", Trains.single(3, 2), 3));
            simulation.run(Run.of("X", Trains.silent(1, 3), 3));
            assertThat(v.floats().get(0)).isEqualTo(-64);
        }
    }

    @Test
    void resetForgetsEverythingThatWasNotLearned() {
        try (Simulation used = learner().simulate(Engine.event(), 1);
                Simulation fresh = learner().simulate(Engine.event(), 1)) {
            used.run(Run.of("X", NOISE, 100));
            LearnedState learned = used.learned();
            used.reset();
            assertThat(used.learned()).isEqualTo(learned);
            fresh.restore(learned);
            assertSameFuture(used, fresh);
        }
    }

    @Test
    void restoredStateGoesOnAsTheSavedOne() {
        try (Simulation saved = learner().simulate(Engine.event(), 1);
                Simulation other = learner().simulate(Engine.event(), 2)) {
            assertThat(other.learned()).isNotEqualTo(saved.learned());
            other.restore(saved.learned());
            assertThat(other.learned()).isEqualTo(saved.learned());
        }
    }

    /** 0.5 ms of steps of 1 ms; 0.4 ms is none. */
    @Test
    void halfAStepIsRoundedUp() {
        try (Simulation simulation = learner().simulate(Engine.event(), 1)) {
            Recording spikes = simulation.record("Y", Variable.SPIKES);
            simulation.run(Run.of(Map.of(), 0.5));
            assertThat(spikes.steps()).isEqualTo(1);
        }
    }

    @Test
    void seedFixesTheInitialWeights() {
        try (Simulation first = learner().simulate(Engine.event(), 1);
                Simulation same = learner().simulate(Engine.event(), 1);
                Simulation other = learner().simulate(Engine.event(), 2)) {
            assertThat(same.learned()).isEqualTo(first.learned());
            assertThat(other.learned()).isNotEqualTo(first.learned());
        }
    }

    static Stream<Arguments> wrongRuns() {
        SpikeTrain wide = SpikeTrain.ofDense(ByteArray.of(Shape.of(10, 2, 5), new byte[100]));
        SpikeTrain train = part(NOISE, 0, 10);
        SpikeBatch two = new SpikeBatch(List.of(train, train));
        SpikeTrain three = Trains.silent(3, 10);
        return Stream.of(
                wrong("layer X has shape [11], but the layer has [10]", Run.of("X", Trains.silent(11, 10), 10)),
                wrong("layer X has shape [2, 5], but the layer has [10]", Run.of("X", wide, 10)),
                wrong("layer X has 10 steps, but 11.0 ms are 11 steps of 1.0 ms", Run.of("X", train, 11)),
                wrong("0.4 ms", Run.of("X", Trains.silent(10, 0), 0.4)),
                wrong("has 1 samples, but another layer's has 2", Run.of(Map.of("X", two, "Y", three), 10)));
    }

    private static Arguments wrong(String culprit, Run run) {
        return arguments(culprit, run);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongRuns")
    void wrongInputIsNamedAndChangesNothing(String culprit, Run run) {
        try (Simulation simulation = learner().simulate(Engine.event(), 1);
                Simulation untroubled = learner().simulate(Engine.event(), 1)) {
            simulation.run(Run.of("X", NOISE, 100));
            untroubled.run(Run.of("X", NOISE, 100));
            assertThatThrownBy(() -> simulation.run(run))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(culprit);
            assertSameFuture(simulation, untroubled);
        }
    }

    @Test
    void inputOfAnUnknownLayerIsNamedAndChangesNothing() {
        try (Simulation simulation = learner().simulate(Engine.event(), 1);
                Simulation untroubled = learner().simulate(Engine.event(), 1)) {
            assertThatThrownBy(() -> simulation.run(Run.of("Q", NOISE, 100)))
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessageContaining("Q")
                    .hasMessageContaining("[X, Y]");
            assertSameFuture(simulation, untroubled);
        }
    }

    @Test
    void anotherBatchNeedsAReset() {
        SpikeBatch two = new SpikeBatch(List.of(NOISE, NOISE));
        try (Simulation simulation = learner().simulate(Engine.event(), 1);
                Simulation untroubled = learner().simulate(Engine.event(), 1)) {
            simulation.run(Run.of("X", NOISE, 100));
            untroubled.run(Run.of("X", NOISE, 100));
            assertThatThrownBy(() -> simulation.run(Run.of("X", two, 100)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("2 samples")
                    .hasMessageContaining("reset");
            assertSameFuture(simulation, untroubled);
        }
    }

    @Test
    void whatWasLearnedSurvivesAnotherBatch() {
        try (Simulation simulation = learner().simulate(Engine.event(), 1)) {
            Recording s = simulation.record("Y", Variable.SPIKES);
            simulation.run(Run.of("X", NOISE, 100));
            LearnedState learned = simulation.learned();
            simulation.reset();
            simulation.run(Run.of("X", new SpikeBatch(List.of(NOISE, NOISE, NOISE)), 100)
                    .frozen());
            assertThat(s.batch()).isEqualTo(3);
            assertThat(simulation.learned()).isEqualTo(learned);
            simulation.reset();
            simulation.run(Run.of("X", NOISE, 100).frozen());
            assertThat(s.batch()).isOne();
        }
    }

    @Test
    void stateOfAnotherNetworkIsRefusedAndChangesNothing() {
        Network other = Network.builder()
                .layer("X", new Input(), 10)
                .layer("Y", DiehlAndCook.defaults(), 4)
                .connect("X", "Y", Dense.uniform(0, 1))
                .build();
        try (Simulation simulation = learner().simulate(Engine.event(), 1);
                Simulation another = other.simulate(Engine.event(), 1);
                Simulation empty = pair().simulate(Engine.event(), 1)) {
            LearnedState before = simulation.learned();
            for (LearnedState wrong : List.of(another.learned(), empty.learned())) {
                assertThatThrownBy(() -> simulation.restore(wrong))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("X-Y.w=[10, 3]")
                        .hasMessageContaining("Y.theta=[3]");
            }
            assertThat(simulation.learned()).isEqualTo(before);
        }
    }

    @Test
    void variableThatALayerDoesNotHaveIsNamed() {
        try (Simulation simulation = pair().simulate(Engine.event(), 0)) {
            assertThatThrownBy(() -> simulation.record("Y", Variable.THETA))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("layer Y (LIF) has no variable theta");
            assertThatThrownBy(() -> simulation.record("Y", Variable.TRACE)).hasMessageContaining("x");
            assertThatThrownBy(() -> simulation.record("X", Variable.VOLTAGE)).hasMessageContaining("Input");
            assertThatThrownBy(() -> simulation.record("Q", Variable.SPIKES))
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessageContaining("[X, Y]");
        }
    }

    @Test
    void weightsOfAConnectionWithoutAMatrixAreNamed() {
        try (Simulation simulation = pair().simulate(Engine.event(), 0)) {
            assertThatThrownBy(() -> simulation.weights("X", "Y"))
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessageContaining("X-Y.w");
        }
    }

    @Test
    void networkMayRunWithoutInput() {
        try (Simulation simulation = pair().simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            simulation.run(Map.of(), 4);
            assertThat(v.floats().values()).containsExactly(-65, -65, -65, -65);
        }
    }

    /** Runs on with the same input and compares spikes, potentials and what is learned. */
    private static void assertSameFuture(Simulation one, Simulation other) {
        List<Recording> recordings = List.of(
                one.record("Y", Variable.SPIKES), other.record("Y", Variable.SPIKES),
                one.record("Y", Variable.VOLTAGE), other.record("Y", Variable.VOLTAGE),
                one.record("Y", Variable.TRACE), other.record("Y", Variable.TRACE));
        one.run(Run.of("X", NOISE, 100));
        other.run(Run.of("X", NOISE, 100));
        for (int i = 0; i < recordings.size(); i += 2) {
            assertThat(recordings.get(i).values())
                    .isEqualTo(recordings.get(i + 1).values());
        }
        assertThat(one.learned()).isEqualTo(other.learned());
    }

    private static Network pair() {
        return Network.builder()
                .layer("X", new Input(), 1)
                .layer("Y", LIF.defaults(), 1)
                .connect("X", "Y", OneToOne.of(1))
                .build();
    }

    private static Network learner() {
        Trace trace = Trace.replacing(20);
        DiehlAndCook cell = DiehlAndCook.builder().oneSpike(false).build();
        return Network.builder()
                .layer(Layer.of("X", new Input(), 10).withTrace(trace))
                .layer(Layer.of("Y", cell, 3).withTrace(trace))
                .connect("X", "Y", Dense.uniform(1, 4).bounds(0, 8).learning(new PostPre(0.01, 0.05)))
                .build();
    }

    private static SpikeTrain part(SpikeTrain train, int from, int steps) {
        NdArray dense = train.toDense();
        int neurons = train.shape().size();
        byte[] values = new byte[steps * neurons];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) dense.asDouble(from * neurons + i);
        }
        return SpikeTrain.ofDense(ByteArray.of(train.shape().within(steps), values));
    }

    private static List<Float> rows(Recording recording, int from, int steps) {
        FloatArray values = recording.floats();
        int row = values.shape().size() / recording.steps();
        Float[] rows = new Float[steps * row];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = values.get(from * row + i);
        }
        return List.of(rows);
    }
}
