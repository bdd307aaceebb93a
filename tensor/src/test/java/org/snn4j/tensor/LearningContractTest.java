package org.snn4j.tensor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.snn4j.network.Connection;
import org.snn4j.network.Layer;
import org.snn4j.network.Network;
import org.snn4j.network.Reward;
import org.snn4j.network.Run;
import org.snn4j.network.Trace;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Bounds;
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
import org.snn4j.network.learning.DiehlAndCookExponentialRule;
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
import org.snn4j.network.learning.WeightDependentPostPre;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.neuron.NeuronModel;
import org.snn4j.network.neuron.SRM0;

/**
 * The oracle is the event engine. Every rule works on every kind of connection with weights, with random bounds, norm, decay
 * and signs. Both layers fire as they are told to, so that the last bit of a weight cannot decide on a spike (but with Rmax,
 * whose targets fire by chance: a number drawn lies within 10⁻⁷ of its probability once in some 10⁴ of these tests).
 */
class LearningContractTest {
    /** Sums over a batch and over synapses that share a weight are rounded in another order. */
    private static final Outcome.Tolerance TOLERANCE = new Outcome.Tolerance(1e-5, 1e-5, 1e-5);

    /** A norm magnifies differences where weights that belong together have almost vanished. */
    private static final Outcome.Tolerance NORMED = new Outcome.Tolerance(1e-5, 1e-3, 1e-3);

    private static final int STEPS = 10;
    private static final LIF SILENT = LIF.builder().threshold(1e9).build();

    @Property(tries = 30)
    void dense(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int batch) {
        Draw draw = new Draw(seed);
        Shape source = Shape.of(1 + draw.below(40));
        Shape target = Shape.of(1 + draw.below(40));
        Shape shape = Shape.of(source.size(), target.size());
        Plasticity plasticity = plasticity(draw);
        Dense dense = new Dense(weights(draw, plasticity, shape), plasticity, Optional.empty());
        dense = draw.coin() ? dense : dense.masked(draw.ones(shape, 0.5));
        dense = draw.coin()
                ? dense
                : dense.delayed(draw.pick(new Delays.Given(draw.numbers(shape, 0, 3)), new Delays.Uniform(0, 3)));
        assertAgree(draw, dense, source, target, batch);
    }

    @Property(tries = 20)
    void sparse(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int batch) {
        Draw draw = new Draw(seed);
        Shape source = Shape.of(2 + draw.below(40));
        Shape target = Shape.of(2 + draw.below(40));
        List<Sparse.Synapse> synapses = IntStream.range(0, target.size() + draw.below(50))
                .mapToObj(k -> new Sparse.Synapse(draw.below(source.size()), k % target.size()))
                .distinct()
                .toList();
        Plasticity plasticity = plasticity(draw);
        Sparse sparse = new Sparse(synapses, weights(draw, plasticity, Shape.of(synapses.size())), plasticity);
        assertAgree(draw, sparse, source, target, batch);
    }

    @Property(tries = 30)
    void convolution(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int batch) {
        Draw draw = new Draw(seed);
        Shape source = draw.windowed();
        Windows windows = draw.windows(source);
        Shape target = target(draw, windows, source);
        Plasticity plasticity = plasticity(draw);
        Shape shape = Shape.of(windows.kernel()).within(target.length(0), source.length(0));
        assertAgree(
                draw, new Convolution(weights(draw, plasticity, shape), windows, plasticity), source, target, batch);
    }

    @Property(tries = 20)
    void local(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int batch) {
        Draw draw = new Draw(seed);
        Shape source = draw.windowed();
        Windows windows = draw.windows(source);
        Shape target = target(draw, windows, source);
        Plasticity plasticity = plasticity(draw);
        Local any = new Local(new Weights.Uniform(0, 1), windows, plasticity);
        Shape shape = any.weightShape(source, target).orElseThrow();
        assertAgree(draw, new Local(weights(draw, plasticity, shape), windows, plasticity), source, target, batch);
    }

