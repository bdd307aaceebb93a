package org.snn4j.network.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.snn4j.network.learning.GivenSpikes.TAU_POST;
import static org.snn4j.network.learning.GivenSpikes.TAU_PRE;
import static org.snn4j.network.learning.GivenSpikes.at;
import static org.snn4j.network.learning.GivenSpikes.learned;
import static org.snn4j.network.learning.GivenSpikes.synapse;

import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.network.Engine;
import org.snn4j.network.Layer;
import org.snn4j.network.Network;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trace;
import org.snn4j.network.Trains;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.McCullochPitts;
import org.snn4j.network.spikes.SpikeBatch;
import org.snn4j.network.spikes.SpikeTrain;

/** Oracle: sums over triples of spikes, of exponentials of the times between them. */
class TripletTest {
    private static final double R = 30;
    private static final double O = 40;
    private static final Triplet POST_TRIPLET = triplet(0, 0, 0, 0.01);
    private static final Triplet PRE_TRIPLET = triplet(0, 0, 0.01, 0);

    private static Triplet triplet(double pairPre, double pairPost, double tripletPre, double tripletPost) {
        return new Triplet(new Rates(pairPre, pairPost), new Rates(tripletPre, tripletPost), R, O, Reduction.SUM);
    }

    @Test
    void firstSpikeOfAVolleyPotentiatesNothing() {
        assertThat(learned(synapse(0.5, POST_TRIPLET), at(50), at(55))).isEqualTo(0.5f);
        assertThat(learned(synapse(0.5, PRE_TRIPLET), at(55), at(50))).isEqualTo(0.5f);
    }

    @ParameterizedTest
    @CsvSource({"50, 55, 65", "50, 51, 52", "50, 40, 60", "50, 50, 51", "50, 40, 50"})
    void secondSpikePotentiatesByTheTimesSinceBothOthers(int pre, int first, int second) {
        double expected = 0.01 * Math.exp(-(second - pre) / TAU_PRE) * Math.exp(-(second - first) / O);
        assertThat(learned(synapse(0.5, POST_TRIPLET), at(pre), at(first, second)) - 0.5)
                .isCloseTo(expected, within(1e-7));
    }

    @ParameterizedTest
    @CsvSource({"50, 55, 65", "50, 51, 52", "50, 40, 60", "50, 50, 51", "50, 40, 50"})
    void secondInputDepressesByTheTimesSinceBothOthers(int post, int first, int second) {
        double expected = -0.01 * Math.exp(-(second - post) / TAU_POST) * Math.exp(-(second - first) / R);
        assertThat(learned(synapse(0.5, PRE_TRIPLET), at(first, second), at(post)) - 0.5)
                .isCloseTo(expected, within(1e-7));
    }

