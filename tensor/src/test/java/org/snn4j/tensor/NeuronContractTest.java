package org.snn4j.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.snn4j.network.Connection;
import org.snn4j.network.Layer;
import org.snn4j.network.Network;
import org.snn4j.network.Receptor;
import org.snn4j.network.Run;
import org.snn4j.network.Trace;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.neuron.AdaptiveLIF;
import org.snn4j.network.neuron.BoostedLIF;
import org.snn4j.network.neuron.CSRM;
import org.snn4j.network.neuron.ConductanceLIF;
import org.snn4j.network.neuron.CurrentLIF;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.IF;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.Izhikevich;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.neuron.McCullochPitts;
import org.snn4j.network.neuron.NeuronModel;
import org.snn4j.network.neuron.ResponseKernel;
import org.snn4j.network.neuron.SRM0;

/**
 * The oracle is the event engine. Weights and currents are multiples of 1/8, so that a neuron's input has the same bits
 * whatever the order of its sum; then spikes and every other value must have the same bits too, whatever the neurons'
 * parameters. Only traces decay step by step here and by a table there: they agree to 1e-5.
 */
class NeuronContractTest {
    private static final int STEPS = 20;

    @Property(tries = 8)
    void mcCullochPitts(@ForAll long seed, @ForAll("size") int neurons, @ForAll @IntRange(min = 1, max = 5) int batch) {
        Draw draw = new Draw(seed);
        assertAgree(draw, new McCullochPitts(draw.number(0, 8)), neurons, batch);
    }

    @Property(tries = 12)
    void integrateAndFire(
            @ForAll long seed, @ForAll("size") int neurons, @ForAll @IntRange(min = 1, max = 5) int batch) {
        Draw draw = new Draw(seed);
        LIF lif = lif(draw);
        assertAgree(draw, new IF(lif.threshold(), lif.reset(), lif.refractory(), lif.lowerBound()), neurons, batch);
    }

    @Property(tries = 20)
    void leakyIntegrateAndFire(
            @ForAll long seed, @ForAll("size") int neurons, @ForAll @IntRange(min = 1, max = 5) int batch) {
        Draw draw = new Draw(seed);
        assertAgree(draw, lif(draw), neurons, batch);
    }

    @Property(tries = 10)
    void boosted(@ForAll long seed, @ForAll("size") int neurons, @ForAll @IntRange(min = 1, max = 5) int batch) {
        Draw draw = new Draw(seed);
        BoostedLIF model = new BoostedLIF(
                draw.number(2, 10), draw.number(0, 4), draw.number(2, 50), draw.pick(Double.NEGATIVE_INFINITY, -1.0));
        assertAgree(draw, model, neurons, batch);
    }

    @Property(tries = 15)
    void currentBased(@ForAll long seed, @ForAll("size") int neurons, @ForAll @IntRange(min = 1, max = 5) int batch) {
        Draw draw = new Draw(seed);
        assertAgree(draw, new CurrentLIF(lif(draw), draw.number(0.5, 5)), neurons, batch);
    }

    /** The event engine adds thetaPlus spike by spike, so its theta is exact only if it stays on a grid. */
    @Property(tries = 15)
    void adaptive(@ForAll long seed, @ForAll("size") int neurons, @ForAll @IntRange(min = 1, max = 5) int batch) {
        Draw draw = new Draw(seed);
        double tauTheta = batch == 1 ? draw.number(10, 100) : 1e30;
        assertAgree(draw, new AdaptiveLIF(lif(draw), draw.grid(0, 2), tauTheta), neurons, batch);
    }

    @Property(tries = 30)
    void diehlAndCook(@ForAll long seed, @ForAll("size") int neurons, @ForAll @IntRange(min = 1, max = 5) int batch) {
        Draw draw = new Draw(seed);
        LIF lif = lif(draw);
        DiehlAndCook model = new DiehlAndCook(
                lif.threshold(),
                lif.rest(),
                lif.reset(),
                lif.refractory(),
                lif.tauMembrane(),
                draw.grid(0, 2),
                batch == 1 ? draw.number(10, 100) : 1e30,
                draw.coin(),
                lif.lowerBound(),
                draw.coin() ? Double.POSITIVE_INFINITY : draw.number(0.5, 20));
        assertAgree(draw, model, neurons, batch);
    }

    @Property(tries = 15)
    void izhikevich(@ForAll long seed, @ForAll("size") int neurons, @ForAll @IntRange(min = 1, max = 5) int batch) {
        Draw draw = new Draw(seed);
        Izhikevich model = new Izhikevich(
                draw.number(0.01, 0.1),
                draw.number(0.1, 0.3),
                draw.number(-70, -50),
                draw.number(0, 8),
                draw.number(20, 45),
                draw.number(-75, -60),
                draw.pick(Double.NEGATIVE_INFINITY, -80.0));
        assertAgree(draw, model, neurons, batch);
    }

    /**
     * Two exponentials may differ in the last of 53 bits, and then, rarely, the probability in the last of 24. For a spike to
     * follow, the number drawn has to be that very probability: not once in 10¹⁰ of these tests.
     */
    @Property(tries = 12)
    void spikeResponse(@ForAll long seed, @ForAll("size") int neurons, @ForAll @IntRange(min = 1, max = 5) int batch) {
        Draw draw = new Draw(seed);
        SRM0 model = new SRM0(lif(draw), draw.number(0.5, 2), draw.number(0, 1), draw.number(0.5, 5));
        assertAgree(draw, model, neurons, batch, 1e-7);
    }

