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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.spikes.Current;
import org.snn4j.network.spikes.SpikeTrain;

/** Oracle: an error names the layer and the shapes, and a simulation that was refused a run goes on as if never asked. */
class InterventionErrorTest {
    private static final int STEPS = 20;
    private static final SpikeTrain NOISE = Trains.random(6, STEPS, 0.3, new Random(1));

    static Stream<Arguments> wrongRuns() {
        Run run = Run.of("X", NOISE, STEPS);
        return Stream.of(
                arguments("clamp of layer Y has shape [4]; [3] or [20, 3] would be right", run.clamp("Y", mask(4))),
                arguments("clamp of layer Y has shape [19, 3]", run.clamp("Y", mask(19, 3))),
                arguments("clamp of layer Y has shape [20, 1, 3]", run.clamp("Y", mask(20, 1, 3))),
                arguments("unclamp of layer X has shape [3]; [6] or [20, 6]", run.unclamp("X", mask(3))),
                arguments("injectVoltage of layer Y has shape [60]", run.injectVoltage("Y", voltage(60))),
                arguments("injected into layer X: its neurons (Input) have none", run.injectVoltage("X", voltage(6))),
                arguments("layer X is an Input layer, which takes spikes", Run.of("X", current(STEPS, 6), STEPS)),
                arguments("the input of layer Y has shape [4], but the layer has [3]", drivenBy(current(STEPS, 4))),
                arguments("the input of layer Y has 19 steps", drivenBy(current(19, 3))));
    }

    private static Run drivenBy(Current current) {
        return Run.of(Map.of("X", NOISE, "Y", current), STEPS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongRuns")
    void wrongRunIsNamedAndChangesNothing(String culprit, Run run) {
        assertRefused(IllegalArgumentException.class, culprit, run);
    }

    static Stream<Run> runsOfAnUnknownLayer() {
        Run run = Run.of("X", NOISE, STEPS);
        return Stream.of(
                run.clamp("Q", mask(3)),
                run.unclamp("Q", mask(3)),
                run.injectVoltage("Q", voltage(3)),
                Run.of("Q", current(STEPS, 3), STEPS));
    }

    @ParameterizedTest
    @MethodSource("runsOfAnUnknownLayer")
    void unknownLayerIsNamedAndChangesNothing(Run run) {
        assertRefused(NoSuchElementException.class, "there is no layer Q; the layers are [X, Y]", run);
    }

    private static void assertRefused(Class<? extends Exception> type, String culprit, Run run) {
        try (Simulation simulation = network().simulate(Engine.event(), 1);
                Simulation untroubled = network().simulate(Engine.event(), 1)) {
            simulation.run(Run.of("X", NOISE, STEPS));
            untroubled.run(Run.of("X", NOISE, STEPS));
            assertThatThrownBy(() -> simulation.run(run)).isInstanceOf(type).hasMessageContaining(culprit);
            assertThat(future(simulation)).isEqualTo(future(untroubled));
            assertThat(simulation.learned()).isEqualTo(untroubled.learned());
        }
    }

    private static List<NdArray> future(Simulation simulation) {
        Recording spikes = simulation.record("Y", Variable.SPIKES);
        Recording v = simulation.record("Y", Variable.VOLTAGE);
        simulation.run(Run.of("X", NOISE, STEPS));
        return List.of(spikes.values(), v.values());
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "-1, 255"})
    void maskOfOtherNumbersIsNamed(byte value, int shown) {
        Run run = Run.of("X", NOISE, STEPS);
        ByteArray wrong = ByteArray.of(Shape.of(3), new byte[] {0, 1, value});
        assertThatThrownBy(() -> run.clamp("Y", wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("clamp of layer Y holds " + shown + " at 2; each must be 0 or 1");
        assertThatThrownBy(() -> run.unclamp("Y", wrong)).hasMessageStartingWith("unclamp of layer Y holds");
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "-Infinity"})
    void voltageThatIsNoNumberIsNamed(float value) {
        FloatArray wrong = FloatArray.of(Shape.of(3), 0, value, 0);
        assertThatThrownBy(() -> Run.of("X", NOISE, STEPS).injectVoltage("Y", wrong))
                .hasMessage("injectVoltage of layer Y holds " + value + " at 1; each must be a finite number");
        assertThatThrownBy(() -> new Current(FloatArray.of(Shape.of(1, 1, 1), value)))
                .hasMessage("an external current holds " + value + " at 0; it must be finite");
    }

    @Test
    void currentNeedsStepsAndABatch() {
        assertThatThrownBy(() -> new Current(FloatArray.of(Shape.of(2, 3), new float[6])))
                .hasMessageContaining("[2, 3]; [steps, batch, ...shape of the layer] would be right");
    }

    @ParameterizedTest
    @CsvSource({"NaN, 1, -1, value", "Infinity, 1, -1, value", "0, NaN, -1, aPlus", "0, 1, Infinity, aMinus"})
    void rewardThatIsNoNumberIsNamed(double value, double aPlus, double aMinus, String culprit) {
        assertThatThrownBy(() -> new Reward(value, aPlus, aMinus)).hasMessageContaining("reward." + culprit);
    }

    private static ByteArray mask(int... lengths) {
        Shape shape = Shape.of(lengths);
        return ByteArray.of(shape, new byte[shape.size()]);
    }

    private static FloatArray voltage(int... lengths) {
        Shape shape = Shape.of(lengths);
        return FloatArray.of(shape, new float[shape.size()]);
    }

    private static Current current(int steps, int neurons) {
        return Currents.constant(neurons, steps, 1);
    }

    private static Network network() {
        DiehlAndCook cell = DiehlAndCook.builder().thetaPlus(0.5).build();
        return Network.builder()
                .layer(Layer.of("X", new Input(), 6).withTrace(Trace.replacing(20)))
                .layer(Layer.of("Y", cell, 3).withTrace(Trace.replacing(20)))
                .connect("X", "Y", Dense.uniform(1, 6).bounds(0, 8).learning(new PostPre(0.01, 0.05)))
                .build();
    }
}
