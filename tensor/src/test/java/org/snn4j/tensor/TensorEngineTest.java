package org.snn4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.network.Engine;
import org.snn4j.network.Layer;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
import org.snn4j.network.Reward;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Stepper;
import org.snn4j.network.Trace;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Norm;
import org.snn4j.network.connection.Topology;
import org.snn4j.network.learning.MSTDPET;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.learning.Rates;
import org.snn4j.network.learning.Reduction;
import org.snn4j.network.learning.Rmax;
import org.snn4j.network.learning.WeightDependentPostPre;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;

class TensorEngineTest {
    private static final int INPUTS = 20;
    private static final int NEURONS = 10;
    private static final int STEPS = 50;
    private static final Network WINNER_TAKES_ALL = Network.builder()
            .layer(Layer.of("X", new Input(), INPUTS).withTrace(Trace.replacing(20)))
            .layer(Layer.of("Y", DiehlAndCook.defaults(), NEURONS).withTrace(Trace.replacing(20)))
            .connect("X", "Y", Dense.uniform(0, 4).bounds(0, 8).norm(30).learning(new PostPre(1e-2, 1e-1)))
            .connect("Y", "Y", AllButSelf.of(-5))
            .build();

    private static final Network REWARDED = Network.builder()
            .layer("X", new Input(), INPUTS)
            .layer("Y", LIF.defaults(), NEURONS)
            .connect("X", "Y", Dense.uniform(0, 4).learning(new MSTDPET(new Rates(0.1, 0), 20, 20, 25, Reduction.SUM)))
            .build();

    private final Draw draw = new Draw(3);

    @Test
    void isCalledTensor() {
        assertThat(new TensorEngine().name()).isEqualTo("tensor");
    }

    /** The oracle is the event engine, which draws the same winners; weights differ in their last bits only. */
    @Test
    void winnersAreThoseOfTheEventEngine() {
        List<Run> runs = List.of(run(3), run(3).ofSample(3), run(3).ofSample(6).frozen());
        Outcome.assertEnginesAgree(WINNER_TAKES_ALL, runs, new Outcome.Tolerance(1e-5, 1e-4, 1e-5));
    }

    /** A batch of another size opens the network anew, with what it has learned. */
    @Test
    void learnedStateGoesFromBatchToBatchAndFromEngineToEngine() {
        try (Simulation tensor = WINNER_TAKES_ALL.simulate(new TensorEngine(), 1);
                Simulation event = WINNER_TAKES_ALL.simulate(Engine.event(), 1)) {
            event.run(run(1));
            LearnedState learned = event.learned();
            tensor.restore(learned);
            assertThat(tensor.learned()).isEqualTo(learned);
            event.reset();
            Recording recordedByEvent = event.record("Y", Variable.SPIKES);
            Recording recordedByTensor = tensor.record("Y", Variable.SPIKES);
            Run test = run(4).ofSample(9).frozen();
            event.run(test);
            tensor.run(test);
            assertThat(recordedByTensor.values()).isEqualTo(recordedByEvent.values());
        }
    }

    /** Closed form: normalised weights of each neuron sum to the norm, learning or not. */
    @Test
    void weightsSumToTheirNormAfterARun() {
        try (Simulation simulation = WINNER_TAKES_ALL.simulate(new TensorEngine(), 1)) {
            simulation.run(run(2));
            FloatArray weights = simulation.weights("X", "Y");
            for (int j = 0; j < NEURONS; j++) {
                double sum = 0;
                for (int i = 0; i < INPUTS; i++) {
                    sum += weights.get(i * NEURONS + j);
                }
                assertThat(sum).isCloseTo(30, offset(1e-4));
            }
        }
    }

    /** Closed form, and with the weights of the event engine, which fires at the same steps. */
    @Test
    void weightsHaveTheirLengthAfterARun() {
        Dense synapses = Dense.uniform(0, 4).bounds(0, 8).norm(Norm.ofLength(9)).learning(new PostPre(1e-2, 1e-1));
        Network network = Network.builder()
                .layer(Layer.of("X", new Input(), INPUTS).withTrace(Trace.replacing(20)))
                .layer(Layer.of("Y", DiehlAndCook.defaults(), NEURONS).withTrace(Trace.replacing(20)))
                .connect("X", "Y", synapses)
                .connect("Y", "Y", AllButSelf.of(-5))
                .build();
        List<Run> runs = List.of(run(3), run(3).ofSample(3), run(3).ofSample(6).frozen());
        Outcome.assertEnginesAgree(network, runs, new Outcome.Tolerance(1e-5, 1e-4, 1e-5));
        try (Simulation simulation = network.simulate(new TensorEngine(), 1)) {
            simulation.run(run(2));
            FloatArray weights = simulation.weights("X", "Y");
            for (int j = 0; j < NEURONS; j++) {
                double squares = 0;
                for (int i = 0; i < INPUTS; i++) {
                    squares += Math.pow(weights.get(i * NEURONS + j), 2);
                }
                assertThat(Math.sqrt(squares)).isCloseTo(9, offset(1e-5));
            }
        }
    }

    @Test
    void frozenRunsChangeNothingThatWasLearned() {
        try (Simulation simulation = WINNER_TAKES_ALL.simulate(new TensorEngine(), 1)) {
            simulation.run(run(2));
            LearnedState learned = simulation.learned();
            for (int i = 0; i < 5; i++) {
                simulation.run(run(2).frozen());
            }
            assertThat(simulation.learned()).isEqualTo(learned);
        }
    }