    /** Sums of kernels are rounded in the same order, input after input, spike after spike. */
    @Property(tries = 20)
    void cumulativeSpikeResponse(
            @ForAll long seed, @ForAll("size") int neurons, @ForAll @IntRange(min = 1, max = 5) int batch) {
        Draw draw = new Draw(seed);
        CSRM model = new CSRM(
                draw.number(-60, -52),
                draw.number(-68, -62),
                draw.pick(0.0, 1.0, draw.number(0, 6)),
                draw.pick(ResponseKernel.values()),
                draw.number(0.5, 20),
                draw.number(0.1, 30),
                draw.number(-2, 20),
                draw.number(0.5, 20),
                draw.number(0.1, 30));
        assertAgree(draw, model, neurons, batch);
    }

    /** Theta is exact, as in {@link #adaptive}, only if it stays on a grid; conductances are so whatever they are. */
    @Property(tries = 30)
    void conductanceBased(
            @ForAll long seed, @ForAll("size") int neurons, @ForAll @IntRange(min = 1, max = 5) int batch) {
        Draw draw = new Draw(seed);
        LIF lif = lif(draw);
        ConductanceLIF model = new ConductanceLIF(
                lif.threshold(),
                lif.rest(),
                lif.reset(),
                lif.refractory(),
                lif.tauMembrane(),
                draw.number(-105, -60),
                draw.number(-10, 10),
                draw.number(-110, -70),
                draw.number(0.5, 5),
                draw.number(0.5, 5),
                draw.grid(0, 20),
                draw.grid(0, 2),
                batch == 1 ? draw.number(10, 1e7) : 1e30,
                draw.pick(ConductanceLIF.WhileRefractory.values()));
        assertAgree(draw, model, neurons, batch);
    }

    @Provide
    Arbitrary<Integer> size() {
        return Arbitraries.of(Draw.SIZES);
    }

    private static void assertAgree(Draw draw, NeuronModel model, int neurons, int batch) {
        assertAgree(draw, model, neurons, batch, 0);
    }

    private static void assertAgree(Draw draw, NeuronModel model, int neurons, int batch, double tolerance) {
        Network network = network(draw, model, neurons);
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            runs.add(run(draw, network, batch).ofSample((long) i * batch));
        }
        Outcome.assertEnginesAgree(network, runs, new Outcome.Tolerance(1e-5, tolerance, tolerance));
    }

    private static Network network(Draw draw, NeuronModel model, int neurons) {
        int inputs = 1 + draw.below(20);
        Shape toY = Shape.of(inputs, neurons);
        Dense feedForward = Dense.of(draw.grid(toY, 0, 8));
        Dense masked = Dense.of(draw.grid(toY, -1, 2))
                .masked(draw.ones(toY, 0.5))
                .biased(draw.grid(Shape.of(neurons), 0, 0.5))
                .delayed(draw.numbers(toY, 0, 4));
        Network.Builder network = Network.builder()
                .dt(draw.pick(1.0, 0.5, 0.3))
                .layer(Layer.of("X", new Input(), inputs).withTrace(trace(draw)))
                .layer(Layer.of("Y", model, neurons).withTrace(trace(draw)))
                .layer("Z", IF.defaults(), neurons)
                .connect("X", "Y", feedForward)
                .connect("X", "Y", masked)
                .connect("Y", "Z", OneToOne.of(draw.grid(4, 12)))
                .connect(new Connection("Z", "Y", AllButSelf.of(draw.grid(-1, 0)), draw.number(0, 3)))
                .connect("Y", "Y", AllButSelf.of(draw.grid(-1, 1)));
        if (model.receptors().contains(Receptor.INHIBITORY)) {
            network.connect(new Connection("Z", "Y", AllButSelf.of(draw.grid(0, 2))).onto(Receptor.INHIBITORY))
                    .connect(new Connection("X", "Y", masked).onto(Receptor.INHIBITORY))
                    .connect(new Connection("Y", "Y", OneToOne.of(draw.grid(0, 20)), 1).onto(Receptor.INHIBITORY));
        }
        return network.build();
    }

    private static Trace trace(Draw draw) {
        return new Trace(draw.number(0.3, 30), draw.number(-1, 2), draw.pick(Trace.OnSpike.REPLACE, Trace.OnSpike.ADD));
    }

    private static Run run(Draw draw, Network network, int batch) {
        Shape x = network.layer("X").shape();
        Shape y = network.layer("Y").shape();
        Run run = Run.of(
                Map.of(
                        "X",
                        draw.spikes(x, STEPS, batch, 0.3),
                        "Y",
                        draw.coin() ? draw.current(y, STEPS, batch, -1, 2) : draw.spikes(y, STEPS, batch, 0.1)),
                STEPS * network.dt());
        run = draw.coin() ? run : run.frozen();
        run = draw.coin() ? run : run.oneStep();
        run = draw.coin() ? run : run.clamp("Y", draw.ones(draw.coin() ? y : y.within(STEPS), 0.1));
        run = draw.coin() ? run : run.clamp("X", draw.ones(x, 0.1)).unclamp("X", draw.ones(x.within(STEPS), 0.1));
        run = draw.coin() ? run : run.unclamp("Y", draw.ones(y, 0.2));
        return draw.coin() ? run : run.injectVoltage("Y", draw.grid(draw.coin() ? y : y.within(STEPS), -1, 2));
    }

    private static LIF lif(Draw draw) {
        return LIF.builder()
                .threshold(draw.number(-60, -52))
                .rest(draw.number(-68, -62))
                .reset(draw.number(-70, -62))
                .refractory(draw.pick(0.0, 1.0, draw.number(0, 6)))
                .tauMembrane(draw.number(2, 100))
                .lowerBound(draw.pick(Double.NEGATIVE_INFINITY, draw.number(-72, -66)))
                .build();
    }
}