    /** Replaced traces: of the three earlier outputs only the last counts. */
    @Test
    void replacedTracesMeetTheNearestSpikeOnly() {
        double expected = 0.01
                * (Math.exp(-22 / TAU_PRE) * Math.exp(-2 / O)
                        + Math.exp(-20 / TAU_PRE) * Math.exp(-10 / O)
                        + Math.exp(-10 / TAU_PRE) * Math.exp(-10 / O));
        assertThat(learned(synapse(0.5, POST_TRIPLET), at(40), at(40, 50, 60, 62)) - 0.5)
                .isCloseTo(expected, within(1e-7));
    }

    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
    void addedTracesCountAllTriples(@ForAll long seed) {
        Random random = new Random(seed);
        Triplet rule = triplet(0.001, 0.002, 0.003, 0.004);
        SpikeTrain pre = Trains.random(1, 60, 0.2, random);
        SpikeTrain post = Trains.random(1, 60, 0.2, random);
        Network network = Network.builder()
                .layer(Layer.of("X", new Input(), 1).withTrace(Trace.adding(TAU_PRE)))
                .layer(Layer.of("Y", new McCullochPitts(1e30), 1).withTrace(Trace.adding(TAU_POST)))
                .connect("X", "Y", synapse(0.5, rule))
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            simulation.run(GivenSpikes.run(1, pre, post));
            double expected = 0.5
                    - changes(pre, post, new double[] {0.001, 0.003, TAU_POST, R})
                    + changes(post, pre, new double[] {0.002, 0.004, TAU_PRE, O});
            assertThat((double) simulation.weights("X", "Y").get(0)).isCloseTo(expected, within(1e-5));
        }
    }

    /** Sum over the spikes of one side of x of the other (pair + triplet · earlier spikes of its own). */
    private static double changes(SpikeTrain own, SpikeTrain other, double[] rule) {
        double sum = 0;
        for (int t = 0; t < own.steps(); t++) {
            double x = decayed(other, t, rule[2]);
            double slow = t > 0 ? decayed(own, t - 1, rule[3]) * Math.exp(-1 / rule[3]) : 0;
            sum += own.count(t) * x * (rule[0] + rule[1] * slow);
        }
        return sum;
    }

    /** A trace at a step, all spikes until then added. */
    private static double decayed(SpikeTrain train, int step, double tau) {
        double x = 0;
        for (int t = 0; t <= step; t++) {
            x += train.count(t) * Math.exp(-(step - t) / tau);
        }
        return x;
    }

    /** The published rates: depression by a pair, potentiation by the second output. */
    @Test
    void diehlAndCookLearnByPairsDownAndTripletsUp() {
        double expected = -1e-4 * Math.exp(-10 / TAU_POST) + 1e-2 * Math.exp(-15 / TAU_PRE) * Math.exp(-25 / 40.0);
        assertThat(learned(synapse(0.5, Triplet.diehlAndCook2015()), at(50), at(40, 65)) - 0.5)
                .isCloseTo(expected, within(1e-7));
    }

    @Test
    void pairsAloneArePostPre() {
        Random random = new Random(4);
        int[] pre = random.ints(20, 0, 100).distinct().sorted().toArray();
        int[] post = random.ints(20, 0, 100).distinct().sorted().toArray();
        assertThat((double) learned(synapse(0.5, triplet(0.01, 0.02, 0, 0)), pre, post))
                .isCloseTo(learned(synapse(0.5, new PostPre(0.01, 0.02)), pre, post), within(1e-6));
    }

    @Test
    void slowTracesGoOnFromRunToRun() {
        Network network = GivenSpikes.network(1, synapse(0.5, POST_TRIPLET), 1, 1);
        Run first = GivenSpikes.run(1, Trains.single(10, 5), Trains.single(10, 8));
        Run second = GivenSpikes.run(1, Trains.silent(1, 10), Trains.single(10, 3));
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            simulation.run(first);
            simulation.run(second);
            double learned = 0.01 * Math.exp(-8 / TAU_PRE) * Math.exp(-5 / O);
            assertThat(simulation.weights("X", "Y").get(0) - 0.5).isCloseTo(learned, within(1e-7));
        }
    }

    /** The spike after the reset would be the second of its side, and make a triplet with one before. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void resetForgetsTheFirstSpikeOfATriplet(boolean presynaptic) {
        Run pair = presynaptic
                ? GivenSpikes.run(1, Trains.single(10, 8), Trains.single(10, 5))
                : GivenSpikes.run(1, Trains.single(10, 5), Trains.single(10, 8));
        Network network = GivenSpikes.network(1, synapse(0.5, presynaptic ? PRE_TRIPLET : POST_TRIPLET), 1, 1);
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            simulation.run(pair);
            simulation.reset();
            simulation.run(pair);
            assertThat(simulation.weights("X", "Y").get(0)).isEqualTo(0.5f);
        }
    }

    @ParameterizedTest
    @CsvSource({"SUM, 2", "MEAN, 1"})
    void changesOfABatchAreReduced(Reduction reduction, double factor) {
        Triplet rule = new Triplet(new Rates(0, 0), new Rates(0, 0.01), R, O, reduction);
        SpikeTrain pre = Trains.single(20, 5);
        try (Simulation simulation =
                GivenSpikes.network(1, synapse(0.5, rule), 1, 1).simulate(Engine.event(), 0)) {
            simulation.run(Run.of("X", new SpikeBatch(List.of(pre, pre)), 20)
                    .clamp("Y", Trains.single(20, 6, 9).toDense()));
            double expected = factor * 0.01 * Math.exp(-4 / TAU_PRE) * Math.exp(-3 / O);
            assertThat(simulation.weights("X", "Y").get(0) - 0.5).isCloseTo(expected, within(1e-7));
        }
    }
}
