package org.snn4j.network.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;

/**
 * Oracle: sums, lengths and products that the weights of sparse, convolutional and local connections must have after normalisation,
 * decay and clipping. Source [2, 3, 3], target [3, 2, 2].
 */
class TableNormalisationTest {
    private static final double NORM = 1.75;
    private static final Weights DRAWN = new Weights.Uniform(-0.5, 1);
    private static final Windows WINDOWS = Windows.of(2, 2);

    /** What is normalised together: for each weight a group. */
    private record Kind(Topology topology, int[] groups) {
        Kind with(Plasticity plasticity) {
            if (topology instanceof Sparse sparse) {
                return new Kind(new Sparse(sparse.synapses(), DRAWN, plasticity), groups);
            }
            return topology instanceof Convolution
                    ? new Kind(new Convolution(DRAWN, WINDOWS, plasticity), groups)
                    : new Kind(new Local(DRAWN, WINDOWS, plasticity), groups);
        }

        @Override
        public String toString() {
            return topology.type();
        }
    }

    static List<Kind> kinds() {
        List<Sparse.Synapse> synapses = IntStream.range(0, 60)
                .mapToObj(k -> new Sparse.Synapse(k * 7 % 18, k % 12))
                .distinct()
                .toList();
        int[] targets = synapses.stream().mapToInt(Sparse.Synapse::target).toArray();
        return List.of(
                new Kind(new Sparse(synapses, DRAWN, Plasticity.FIXED), targets),
                new Kind(new Convolution(DRAWN, WINDOWS, Plasticity.FIXED), groups(3 * 2 * 4, 4)),
                new Kind(new Local(DRAWN, WINDOWS, Plasticity.FIXED), groups(12 * 2 * 4, 8)));
    }

    static Stream<Arguments> kindsAndMeasures() {
        return kinds().stream()
                .flatMap(kind -> Stream.of(Norm.Measure.values()).map(measure -> arguments(kind, measure)));
    }

    private static int[] groups(int weights, int size) {
        return IntStream.range(0, weights).map(weight -> weight / size).toArray();
    }

    @ParameterizedTest
    @MethodSource("kindsAndMeasures")
    void weightsOfEachTargetOrKernelAreScaledToTheNorm(Kind kind, Norm.Measure measure) {
        Kind normed = kind.with(Plasticity.FIXED.withNorm(new Norm(NORM, measure)));
        try (Simulation simulation = network(normed).simulate(Engine.event(), 3)) {
            float[] before = weights(simulation);
            simulation.run(Run.of(Map.of(), 1).frozen());
            float[] after = weights(simulation);
            double[] measured = Measured.by(measure, after, kind.groups);
            double[] old = Measured.by(measure, before, kind.groups);
            assertThat(measured).containsExactly(filled(measured.length, NORM), within(1e-6));
            for (int i = 0; i < after.length; i++) {
                assertThat((double) after[i]).isCloseTo(before[i] * NORM / old[kind.groups[i]], within(1e-6));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kindsAndMeasures")
    void normalisingAgainChangesNoBit(Kind kind, Norm.Measure measure) {
        Kind normed = kind.with(Plasticity.FIXED.withNorm(new Norm(NORM, measure)));
        try (Simulation simulation = network(normed).simulate(Engine.event(), 3)) {
            simulation.run(Run.of(Map.of(), 1));
            float[] once = weights(simulation);
            simulation.run(Run.of(Map.of(), 1).frozen());
            assertThat(weights(simulation)).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void weightsDecayInLearningStepsOnly(Kind kind) {
        try (Simulation simulation =
                network(kind.with(Plasticity.FIXED.withWeightDecay(0.02))).simulate(Engine.event(), 3)) {
            float[] before = weights(simulation);
            simulation.run(Run.of(Map.of(), 30).frozen());
            assertThat(weights(simulation)).isEqualTo(before);
            simulation.run(Run.of(Map.of(), 30));
            float[] after = weights(simulation);
            for (int i = 0; i < after.length; i++) {
                assertThat(after[i]).isCloseTo((float) (before[i] * Math.pow(0.98, 30)), within(1e-6f));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void weightsOutsideTheBoundsAreClippedInTheFirstLearningStep(Kind kind) {
        try (Simulation simulation =
                network(kind.with(Plasticity.FIXED.withBounds(-0.25, 0.5))).simulate(Engine.event(), 3)) {
            float[] before = weights(simulation);
            simulation.run(Run.of(Map.of(), 1));
            float[] after = weights(simulation);
            for (int i = 0; i < after.length; i++) {
                assertThat(after[i]).isEqualTo(Math.min(Math.max(before[i], -0.25f), 0.5f));
            }
            assertThat(after).contains(-0.25f, 0.5f);
        }
    }

    @Test
    void kernelOfZerosIsLeftAlone() {
        Weights given = new Weights.Given(FloatArray.of(Shape.of(1, 2, 2), 0, 0, 1, 3));
        Convolution convolution = new Convolution(given, Windows.of(2), Plasticity.FIXED.withNorm(Norm.ofSum(2)));
        Network network = Network.builder()
                .layer("X", new Input(), 2, 3)
                .layer("Y", LIF.defaults(), 1, 2)
                .connect("X", "Y", convolution)
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            simulation.run(Map.of(), 1);
            assertThat(simulation.weights("X", "Y").values()).containsExactly(0, 0, 0.5f, 1.5f);
        }
    }

    private static Network network(Kind kind) {
        return Network.builder()
                .layer("X", new Input(), 2, 3, 3)
                .layer("Y", LIF.defaults(), 3, 2, 2)
                .connect("X", "Y", kind.topology)
                .build();
    }

    private static float[] weights(Simulation simulation) {
        return simulation.learned().require("X-Y.w").values();
    }

    private static double[] filled(int length, double value) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }

    /** A target's index may be above the number of synapses, of which it has one or none. */
    @Test
    void onlySynapseOfALateTargetIsNormalised() {
        Sparse sparse = new Sparse(
                List.of(new Sparse.Synapse(0, 11)),
                new Weights.Uniform(0.5, 1),
                Plasticity.FIXED.withNorm(Norm.ofSum(NORM)));
        Network network = Network.builder()
                .layer("X", new Input(), 3)
                .layer("Y", LIF.defaults(), 12)
                .connect("X", "Y", sparse)
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 1)) {
            simulation.run(Run.of(Map.of(), 1));
            assertThat(simulation.weights("X", "Y").get(11)).isEqualTo((float) NORM);
        }
    }
}
