package org.snn4j.network.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.snn4j.network.Engine;
import org.snn4j.network.Layer;
import org.snn4j.network.Network;
import org.snn4j.network.Reward;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trace;
import org.snn4j.network.Trains;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Convolution;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Local;
import org.snn4j.network.connection.Norm;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.connection.Plasticity;
import org.snn4j.network.connection.Sparse;
import org.snn4j.network.connection.Topology;
import org.snn4j.network.connection.Weights;
import org.snn4j.network.connection.Windows;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.neuron.McCullochPitts;
import org.snn4j.network.neuron.NeuronModel;
import org.snn4j.network.neuron.SRM0;
import org.snn4j.network.spikes.SpikeBatch;

/**
 * Oracle: the dense matrix. A convolution or local connection whose kernel is as large as its source, and a
 * sparse connection of all synapses are the same matrix, written in another order; every rule must make the same of it.
 * A teacher makes the targets fire, whatever the weights.
 */
class RuleOnEveryConnectionTest {
    private static final int STEPS = 40;

    /** The source is [channels, length], the target [targets, 1]. */
    private record Case(int channels, int length, int targets, int batch, Random random) {
        int sources() {
            return channels * length;
        }
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void everyRuleLearnsTheSameOnEveryConnection(
            @ForAll @IntRange(min = 1, max = 3) int channels,
            @ForAll @IntRange(min = 1, max = 4) int length,
            @ForAll @IntRange(min = 1, max = 3) int batch,
            @ForAll Reduction reduction,
            @ForAll long seed) {
        Case sizes = new Case(channels, length, 3, batch, new Random(seed));
        for (LearningRule rule : rules(reduction, sizes.random)) {
            assertAllLearnTheSame(rule, sizes);
        }
    }

    private static List<LearningRule> rules(Reduction reduction, Random random) {
        Rates nu = new Rates(0.02 * random.nextDouble(), 0.03 * random.nextDouble());
        return List.of(
                new PostPre(nu, reduction),
                new Hebbian(nu, reduction),
                new WeightDependentPostPre(nu, reduction),
                new Triplet(nu, new Rates(0.01, 0.02), 30, 40, reduction),
                new Triplet(new Rates(0.001, 0), new Rates(0, 0.02), 30, 40, reduction),
                new DiehlAndCookExponentialRule(0.02, 0.3, 1.5, reduction),
                new DiehlAndCookSymmetricRule(nu, 0.3, 0.7, reduction),
                new DiehlAndCookRule(0.02, 0.3, 0, reduction),
                new DiehlAndCookRule(0.02, 0.3, 0.2 + random.nextDouble(), reduction),
                new MSTDP(nu, 20, 15, reduction),
                new MSTDPET(nu, 20, 15, 10, reduction),
                new Rmax(nu, 5, 10, reduction));
    }

    private static void assertAllLearnTheSame(LearningRule rule, Case sizes) {
        FloatArray matrix = matrix(sizes);
        Plasticity plasticity = plasticity(rule, sizes);
        List<Run> runs = List.of(run(sizes), run(sizes));
        float[] expected =
                learned(new Dense(new Weights.Given(matrix), plasticity, Optional.empty()), sizes, rule, runs);
        assertThat(expected).as("%s", rule).isNotEqualTo(matrix.values());
        for (Topology topology : sameAs(matrix, plasticity, sizes)) {
            float[] actual = learned(topology, sizes, rule, runs);
            int[] order = order(topology, sizes);
            for (int i = 0; i < actual.length; i++) {
                assertThat(Math.abs(actual[i] - expected[order[i]]))
                        .as("%s on %s, weight %d", rule, topology.type(), i)
                        .isLessThan(1e-6f * (1 + Math.abs(expected[order[i]])));
            }
        }
    }

