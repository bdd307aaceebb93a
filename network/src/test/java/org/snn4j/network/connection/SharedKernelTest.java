package org.snn4j.network.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.snn4j.network.Engine;
import org.snn4j.network.Layer;
import org.snn4j.network.Network;
import org.snn4j.network.Reward;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trace;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.learning.DiehlAndCookRule;
import org.snn4j.network.learning.DiehlAndCookSymmetricRule;
import org.snn4j.network.learning.Hebbian;
import org.snn4j.network.learning.LearningRule;
import org.snn4j.network.learning.MSTDP;
import org.snn4j.network.learning.MSTDPET;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.learning.Rates;
import org.snn4j.network.learning.Reduction;
import org.snn4j.network.learning.Rmax;
import org.snn4j.network.learning.Triplet;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.neuron.McCullochPitts;
import org.snn4j.network.neuron.NeuronModel;
import org.snn4j.network.neuron.SRM0;
import org.snn4j.network.spikes.SpikeBatch;

/**
 * Oracle for a kernel that several positions share: the sum of what the local connection's own kernels learn there. A local
 * connection's kernels in turn learn as a sparse connection of the same synapses.
 */
class SharedKernelTest {
    private static final Shape SOURCE = Shape.of(2, 5, 4);
    private static final Shape TARGET = Shape.of(3, 3, 5);
    private static final Windows WINDOWS = Windows.of(3, 2).stride(2, 1).padding(1, 1);
    private static final Shape KERNEL = Shape.of(3, 2, 3, 2);
    private static final Shape LOCAL = Shape.of(3, 3, 5, 2, 3, 2);
    private static final int STEPS = 40;

    @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
    void sharedKernelLearnsTheSumOverItsPositions(@ForAll Reduction reduction, @ForAll long seed) {
        Rates nu = new Rates(0.01, 0.02);
        for (LearningRule rule : List.of(
                new PostPre(nu, reduction),
                new Hebbian(nu, reduction),
                new Triplet(nu, new Rates(0.01, 0.02), 30, 40, reduction),
                new DiehlAndCookRule(0.02, 0.3, 0, reduction),
                new DiehlAndCookSymmetricRule(nu, 0.3, 0, reduction),
                new MSTDP(nu, 20, 15, reduction),
                new MSTDPET(nu, 20, 15, 10, reduction),
                new Rmax(nu, 5, 10, reduction))) {
            Plasticity plasticity = Plasticity.FIXED.withRule(rule);
            float[] kernel = learned(new Convolution(zeros(KERNEL), WINDOWS, plasticity), rule, seed);
            float[] local = learned(new Local(zeros(LOCAL), WINDOWS, plasticity), rule, seed);
            double[] sums = new double[kernel.length];
            for (int i = 0; i < local.length; i++) {
                sums[i / (15 * 12) * 12 + i % 12] += local[i];
            }
            for (int i = 0; i < kernel.length; i++) {
                assertThat((double) kernel[i])
                        .as("%s", rule)
                        .isCloseTo(sums[i], within(1e-5 * (1 + Math.abs(sums[i]))));
            }
            assertThat(kernel).isNotEqualTo(new float[kernel.length]);
        }
    }

    @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
    void localConnectionLearnsAsASparseOne(@ForAll Reduction reduction, @ForAll long seed) {
        Rates nu = new Rates(0.01, 0.02);
        for (LearningRule rule : List.of(
                new PostPre(nu, reduction),
                new DiehlAndCookRule(0.02, 0.3, 0.5, reduction),
                new MSTDP(nu, 20, 15, reduction))) {
            Plasticity plasticity =
                    Plasticity.FIXED.withRule(rule).withBounds(-0.25, 0.25).withNorm(Norm.ofSum(0.8));
            float[] local = learned(new Local(zeros(LOCAL), WINDOWS, plasticity), rule, seed);
            List<Integer> places = IntStream.range(0, local.length)
                    .filter(i -> WINDOWS.sourcePosition(SOURCE, i / 12 % 15, i % 6) >= 0)
                    .boxed()
                    .toList();
            List<Sparse.Synapse> synapses = places.stream()
                    .map(i -> new Sparse.Synapse(
                            i / 6 % 2 * 20 + WINDOWS.sourcePosition(SOURCE, i / 12 % 15, i % 6), i / 12))
                    .toList();
            float[] sparse = learned(new Sparse(synapses, zeros(Shape.of(synapses.size())), plasticity), rule, seed);
            for (int k = 0; k < synapses.size(); k++) {
                Sparse.Synapse synapse = synapses.get(k);
                assertThat(local[places.get(k)])
                        .as("%s", rule)
                        .isCloseTo(sparse[synapse.source() * 45 + synapse.target()], within(1e-6f));
            }
        }
    }

    private static Weights zeros(Shape shape) {
        return new Weights.Given(FloatArray.of(shape, new float[shape.size()]));
    }

    private static float[] learned(Topology topology, LearningRule rule, long seed) {
        LIF membrane = LIF.builder().threshold(-63).refractory(0).build();
        NeuronModel cells = rule instanceof Rmax ? new SRM0(membrane, 0, 0.3, 2) : new McCullochPitts(500);
        Network network = Network.builder()
                .layer(Layer.of("X", new Input(), 2, 5, 4).withTrace(Trace.adding(10)))
                .layer("Teacher", new Input(), 3, 3, 5)
                .layer(Layer.of("Y", cells, 3, 3, 5).withTrace(Trace.replacing(12)))
                .connect("X", "Y", topology)
                .connect("Teacher", "Y", OneToOne.of(1000))
                .build();
        Random random = new Random(seed);
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            simulation.run(Run.of(Map.of("X", noise(SOURCE, random), "Teacher", noise(TARGET, random)), STEPS)
                    .rewarded(Reward.of(0.3)));
            return simulation.weights("X", "Y").values();
        }
    }

    private static SpikeBatch noise(Shape shape, Random random) {
        return Received.noise(shape, STEPS, 0.2, random);
    }
}
