package org.snn4j.network.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.network.Engine;
import org.snn4j.network.Layer;
import org.snn4j.network.Network;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trace;
import org.snn4j.network.Trains;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.spikes.SpikeBatch;
import org.snn4j.network.spikes.SpikeTrain;

/**
 * Oracle: the closed form of pair-based STDP. A synapse joins X to Y; a teacher makes Y fire one step after itself, so
 * that the lag between the two spikes is free.
 */
class PostPreTest {
    private static final double TAU_PRE = 20;
    private static final double TAU_POST = 35;
    private static final PostPre RULE = new PostPre(0.01, 0.02);
    private static final int STEPS = 100;

    static IntStream lags() {
        return IntStream.rangeClosed(-40, 40);
    }

    @ParameterizedTest
    @MethodSource("lags")
    void pairChangesTheWeightByTheWindow(int lag) {
        double expected =
                lag > 0 ? 0.02 * Math.exp(-lag / TAU_PRE) : lag < 0 ? -0.01 * Math.exp(lag / TAU_POST) : 0.02 - 0.01;
        assertThat(learned(synapse(0.5, RULE), List.of(50), List.of(50 + lag)) - 0.5)
                .isCloseTo(expected, within(1e-6));
    }

    @Test
    void replacingTracesSeeTheNearestSpikeOnly() {
        double expected = 0.02 * Math.exp(-5 / TAU_PRE);
        assertThat(learned(synapse(0.5, RULE), List.of(20, 30), List.of(35)) - 0.5)
                .isCloseTo(expected, within(1e-6));
    }

    @Test
    void addingTracesSeeAllSpikes() {
        double expected = 0.02 * (Math.exp(-5 / TAU_PRE) + Math.exp(-15 / TAU_PRE));
        Network network = network(synapse(0.5, RULE), Trace.adding(TAU_PRE));
        assertThat(learned(network, List.of(20, 30), List.of(35)) - 0.5).isCloseTo(expected, within(1e-6));
    }

    @Test
    void spikeOnOneSideAloneChangesNothing() {
        assertThat(learned(synapse(0.5, RULE), List.of(50), List.of())).isEqualTo(0.5f);
        assertThat(learned(synapse(0.5, RULE), List.of(), List.of(50))).isEqualTo(0.5f);
    }

    @Test
    void weightStaysInItsBounds() {
        assertThat(learned(synapse(0.9, new PostPre(0, 0.5)).bounds(0, 1), List.of(50), List.of(51)))
                .isEqualTo(1);
        assertThat(learned(synapse(0.1, new PostPre(0.5, 0)).bounds(0, 1), List.of(51), List.of(50)))
                .isZero();
    }

    /** Clipped after each of the two changes the weight would be 0.3 and 0.8. */
    @ParameterizedTest
    @CsvSource({"0.1, 0.5, 0.3, 0", "0.9, -0.3, -0.2, 1"})
    void coincidentPairIsClippedOnceAfterBothChanges(double w, double nuPre, double nuPost, float expected) {
        Dense synapse = synapse(w, new PostPre(nuPre, nuPost)).bounds(0, 1);
        assertThat(learned(synapse, List.of(50), List.of(50))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"SUM, 3", "MEAN, 0.75"})
    void changesOfABatchAreReduced(Reduction reduction, double factor) {
        SpikeTrain pre = Trains.single(STEPS, 50);
        SpikeTrain teacher = Trains.single(STEPS, 54);
        SpikeTrain silent = Trains.silent(1, STEPS);
        Network network = network(synapse(0.5, new PostPre(RULE.nu(), reduction)), Trace.replacing(TAU_PRE));
        float w = learned(
                network,
                Run.of(
                        Map.of(
                                "X", new SpikeBatch(List.of(pre, pre, pre, pre)),
                                "Teacher", new SpikeBatch(List.of(teacher, teacher, silent, teacher))),
                        STEPS));
        assertThat(w - 0.5).isCloseTo(factor * 0.02 * Math.exp(-5 / TAU_PRE), within(1e-6));
    }

    @Test
    void pairInDifferentSamplesIsNoPair() {
        SpikeTrain silent = Trains.silent(1, STEPS);
        float w = learned(
                network(synapse(0.5, RULE), Trace.replacing(TAU_PRE)),
                Run.of(
                        Map.of(
                                "X", new SpikeBatch(List.of(Trains.single(STEPS, 50), silent)),
                                "Teacher", new SpikeBatch(List.of(silent, Trains.single(STEPS, 54)))),
                        STEPS));
        assertThat(w).isEqualTo(0.5f);
    }

    @Test
    void frozenRunLearnsNothingButTracesGoOn() {
        Network network = network(synapse(0.5, RULE), Trace.replacing(TAU_PRE));
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            simulation.run(run(List.of(50, 99), List.of(51)).frozen());
            assertThat(simulation.weights("X", "Y").get(0)).isEqualTo(0.5f);
            simulation.run(run(List.of(), List.of(4)));
            double expected = 0.02 * Math.exp(-5 / TAU_PRE);
            assertThat(simulation.weights("X", "Y").get(0) - 0.5).isCloseTo(expected, within(1e-6));
        }
    }

    /** Y fires because of X, one step later, and learns. */
    @Test
    void synapseThatMakesItsTargetFireIsStrengthened() {
        Network network = network(synapse(20, RULE), Trace.replacing(TAU_PRE));
        assertThat(learned(network, List.of(50), List.of()) - 20.0)
                .isCloseTo(0.02 * Math.exp(-1 / TAU_PRE), within(1e-5));
    }

    private static Dense synapse(double w, PostPre rule) {
        return Dense.of(FloatArray.of(Shape.of(1, 1), (float) w)).learning(rule);
    }

    private static Network network(Dense synapse, Trace pre) {
        return Network.builder()
                .layer(Layer.of("X", new Input(), 1).withTrace(pre))
                .layer("Teacher", new Input(), 1)
                .layer(Layer.of("Y", LIF.defaults(), 1).withTrace(Trace.replacing(TAU_POST)))
                .connect("X", "Y", synapse)
                .connect("Teacher", "Y", OneToOne.of(1000))
                .build();
    }

    private static float learned(Dense synapse, List<Integer> pre, List<Integer> post) {
        return learned(network(synapse, Trace.replacing(TAU_PRE)), pre, post);
    }

    private static float learned(Network network, List<Integer> pre, List<Integer> post) {
        return learned(network, run(pre, post));
    }

    private static float learned(Network network, Run run) {
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            simulation.run(run);
            return simulation.weights("X", "Y").get(0);
        }
    }

    private static Run run(List<Integer> pre, List<Integer> post) {
        SpikeTrain x = Trains.single(STEPS, pre.stream().mapToInt(step -> step).toArray());
        SpikeTrain teacher =
                Trains.single(STEPS, post.stream().mapToInt(step -> step - 1).toArray());
        return Run.of(Map.of("X", x, "Teacher", teacher), STEPS);
    }
}
