package org.snn4j.network.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.snn4j.network.Engine;
import org.snn4j.network.Layer;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trace;
import org.snn4j.network.Trains;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.spikes.SpikeTrain;

/** Oracle: sums and products that the weights must have after normalisation, decay and clipping. */
class PlasticityTest {
    private static final double NORM = 3;

    @Test
    void incomingWeightsSumToTheNormAfterEachRun() {
        Dense synapses = Dense.uniform(0, 2).norm(NORM).learning(new PostPre(0.01, 0.05));
        try (Simulation simulation = open(synapses, 20, 7)) {
            for (int run = 0; run < 3; run++) {
                simulation.run(Run.of("X", Trains.random(20, 50, 0.3, new Random(run)), 50));
                assertThat(magnitudes(simulation, 7)).containsExactly(filled(7, NORM), within(1e-5));
            }
        }
    }

    @Test
    void frozenRunNormalisesToo() {
        try (Simulation simulation = open(Dense.uniform(0, 2).norm(NORM), 20, 7)) {
            simulation.run(Run.of("X", Trains.silent(20, 1), 1).frozen());
            assertThat(magnitudes(simulation, 7)).containsExactly(filled(7, NORM), within(1e-5));
        }
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
    @Test
    void columnsThatDidNotChangeKeepTheirBits() {
        Dense synapses = Dense.uniform(0, 2).bounds(0, 1).norm(NORM).learning(new PostPre(0.01, 0.05));
        try (Simulation simulation = open(synapses, 50, 40)) {
            simulation.run(Run.of("X", Trains.silent(50, 1), 1));
            float[] before = simulation.weights("X", "Y").values();
            simulation.run(Map.of("X", onlyFirst(50, 4), "Y", onlyFirst(40, 5)), 10);
            float[] after = simulation.weights("X", "Y").values();
            assertThat(after[0]).isNotEqualTo(before[0]);
            assertThat(magnitudes(simulation, 40)).containsExactly(filled(40, NORM), within(1e-5));
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

    private static double[] magnitudes(Simulation simulation, int targets) {
        float[] weights = simulation.weights("X", "Y").values();
        double[] sums = new double[targets];
        for (int i = 0; i < weights.length; i++) {
            sums[i % targets] += Math.abs(weights[i]);
        }
        return sums;
    }

    private static double[] filled(int length, double value) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }
}
