package org.snn4j.network.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.snn4j.network.Engine;
import org.snn4j.network.Layer;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.Reward;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trace;
import org.snn4j.network.Trains;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.learning.DiehlAndCookRule;
import org.snn4j.network.learning.LearningRule;
import org.snn4j.network.learning.MSTDP;
import org.snn4j.network.learning.MSTDPET;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.learning.Rates;
import org.snn4j.network.learning.Reduction;
import org.snn4j.network.learning.WeightDependentPostPre;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.McCullochPitts;
import org.snn4j.network.spikes.SpikeBatch;
import org.snn4j.network.spikes.SpikeTrain;

/** Oracle: what must not change, whatever a rule does: masked weights are zero, signs are those of the start. */
class ConstraintTest {
    private static final int SOURCES = 6;
    private static final int TARGETS = 4;
    private static final int STEPS = 40;
    /** Rates so large that weights would run far over zero. */
    private static final List<LearningRule> RULES = List.of(
            new PostPre(0.3, 0.2),
            new WeightDependentPostPre(0.3, 0.2),
            new DiehlAndCookRule(0.3, 0.5, 0, Reduction.SUM),
            new DiehlAndCookRule(0.3, 0.5, 1, Reduction.SUM),
            new MSTDP(new Rates(0.5, 0), 20, 20, Reduction.SUM),
            new MSTDPET(new Rates(0.5, 0), 20, 20, 10, Reduction.SUM));

    @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
    void maskedWeightsStayZeroThroughLearningAndNormalisation(@ForAll long seed) {
        Random random = new Random(seed);
        ByteArray mask = mask(random);
        for (LearningRule rule : RULES) {
            Dense dense = Dense.uniform(0.1, 1)
                    .bounds(0.05, 2)
                    .norm(3)
                    .weightDecay(0.01)
                    .learning(rule)
                    .masked(mask);
            for (FloatArray weights : learned(dense, random)) {
                assertThat(IntStream.range(0, SOURCES * TARGETS)
                                .filter(i -> weights.get(i) == 0)
                                .toArray())
                        .as("%s", rule)
                        .containsExactly(IntStream.range(0, SOURCES * TARGETS)
                                .filter(i -> mask.get(i) == 1)
                                .toArray());
            }
        }
    }

    @Test
    void maskedSynapsesDeliverNothingAndCountInNoNorm() {
        Dense dense = Dense.of(FloatArray.of(Shape.of(3, 1), 4, 1, 2))
                .masked(ByteArray.of(Shape.of(3, 1), new byte[] {1, 0, 0}))
                .norm(6);
        try (Simulation simulation = open(dense, 3, 1)) {
            assertThat(simulation.weights("X", "Y").values()).containsExactly(0, 1, 2);
            simulation.run(Run.of("X", Trains.silent(3, 1), 1));
            assertThat(simulation.weights("X", "Y").values()).containsExactly(0, 2, 4);
            simulation.restore(new LearnedState(Map.of("X-Y.w", FloatArray.of(Shape.of(3, 1), 9, 1, 2))));
            assertThat(simulation.weights("X", "Y").values()).containsExactly(0, 1, 2);
        }
    }

    @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
    void noSourceChangesSides(@ForAll long seed) {
        FloatArray signed = signed(new Random(seed));
        for (LearningRule rule : RULES) {
            Plasticity free = Plasticity.FIXED.withRule(rule);
            free = rule instanceof PostPre || rule instanceof MSTDPET ? free : free.withBounds(-1, 1);
            for (Topology topology : kinds(signed, free)) {
                assertThat(wrongSigns(topology, seed)).as("%s, free", rule).isPositive();
            }
            for (Topology topology : kinds(signed, free.withSigns(Plasticity.Signs.KEPT))) {
                assertThat(wrongSigns(topology, seed))
                        .as("%s on %s", rule, topology.type())
                        .isZero();
            }
        }
    }

    private static long wrongSigns(Topology topology, long seed) {
        return learned(topology, new Random(seed)).stream()
                .mapToLong(weights -> IntStream.range(0, SOURCES * TARGETS)
                        .filter(i -> source(topology, i) % 2 == 1 ? weights.get(i) > 0 : weights.get(i) < 0)
                        .count())
                .sum();
    }

    /** Even sources excite, odd ones inhibit; the first weights of each are zero. */
    private static FloatArray signed(Random random) {
        float[] values = new float[SOURCES * TARGETS];
        for (int i = 0; i < values.length; i++) {
            float size = i % TARGETS == 0 ? 0 : 0.1f + 0.8f * random.nextFloat();
            values[i] = i / TARGETS % 2 == 1 ? -size : size;
        }
        return FloatArray.of(Shape.of(SOURCES, TARGETS), values);
    }

    private static List<Topology> kinds(FloatArray matrix, Plasticity plasticity) {
        List<Topology> kinds = new ArrayList<>();
        kinds.add(new Dense(new Weights.Given(matrix), plasticity, Optional.empty()));
        List<Sparse.Synapse> all = IntStream.range(0, SOURCES * TARGETS)
                .mapToObj(i -> new Sparse.Synapse(i / TARGETS, i % TARGETS))
                .toList();
        FloatArray flat = FloatArray.of(Shape.of(all.size()), matrix.values());
        kinds.add(new Sparse(all, new Weights.Given(flat), plasticity));
        float[] transposed = new float[SOURCES * TARGETS];
        for (int i = 0; i < transposed.length; i++) {
            transposed[i] = matrix.get(i % SOURCES * TARGETS + i / SOURCES);
        }
        FloatArray kernels = FloatArray.of(Shape.of(TARGETS, 1, SOURCES), transposed);
        kinds.add(new Convolution(new Weights.Given(kernels), Windows.of(SOURCES), plasticity));
        return kinds;
    }

