package org.snn4j.network.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.network.Engine;
import org.snn4j.network.Layer;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trace;
import org.snn4j.network.Trains;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.spikes.SpikeTrain;

/** Oracle: sums, lengths and products that the weights must have after normalisation, decay and clipping. */
class PlasticityTest {
    private static final double NORM = 3;

    /** With a mask that lets every synapse be, the event engine keeps whole rows instead of the columns that learn. */
    static Stream<Arguments> waysAndMeasures() {
        Dense plain = Dense.uniform(0, 2);
        Dense masked = plain.masked(ByteArray.of(Shape.of(20, 7), new byte[140]));
        return Stream.of(plain, masked).flatMap(dense -> Stream.of(Norm.Measure.values())
                .map(measure -> arguments(dense.norm(new Norm(NORM, measure)), measure)));
    }

    @ParameterizedTest
    @MethodSource("waysAndMeasures")
    void incomingWeightsHaveTheirNormAfterEachRun(Dense synapses, Norm.Measure measure) {
        try (Simulation simulation = open(synapses.learning(new PostPre(0.01, 0.05)), 20, 7)) {
            for (int run = 0; run < 3; run++) {
                simulation.run(Run.of("X", Trains.random(20, 50, 0.3, new Random(run)), 50));
                assertThat(measured(measure, simulation, 7)).containsExactly(filled(7, NORM), within(1e-5));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("waysAndMeasures")
    void frozenRunNormalisesToo(Dense synapses, Norm.Measure measure) {
        try (Simulation simulation = open(synapses, 20, 7)) {
            simulation.run(Run.of("X", Trains.silent(20, 1), 1).frozen());
            assertThat(measured(measure, simulation, 7)).containsExactly(filled(7, NORM), within(1e-5));
        }
    }

    /** 3² + 4² = 5², whatever the weights are multiplied by, as long as their squares are numbers. */
    @ParameterizedTest
    @ValueSource(floats = {1, 0x1p-100f, 0x1p100f})
    void lengthIsTheRootOfTheSumOfSquaresAtEveryScale(float scale) {
        FloatArray weights = FloatArray.of(Shape.of(2, 1), 3 * scale, -4 * scale);
        Dense plain = Dense.of(weights).norm(Norm.ofLength(10));
        Dense masked = plain.masked(ByteArray.of(Shape.of(2, 1), new byte[2]));
        assertThat(afterOneStep(plain, 2, 1)).containsExactly(6, -8);
        assertThat(afterOneStep(masked, 2, 1)).containsExactly(6, -8);
    }

    @Test
    void magnitudesCountAndSignsStay() {
        Dense synapses = Dense.of(FloatArray.of(Shape.of(3, 1), 1, -2, 3)).norm(NORM);
        assertThat(afterOneStep(synapses, 3, 1)).containsExactly(0.5f, -1, 1.5f);
    }

    @Test
    void targetWithoutWeightsIsLeftAlone() {
        Dense synapses = Dense.of(FloatArray.of(Shape.of(2, 2), 0, 1, 0, 2)).norm(NORM);
        assertThat(afterOneStep(synapses, 2, 2)).containsExactly(0, 1, 0, 2);
    }

    /** Scaling a normalised column again would round some of its weights. Only the first target fires and learns. */
    @ParameterizedTest
    @EnumSource(Norm.Measure.class)
    void columnsThatDidNotChangeKeepTheirBits(Norm.Measure measure) {
        Dense synapses =
                Dense.uniform(0, 2).bounds(0, 1).norm(new Norm(NORM, measure)).learning(new PostPre(0.01, 0.05));
        try (Simulation simulation = open(synapses, 50, 40)) {
            simulation.run(Run.of("X", Trains.silent(50, 1), 1));
            float[] before = simulation.weights("X", "Y").values();
            simulation.run(Map.of("X", onlyFirst(50, 4), "Y", onlyFirst(40, 5)), 10);
            float[] after = simulation.weights("X", "Y").values();
            assertThat(after[0]).isNotEqualTo(before[0]);
            assertThat(measured(measure, simulation, 40)).containsExactly(filled(40, NORM), within(1e-5));
            for (int i = 0; i < before.length; i++) {
                assertThat(i % 40 == 0 || after[i] == before[i]).isTrue();
            }
        }
    }

    /** [1.5, 0.75, 0.75] after the first run; [1, 0.75, 0.75] in the second, times 3 / 2.5 at its end. */
    @Test
    void columnClippedAfterNormalisationIsNormalisedAgain() {
        Dense synapses = Dense.of(FloatArray.of(Shape.of(3, 1), 0.5f, 0.25f, 0.25f))
                .bounds(0, 1)
                .norm(NORM);
        try (Simulation simulation = open(synapses, 3, 1)) {
            Run run = Run.of("X", Trains.silent(3, 1), 1);
            simulation.run(run);
            assertThat(simulation.weights("X", "Y").values()).containsExactly(1.5f, 0.75f, 0.75f);
            simulation.run(run);
            assertThat(simulation.weights("X", "Y").values())
                    .containsExactly(new float[] {1.2f, 0.9f, 0.9f}, within(1e-6f));
        }
    }

    @Test
    void restoredWeightsAreClippedAndNormalisedAsInitialOnesAre() {
        try (Simulation simulation = open(Dense.uniform(0, 1).bounds(0, 1).norm(NORM), 3, 1)) {
            Run run = Run.of("X", Trains.silent(3, 1), 1);
            simulation.run(run);
            simulation.run(run);
            FloatArray weights = FloatArray.of(Shape.of(3, 1), 4, 0.25f, 0.25f);
            simulation.restore(new LearnedState(Map.of("X-Y.w", weights)));
            simulation.run(run);
            assertThat(simulation.weights("X", "Y").values()).containsExactly(2, 0.5f, 0.5f);
        }
    }

    @Test
    void weightsOutsideTheBoundsAreClippedInTheFirstLearningStep() {
        Dense synapses = Dense.of(FloatArray.of(Shape.of(3, 1), -2, 0.5f, 2)).bounds(-1, 1);
        assertThat(afterOneStep(synapses, 3, 1)).containsExactly(-1, 0.5f, 1);
    }

    @Test
    void weightsDecayInLearningStepsOnly() {
        try (Simulation simulation = open(Dense.uniform(0, 2).weightDecay(0.01), 20, 7)) {
            float[] initial = simulation.weights("X", "Y").values();
            simulation.run(Run.of("X", Trains.silent(20, 50), 50).frozen());
            assertThat(simulation.weights("X", "Y").values()).containsExactly(initial);
            simulation.run(Run.of("X", Trains.silent(20, 50), 50));
            float[] decayed = simulation.weights("X", "Y").values();
            for (int i = 0; i < initial.length; i++) {
                assertThat(decayed[i]).isCloseTo((float) (initial[i] * Math.pow(0.99, 50)), within(1e-5f));
            }
        }
    }

    /** 1 decays to 0.5 in step 0; in step 1 a coincident pair adds 1, and 1.5 decays to 0.75, which is in bounds. */
    @Test
    void ruleComesBeforeDecayAndDecayBeforeClipping() {
        Dense synapses = Dense.of(FloatArray.of(Shape.of(1, 1), 1))
                .learning(new PostPre(0, 1))
                .weightDecay(0.5)
                .bounds(0, 1);
        try (Simulation simulation = open(synapses, 1, 1)) {
            simulation.run(Map.of("X", Trains.single(2, 1), "Y", Trains.single(2, 1)), 2);
            assertThat(simulation.weights("X", "Y").values()).containsExactly(0.75f);
        }
    }

    private static float[] afterOneStep(Dense synapses, int sources, int targets) {
        try (Simulation simulation = open(synapses, sources, targets)) {
            simulation.run(Run.of("X", Trains.silent(sources, 1), 1));
            return simulation.weights("X", "Y").values();
        }
    }

    /** Ten steps in which the first of some neurons fires once. */
    private static SpikeTrain onlyFirst(int neurons, int step) {
        return SpikeTrain.ofEvents(Shape.of(neurons), 10, new long[] {SpikeTrain.event(0, step)}, 1);
    }

    /** A spike from outside, 1 mV, makes a neuron of Y fire. */
    private static Simulation open(Dense synapses, int sources, int targets) {
        Trace trace = Trace.replacing(20);
        return Network.builder()
                .layer(Layer.of("X", new Input(), sources).withTrace(trace))
                .layer(Layer.of("Y", LIF.builder().threshold(-64).build(), targets)
                        .withTrace(trace))
                .connect("X", "Y", synapses)
                .build()
                .simulate(Engine.event(), 3);
    }

    private static double[] measured(Norm.Measure measure, Simulation simulation, int targets) {
        float[] weights = simulation.weights("X", "Y").values();
        int[] columns = IntStream.range(0, weights.length).map(i -> i % targets).toArray();
        return Measured.by(measure, weights, columns);
    }

    private static double[] filled(int length, double value) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }
}
