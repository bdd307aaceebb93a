package org.snn4j.network.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.snn4j.network.Connection;
import org.snn4j.network.Engine;
import org.snn4j.network.Layer;
import org.snn4j.network.Network;
import org.snn4j.network.Reward;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trace;
import org.snn4j.network.Trains;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Convolution;
import org.snn4j.network.connection.Delays;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Local;
import org.snn4j.network.connection.Norm;
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
import org.snn4j.network.spikes.SpikeTrain;

/**
 * Oracle: a synapse that learns at arrival from a source with a delay learns as one without delay from a source that fires so
 * much later. What targets fire is given.
 */
class LearningAtArrivalTest {
    private static final int RUNS = 4;
    private static final int STEPS = 25;
    private static final int LONGEST = 6;

    private static List<LearningRule> rules() {
        Rates nu = new Rates(0.02, 0.03);
        return List.of(
                new PostPre(nu, Reduction.SUM),
                new Hebbian(nu, Reduction.SUM),
                new WeightDependentPostPre(nu, Reduction.SUM),
                new Triplet(nu, new Rates(0.01, 0.02), 30, 40, Reduction.SUM),
                new DiehlAndCookRule(0.02, 0.3, 0, Reduction.SUM),
                new DiehlAndCookRule(0.02, 0.3, 0.7, Reduction.SUM),
                new DiehlAndCookExponentialRule(0.02, 0.3, 1.5, Reduction.SUM),
                new DiehlAndCookSymmetricRule(nu, 0.3, 0.7, Reduction.SUM),
                new MSTDP(nu, 20, 15, Reduction.SUM),
                new MSTDPET(nu, 20, 15, 10, Reduction.SUM),
                new Rmax(nu, 5, 10, Reduction.SUM));
    }