    private static int source(Topology topology, int weight) {
        return topology instanceof Convolution ? weight % SOURCES : weight / TARGETS;
    }

    @Test
    void sourceThatExcitesAndInhibitsIsNamed() {
        FloatArray mixed = FloatArray.of(Shape.of(3, 2), 1, 2, 3, -4, 0, 0);
        Plasticity kept = Plasticity.FIXED.withSigns(Plasticity.Signs.KEPT);
        Sparse sparse = Sparse.ofDense(mixed);
        for (Topology topology :
                List.of(Dense.of(mixed).keepingSigns(), new Sparse(sparse.synapses(), sparse.weights(), kept))) {
            assertThatThrownBy(() -> open(topology, 3, 2))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("connection X-Y: source neuron 1 both excites and inhibits");
        }
    }

    @Test
    void maskedWeightDoesNotCountAsASign() {
        Dense dense = Dense.of(FloatArray.of(Shape.of(1, 2), 3, -4))
                .masked(ByteArray.of(Shape.of(1, 2), new byte[] {0, 1}))
                .keepingSigns();
        try (Simulation simulation = open(dense, 1, 2)) {
            assertThat(simulation.weights("X", "Y").values()).containsExactly(3, 0);
        }
    }

    /** The kernel's first pixel is zero, and its sources inhibit by the others: it may not become positive. */
    @Test
    void zeroInASharedKernelKeepsTheSignOfItsSources() {
        FloatArray kernel = FloatArray.of(Shape.of(1, 1, 2), 0, -0.5f);
        Plasticity plasticity = Plasticity.FIXED.withRule(new PostPre(0, 1)).withSigns(Plasticity.Signs.KEPT);
        Convolution convolution = new Convolution(new Weights.Given(kernel), Windows.of(2), plasticity);
        Network network = Network.builder()
                .layer(Layer.of("X", new Input(), 1, 4).withTrace(Trace.replacing(20)))
                .layer(Layer.of("Y", new McCullochPitts(1), 1, 3).withTrace(Trace.replacing(20)))
                .connect("X", "Y", convolution)
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            Shape target = Shape.of(1, 3);
            simulation.run(Run.of("X", Trains.incessant(4, 5).reshaped(Shape.of(1, 4)), 5)
                    .clamp("Y", ByteArray.of(target, new byte[] {1, 1, 1})));
            assertThat(simulation.weights("X", "Y").values()).containsExactly(0, 0);
        }
    }

    /**
     * Two samples: in the first the pair lowers the weight by 0.5 e^(-1/20), in the second it raises it as much. Only the sum
     * counts: a weight that was held at zero in between would end higher.
     */
    @Test
    void signsHoldForTheWholeStepAndNotForEachOfItsChanges() {
        Dense dense = Dense.of(FloatArray.of(Shape.of(1, 2), 0.25f, 0.25f))
                .learning(new MSTDP(new Rates(0.5, 0), 20, 20, Reduction.SUM))
                .keepingSigns();
        Network network = Network.builder()
                .layer("X", new Input(), 1)
                .layer("Y", new McCullochPitts(500), 2)
                .layer("Teacher", new Input(), 2)
                .connect("X", "Y", dense)
                .connect("Teacher", "Y", OneToOne.of(1000))
                .build();
        SpikeTrain depressed = Trains.of(5, new int[] {1}, new int[] {1});
        SpikeTrain potentiated = Trains.of(5, new int[] {2}, new int[] {2});
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            SpikeBatch x = new SpikeBatch(List.of(Trains.single(5, 3), Trains.single(5, 2)));
            SpikeBatch teacher = new SpikeBatch(List.of(depressed, potentiated));
            simulation.run(Run.of(Map.of("X", x, "Teacher", teacher), 5).rewarded(Reward.of(1)));
            assertThat(simulation.weights("X", "Y").values())
                    .containsExactly(new float[] {0.25f, 0.25f}, within(1e-6f));
        }
    }

    private static ByteArray mask(Random random) {
        byte[] mask = new byte[SOURCES * TARGETS];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (byte) random.nextInt(2);
        }
        return ByteArray.of(Shape.of(SOURCES, TARGETS), mask);
    }

    /** The weights after a rewarded run and after a punished one. */
    private static List<FloatArray> learned(Topology topology, Random random) {
        List<FloatArray> learned = new ArrayList<>();
        try (Simulation simulation = open(topology, SOURCES, TARGETS)) {
            for (double reward : new double[] {-1, 1}) {
                SpikeTrain pre = Trains.random(SOURCES, STEPS, 0.3, random);
                ByteArray post = Trains.random(TARGETS, STEPS, 0.3, random).toDense();
                Shape source = simulation.network().layer("X").shape();
                Shape target = simulation.network().layer("Y").shape();
                simulation.run(Run.of("X", pre.reshaped(source), STEPS)
                        .clamp("Y", ByteArray.of(target.within(STEPS), post.values()))
                        .rewarded(Reward.of(reward)));
                learned.add(simulation.weights("X", "Y"));
            }
        }
        return learned;
    }

    private static Simulation open(Topology topology, int sources, int targets) {
        boolean windows = topology instanceof Convolution;
        Shape source = windows ? Shape.of(1, sources) : Shape.of(sources);
        Shape target = windows ? Shape.of(targets, 1) : Shape.of(targets);
        Trace trace = Trace.adding(20);
        return Network.builder()
                .layer(new Layer("X", source, new Input(), Optional.of(trace)))
                .layer(new Layer("Y", target, new McCullochPitts(1e30), Optional.of(trace)))
                .connect("X", "Y", topology)
                .build()
                .simulate(Engine.event(), 0);
    }
}