    @Test
    void sameSeedAndSampleGiveTheSameRunAfterAReset() {
        try (Simulation simulation = WINNER_TAKES_ALL.simulate(new TensorEngine(), 1)) {
            Recording spikes = simulation.record("Y", Variable.SPIKES);
            Recording voltage = simulation.record("Y", Variable.VOLTAGE);
            Run run = run(2).frozen();
            simulation.run(run(2));
            simulation.reset();
            simulation.run(run);
            var before = List.of(spikes.values(), voltage.values());
            simulation.reset();
            simulation.run(run);
            assertThat(List.of(spikes.values(), voltage.values())).isEqualTo(before);
        }
    }

    /** Subnormal numbers lie below 1.2e-38 and would make a step seventy times slower. */
    @Test
    void tracesFadeToZeroAndNeverBecomeSubnormal() {
        Network network = Network.builder()
                .layer(Layer.of("X", new Input(), 1).withTrace(Trace.adding(1)))
                .build();
        try (Simulation simulation = network.simulate(new TensorEngine(), 0)) {
            Recording trace = simulation.record("X", Variable.TRACE);
            simulation.run(Run.of("X", draw.spikes(Shape.of(1), 1, 1, 1), 1));
            simulation.run(Run.of(Map.of(), 120));
            float[] values = trace.floats().values();
            assertThat(values[0]).isCloseTo((float) Math.exp(-1), offset(1e-6f));
            assertThat(values[119]).isZero();
            for (float value : values) {
                assertThat(value == 0 || value >= 1e-30f).isTrue();
            }
        }
    }

    /** ND4J numbers all arrays that it makes, views too. */
    @Test
    void stepsMakeNoArrays() {
        try (Stepper stepper = new TensorEngine().open(WINNER_TAKES_ALL, 1, 4)) {
            stepper.begin(run(4));
            stepper.step();
            long before = Nd4j.scalar(0).getId();
            for (int step = 1; step < STEPS; step++) {
                stepper.step();
            }
            stepper.end();
            assertThat(Nd4j.scalar(0).getId()).isEqualTo(before + 1);
        }
    }

    /** What a workspace holds is overwritten when it is entered again. */
    @Test
    void outlivesTheWorkspacesOfItsCaller() {
        Run run = run(1).rewarded(Reward.of(1));
        LearnedState expected;
        try (Simulation simulation = REWARDED.simulate(new TensorEngine(), 1)) {
            simulation.run(run);
            simulation.run(run);
            expected = simulation.learned();
        }
        Simulation simulation = inWorkspace(() -> REWARDED.simulate(new TensorEngine(), 1));
        try (simulation) {
            inWorkspace(() -> Nd4j.rand(DataType.FLOAT, 100_000));
            inWorkspace(() -> {
                simulation.run(run);
                return run;
            });
            inWorkspace(() -> Nd4j.rand(DataType.FLOAT, 100_000));
            simulation.run(run);
            assertThat(simulation.learned()).isEqualTo(expected);
        }
    }

    private static <T> T inWorkspace(Supplier<T> action) {
        WorkspaceConfiguration large =
                WorkspaceConfiguration.builder().initialSize(1 << 20).build();
        try (MemoryWorkspace workspace =
                Nd4j.getWorkspaceManager().getAndActivateWorkspace(large, "tensor engine test")) {
            assertThat(workspace.isScopeActive()).isTrue();
            return action.get();
        }
    }

    @Test
    void restoringAnotherNetworksStateIsRefused() {
        try (Simulation simulation = WINNER_TAKES_ALL.simulate(new TensorEngine(), 1)) {
            LearnedState other = new LearnedState(Map.of(
                    "X-Y.w",
                    FloatArray.of(Shape.of(1, 1), 1),
                    "Y.theta",
                    FloatArray.of(Shape.of(NEURONS), new float[NEURONS])));
            assertThatThrownBy(() -> simulation.restore(other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("X-Y.w=[1, 1]")
                    .hasMessageContaining("X-Y.w=[20, 10]");
        }
    }

    @Test
    void rulesNameTheConnectionThatLacksWhatTheyNeed() {
        Rates nu = new Rates(1, 1);
        assertThatThrownBy(() -> openWith(Dense.uniform(0, 1).learning(new WeightDependentPostPre(nu, Reduction.SUM))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("connection X-Y: WeightDependentPostPre needs finite bounds");
        assertThatThrownBy(() -> openWith(Dense.uniform(0, 1).learning(new Rmax(nu, 5, 25, Reduction.SUM))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("connection X-Y: Rmax needs the variable p of its target, but the LIF neurons");
        assertThatThrownBy(() -> openWith(Dense.uniform(-1, 1).keepingSigns()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("connection X-Y: source neuron 0 both excites and inhibits at the start");
    }

    private static void openWith(Topology topology) {
        Network network = Network.builder()
                .layer(Layer.of("X", new Input(), 2).withTrace(Trace.replacing(20)))
                .layer(Layer.of("Y", LIF.defaults(), 2).withTrace(Trace.replacing(20)))
                .connect("X", "Y", topology)
                .build();
        new TensorEngine().open(network, 0, 1).close();
    }

    private Run run(int batch) {
        return Run.of("X", draw.spikes(Shape.of(INPUTS), STEPS, batch, 0.3), STEPS);
    }
}