    /** Bounds that the weights reach; norm where all kinds share it, as kernels are normalised each by itself. */
    private static Plasticity plasticity(LearningRule rule, Case sizes) {
        Plasticity plasticity = Plasticity.FIXED.withRule(rule).withBounds(-0.2, 0.8);
        plasticity = sizes.random.nextBoolean() ? plasticity.withWeightDecay(0.002) : plasticity;
        return sizes.channels == 1 && sizes.random.nextBoolean() ? plasticity.withNorm(Norm.ofSum(1.5)) : plasticity;
    }

    private static List<Topology> sameAs(FloatArray matrix, Plasticity plasticity, Case sizes) {
        List<Topology> same = new ArrayList<>();
        List<Sparse.Synapse> all = IntStream.range(0, matrix.shape().size())
                .mapToObj(i -> new Sparse.Synapse(i / sizes.targets, i % sizes.targets))
                .toList();
        same.add(new Sparse(all, given(matrix, Shape.of(all.size())), plasticity));
        FloatArray transposed = transposed(matrix);
        Windows whole = Windows.of(sizes.length);
        same.add(new Convolution(
                given(transposed, Shape.of(sizes.targets, sizes.channels, sizes.length)), whole, plasticity));
        same.add(new Local(
                given(transposed, Shape.of(sizes.targets, 1, sizes.channels, sizes.length)), whole, plasticity));
        return same;
    }

    /** For each weight of a connection, which element of the dense matrix it is. */
    private static int[] order(Topology topology, Case sizes) {
        return IntStream.range(0, sizes.sources() * sizes.targets)
                .map(i -> topology instanceof Sparse ? i : i % sizes.sources() * sizes.targets + i / sizes.sources())
                .toArray();
    }

    private static Weights given(FloatArray values, Shape shape) {
        return new Weights.Given(FloatArray.of(shape, values.values()));
    }

    private static FloatArray matrix(Case sizes) {
        float[] values = new float[sizes.sources() * sizes.targets];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (0.1 + 0.6 * sizes.random.nextDouble());
        }
        return FloatArray.of(Shape.of(sizes.sources(), sizes.targets), values);
    }

    private static FloatArray transposed(FloatArray matrix) {
        int sources = matrix.shape().length(0);
        int targets = matrix.shape().length(1);
        float[] values = new float[sources * targets];
        for (int i = 0; i < values.length; i++) {
            values[i] = matrix.get(i % sources * targets + i / sources);
        }
        return FloatArray.of(Shape.of(targets, sources), values);
    }

    private static Run run(Case sizes) {
        return Run.of(
                        Map.of(
                                "X", noise(sizes, Shape.of(sizes.channels, sizes.length)),
                                "Teacher", noise(sizes, Shape.of(sizes.targets, 1))),
                        STEPS)
                .rewarded(Reward.of(0.5 - sizes.random.nextDouble()));
    }

    private static SpikeBatch noise(Case sizes, Shape shape) {
        return new SpikeBatch(IntStream.range(0, sizes.batch)
                .mapToObj(sample ->
                        Trains.random(shape.size(), STEPS, 0.2, sizes.random).reshaped(shape))
                .toList());
    }

    /** Targets of Rmax fire by chance, with the same probability whatever reaches them. */
    private static float[] learned(Topology topology, Case sizes, LearningRule rule, List<Run> runs) {
        LIF membrane = LIF.builder().threshold(-63).refractory(0).build();
        NeuronModel cells = rule instanceof Rmax ? new SRM0(membrane, 0, 0.3, 2) : new McCullochPitts(500);
        Network network = Network.builder()
                .layer(Layer.of("X", new Input(), sizes.channels, sizes.length).withTrace(Trace.adding(10)))
                .layer(Layer.of("Teacher", new Input(), sizes.targets, 1))
                .layer(Layer.of("Y", cells, sizes.targets, 1).withTrace(Trace.replacing(12)))
                .connect("X", "Y", topology)
                .connect("Teacher", "Y", OneToOne.of(1000))
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            runs.forEach(simulation::run);
            return simulation.weights("X", "Y").values();
        }
    }
}