    /** The source that stands for source i with a delay of d is the one of number i + sources · d. */
    @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
    void everySynapseLearnsFromWhatReachesIt(
            @ForAll @IntRange(min = 1, max = 5) int sources,
            @ForAll @IntRange(min = 1, max = 4) int targets,
            @ForAll @IntRange(max = 2) int common,
            @ForAll long seed) {
        Random random = new Random(seed);
        FloatArray matrix = numbers(Shape.of(sources, targets), random);
        int[] delays = random.ints(sources * targets, 0, LONGEST - 1).toArray();
        byte[] pre = spikes(sources, random);
        ByteArray post = ByteArray.of(Shape.of(RUNS * STEPS, targets), spikes(targets, random));
        for (LearningRule rule : rules()) {
            Plasticity plasticity = plasticity(rule, random);
            Dense delayed = new Dense(
                    new Weights.Given(matrix),
                    plasticity.withTiming(Plasticity.Timing.ARRIVAL),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new Delays.Given(FloatArray.of(matrix.shape(), floats(delays)))));
            Dense prompt = new Dense(new Weights.Given(repeated(matrix)), plasticity, Optional.empty());
            float[] actual = learned(new Connection("X", "Y", delayed, common), rule, train(pre, sources), post);
            float[] all = learned(new Connection("X", "Y", prompt), rule, shifted(pre, sources), post);
            for (int synapse = 0; synapse < delays.length; synapse++) {
                float expected = all[synapse + sources * targets * (common + delays[synapse])];
                assertThat(actual[synapse])
                        .as("%s, synapse %d", rule, synapse)
                        .isCloseTo(expected, within(1e-6f * (1 + Math.abs(expected))));
            }
        }
    }

    @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
    void delayOfAConnectionOfAnyKindShiftsWhatItLearnsFrom(
            @ForAll @IntRange(min = 1, max = LONGEST) int delay, @ForAll long seed) {
        Random random = new Random(seed);
        byte[] pre = spikes(6, random);
        byte[] later = new byte[pre.length];
        System.arraycopy(pre, 0, later, 6 * delay, pre.length - 6 * delay);
        ByteArray post = ByteArray.of(Shape.of(RUNS * STEPS, 6), spikes(6, random));
        for (LearningRule rule : rules()) {
            Plasticity plasticity = plasticity(rule, random).withNorm(Norm.ofSum(1.5));
            List<Topology> late = kinds(plasticity.withTiming(Plasticity.Timing.ARRIVAL));
            List<Topology> prompt = kinds(plasticity);
            for (int kind = 0; kind < late.size(); kind++) {
                float[] actual = learned(new Connection("X", "Y", late.get(kind), delay), rule, train(pre, 6), post);
                float[] expected = learned(new Connection("X", "Y", prompt.get(kind)), rule, train(later, 6), post);
                assertThat(actual)
                        .as("%s on %s", rule, late.get(kind).type())
                        .usingComparatorWithPrecision(1e-6f)
                        .isEqualTo(expected);
            }
        }
    }

    /** [2, 3] to [2, 3]. */
    private static List<Topology> kinds(Plasticity plasticity) {
        Weights weights = new Weights.Uniform(0.1, 0.7);
        Windows windows = Windows.of(3).padding(1);
        return List.of(
                new Dense(weights, plasticity, Optional.empty()),
                new Sparse(
                        List.of(new Sparse.Synapse(0, 3), new Sparse.Synapse(4, 3), new Sparse.Synapse(5, 0)),
                        weights,
                        plasticity),
                new Convolution(weights, windows, plasticity),
                new Local(weights, windows, plasticity));
    }

    @Test
    void resetForgetsSpikesOnTheirWay() {
        Dense synapse = GivenSpikes.synapse(0.5, new PostPre(0.01, 0.02))
                .delayed(FloatArray.of(Shape.of(1, 1), 5))
                .learningAtArrival();
        try (Simulation simulation = GivenSpikes.network(1, synapse, 1, 1).simulate(Engine.event(), 0)) {
            simulation.run(GivenSpikes.run(1, Trains.single(10, 3, 8), Trains.single(10)));
            simulation.reset();
            simulation.run(GivenSpikes.run(1, Trains.single(10), Trains.single(10, 4, 7)));
            assertThat(simulation.weights("X", "Y").get(0)).isEqualTo(0.5f);
        }
    }

    @Test
    void delayedWeightsAreNormalisedWhereTheyChanged() {
        Dense synapses = Dense.uniform(0.2, 0.8)
                .learning(new PostPre(0.1, 0.2))
                .bounds(0, 1)
                .norm(1)
                .delayed(FloatArray.of(Shape.of(3, 2), 0, 1, 2, 3, 4, 5))
                .learningAtArrival();
        try (Simulation simulation = GivenSpikes.network(1, synapses, 3, 2).simulate(Engine.event(), 0)) {
            for (int run = 0; run < 3; run++) {
                simulation.run(GivenSpikes.run(
                        1,
                        Trains.random(3, STEPS, 0.2, new Random(run)),
                        Trains.random(2, STEPS, 0.2, new Random(-run - 1))));
                float[] w = simulation.weights("X", "Y").values();
                assertThat(w[0] + w[2] + w[4]).isCloseTo(1, within(1e-5f));
                assertThat(w[1] + w[3] + w[5]).isCloseTo(1, within(1e-5f));
            }
        }
    }

    private static Plasticity plasticity(LearningRule rule, Random random) {
        Plasticity plasticity = Plasticity.FIXED.withRule(rule).withBounds(-0.2, 0.8);
        return random.nextBoolean() ? plasticity.withWeightDecay(0.002) : plasticity;
    }

    /** The weights after runs of which one is frozen. */
    private static float[] learned(Connection connection, LearningRule rule, SpikeTrain pre, ByteArray post) {
        LIF membrane = LIF.builder().threshold(-63).refractory(0).build();
        NeuronModel cells = rule instanceof Rmax ? new SRM0(membrane, 0, 0.3, 2) : new McCullochPitts(1e30);
        boolean flat = connection.topology() instanceof Dense || connection.topology() instanceof Sparse;
        int targets = post.shape().length(1);
        Network network = Network.builder()
                .layer(layer("X", new Input(), pre.shape().size(), flat).withTrace(Trace.adding(10)))
                .layer(layer("Y", cells, targets, flat).withTrace(Trace.replacing(12)))
                .connect(connection)
                .build();
        Shape y = network.layer("Y").shape().within(STEPS);
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            for (int run = 0; run < RUNS; run++) {
                SpikeTrain part = part(pre, run).reshaped(network.layer("X").shape());
                Run next = Run.of("X", part, STEPS)
                        .ofSample(run)
                        .rewarded(Reward.of(0.3))
                        .clamp("Y", ByteArray.of(y, part(post, run).values()));
                simulation.run(run == 2 ? next.frozen() : next);
            }
            return simulation.weights("X", "Y").values();
        }
    }

    private static Layer layer(String name, NeuronModel cells, int neurons, boolean flat) {
        return flat ? Layer.of(name, cells, neurons) : Layer.of(name, cells, 2, neurons / 2);
    }

    private static SpikeTrain part(SpikeTrain train, int run) {
        return SpikeTrain.ofDense(part(train.toDense(), run));
    }

    private static ByteArray part(ByteArray all, int run) {
        int width = all.shape().length(1);
        return ByteArray.of(
                Shape.of(STEPS, width),
                Arrays.copyOfRange(all.values(), run * STEPS * width, (run + 1) * STEPS * width));
    }

    private static byte[] spikes(int neurons, Random random) {
        byte[] spikes = new byte[RUNS * STEPS * neurons];
        IntStream.range(0, spikes.length).forEach(i -> spikes[i] = (byte) (random.nextDouble() < 0.2 ? 1 : 0));
        return spikes;
    }

    private static SpikeTrain train(byte[] spikes, int neurons) {
        return SpikeTrain.ofDense(ByteArray.of(Shape.of(RUNS * STEPS, neurons), spikes));
    }

    /** The spikes of all sources as they are, then again by one step later, and so on. */
    private static SpikeTrain shifted(byte[] spikes, int sources) {
        int copies = LONGEST + 2;
        byte[] all = new byte[RUNS * STEPS * sources * copies];
        for (int place = 0; place < all.length; place++) {
            int step = place / (sources * copies) - place / sources % copies;
            all[place] = step < 0 ? 0 : spikes[step * sources + place % sources];
        }
        return train(all, sources * copies);
    }

    private static FloatArray repeated(FloatArray matrix) {
        int copies = LONGEST + 2;
        List<Float> values = new ArrayList<>();
        for (int copy = 0; copy < copies; copy++) {
            for (float value : matrix.values()) {
                values.add(value);
            }
        }
        float[] all = new float[values.size()];
        IntStream.range(0, all.length).forEach(i -> all[i] = values.get(i));
        return FloatArray.of(
                Shape.of(copies * matrix.shape().length(0), matrix.shape().length(1)), all);
    }

    private static FloatArray numbers(Shape shape, Random random) {
        float[] values = new float[shape.size()];
        IntStream.range(0, values.length).forEach(i -> values[i] = (float) (0.1 + 0.6 * random.nextDouble()));
        return FloatArray.of(shape, values);
    }

    private static float[] floats(int[] values) {
        float[] floats = new float[values.length];
        IntStream.range(0, values.length).forEach(i -> floats[i] = values[i]);
        return floats;
    }
}