    private static void assertAgree(Draw draw, Topology topology, Shape source, Shape target, int batch) {
        boolean byChance = topology.plasticity().rule().orElseThrow() instanceof Rmax;
        NeuronModel neurons = byChance ? new SRM0(LIF.defaults(), 1, 0.02, 5) : SILENT;
        Network network = Network.builder()
                .dt(draw.pick(1.0, 0.5))
                .layer(new Layer("X", source, new Input(), Optional.of(trace(draw))))
                .layer(new Layer("Y", target, neurons, Optional.of(trace(draw))))
                .connect(new Connection("X", "Y", topology, draw.pick(0, 0, 2)))
                .build();
        List<Run> runs = IntStream.range(0, 3)
                .mapToObj(i -> run(draw, network, batch).ofSample((long) i * batch))
                .toList();
        Outcome.assertEnginesAgree(network, runs, topology.plasticity().norm().isPresent() ? NORMED : TOLERANCE);
    }

    private static Run run(Draw draw, Network network, int batch) {
        Shape x = network.layer("X").shape();
        Shape y = network.layer("Y").shape();
        Run run = Run.of(Map.of("X", draw.spikes(x, STEPS, batch, 0.3)), STEPS * network.dt())
                .clamp("Y", draw.ones(y.within(STEPS), 0.2))
                .rewarded(new Reward(draw.pick(0.0, draw.number(-1, 1)), draw.number(0, 2), draw.number(-2, 0)));
        return draw.below(5) == 0 ? run.frozen() : run;
    }

    private static Plasticity plasticity(Draw draw) {
        Rates nu = new Rates(draw.number(0, 0.01), draw.number(0, 0.01));
        Reduction reduction = draw.pick(Reduction.SUM, Reduction.MEAN);
        LearningRule rule = draw.pick(
                new PostPre(nu, reduction),
                new Hebbian(nu, reduction),
                new WeightDependentPostPre(nu, reduction),
                new Triplet(
                        nu,
                        new Rates(draw.pick(0.0, 0.005), draw.number(0, 0.01)),
                        draw.number(5, 50),
                        draw.number(5, 50),
                        reduction),
                new DiehlAndCookExponentialRule(draw.number(0, 0.01), draw.number(0, 1), draw.number(0, 3), reduction),
                new DiehlAndCookSymmetricRule(nu, draw.number(0, 1), draw.pick(0.0, 1.0, 0.9), reduction),
                new DiehlAndCookRule(draw.number(0, 0.01), draw.number(0, 1), draw.pick(0.0, 1.0, 0.9), reduction),
                new MSTDP(nu, draw.number(2, 30), draw.number(2, 30), reduction),
                new MSTDPET(nu, draw.number(2, 30), draw.number(2, 30), draw.number(5, 50), reduction),
                new Rmax(nu, draw.number(1, 10), draw.number(5, 50), reduction));
        Plasticity plasticity = Plasticity.FIXED.withRule(rule);
        boolean needsBounds = rule instanceof WeightDependentPostPre
                || rule instanceof DiehlAndCookRule
                || rule instanceof DiehlAndCookExponentialRule
                || rule instanceof DiehlAndCookSymmetricRule;
        plasticity = needsBounds || draw.coin() ? plasticity.withBounds(draw.number(-1, 0.1), 1) : plasticity;
        plasticity = draw.coin()
                ? plasticity
                : plasticity.withNorm(new Norm(draw.number(0.5, 8), draw.pick(Norm.Measure.values())));
        plasticity = draw.coin() ? plasticity : plasticity.withTiming(Plasticity.Timing.ARRIVAL);
        plasticity = draw.coin() ? plasticity : plasticity.withWeightDecay(draw.number(0, 0.02));
        return draw.coin() ? plasticity : plasticity.withSigns(Plasticity.Signs.KEPT);
    }

    /** Of one sign for each source, if signs are kept, and not all within the bounds. */
    private static Weights weights(Draw draw, Plasticity plasticity, Shape shape) {
        double low = plasticity.signs() == Plasticity.Signs.KEPT ? 0 : -1.2;
        double high = plasticity.bounds().equals(Bounds.NONE) ? 1 : 1.1;
        FloatArray values = draw.numbers(shape, low, high);
        return new Weights.Given(values);
    }

    private static Trace trace(Draw draw) {
        return new Trace(draw.number(2, 30), draw.number(0, 2), draw.pick(Trace.OnSpike.REPLACE, Trace.OnSpike.ADD));
    }

    private static Shape target(Draw draw, Windows windows, Shape source) {
        return Shape.of(windows.counts(source)).within(1 + draw.below(3));
    }
}
