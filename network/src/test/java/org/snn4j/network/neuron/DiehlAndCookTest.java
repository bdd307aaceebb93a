package org.snn4j.network.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.snn4j.network.Engine;
import org.snn4j.network.Layer;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trace;
import org.snn4j.network.Trains;
import org.snn4j.network.Variable;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.spikes.SpikeBatch;
import org.snn4j.network.spikes.SpikeTrain;

/** Oracle: the closed form of theta, and counts of what may fire. */
class DiehlAndCookTest {
    private static final int NEURONS = 8;

    @Test
    void thetaGrowsByThetaPlusForEachSpikeOfTheBatchAndDecaysExponentially() {
        DiehlAndCook cell = DiehlAndCook.builder().thetaPlus(0.25).tauTheta(50).build();
        try (Simulation simulation = driven(cell, 2).simulate(Engine.event(), 0)) {
            Recording theta = simulation.record("Y", Variable.THETA);
            SpikeTrain first = Trains.of(60, new int[] {0, 20}, new int[0]);
            SpikeTrain second = Trains.of(60, new int[] {0}, new int[0]);
            SpikeTrain third = Trains.of(60, new int[0], new int[] {30});
            simulation.run(Run.of("X", new SpikeBatch(List.of(first, second, third)), 60));
            float[] values = theta.floats().values();
            for (int step = 0; step < 60; step++) {
                assertThat(values[2 * step])
                        .isCloseTo(decayed(0.5, step - 1) + decayed(0.25, step - 21), within(1e-5f));
                assertThat(values[2 * step + 1]).isCloseTo(decayed(0.25, step - 31), within(1e-5f));
            }
        }
    }

    private static float decayed(double theta, int age) {
        return (float) (age < 0 ? 0 : theta * Math.exp(-age / 50.0));
    }

    /** Two samples fire at once, then one: 2 · 1, of which half is the law at theta = thetaHalf. */
    @Test
    void thetaThatLimitsItselfGrowsByLessTheGreaterItIs() {
        DiehlAndCook cell =
                DiehlAndCook.builder().thetaPlus(1).thetaHalf(2).tauTheta(1e30).build();
        try (Simulation simulation = driven(cell, 1).simulate(Engine.event(), 0)) {
            Recording theta = simulation.record("Y", Variable.THETA);
            SpikeTrain first = Trains.single(60, 0, 20, 40);
            SpikeTrain second = Trains.single(60, 0);
            simulation.run(Run.of("X", new SpikeBatch(List.of(first, second)), 60));
            float[] values = theta.floats().values();
            assertThat(values[1]).isEqualTo(2);
            assertThat(values[21]).isEqualTo(2.5f);
            assertThat(values[41]).isCloseTo((float) (2.5 + 2 / 4.5), within(1e-6f));
        }
    }

    @Test
    void thetaHalfMustBeAboveZero() {
        for (double wrong : new double[] {0, -1, Double.NaN, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> DiehlAndCook.builder().thetaHalf(wrong).build())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("DiehlAndCook.thetaHalf is " + wrong
                            + "; it must be a finite number above 0, or infinity for none");
        }
    }

    @Test
    void thetaRaisesTheThreshold() {
        DiehlAndCook cell = DiehlAndCook.builder()
                .thetaPlus(1)
                .tauTheta(1e30)
                .refractory(0)
                .reset(-65)
                .build();
        try (Simulation simulation = driven(cell, 1, 13.5).simulate(Engine.event(), 0)) {
            Recording spikes = simulation.record("Y", Variable.SPIKES);
            simulation.run(Run.of("X", Trains.single(10, 0, 5), 10));
            assertThat(spikes.train(0)).isEqualTo(Trains.single(10, 1));
            simulation.reset();
            simulation.run(Run.of("X", Trains.single(10, 0), 10));
            assertThat(spikes.counts(0)).containsExactly(0);
        }
    }

    @Test
    void frozenRunChangesNoBitOfWhatWasLearned() {
        try (Simulation simulation =
                learner(Dense.uniform(0, 4).bounds(0, 8).norm(40)).simulate(Engine.event(), 5)) {
            Recording spikes = simulation.record("Y", Variable.SPIKES);
            Run run = Run.of("X", Trains.random(20, 100, 0.2, new Random(1)), 100);
            LearnedState initial = simulation.learned();
            simulation.run(run);
            LearnedState learned = simulation.learned();
            assertThat(learned.require("X-Y.w")).isNotEqualTo(initial.require("X-Y.w"));
            assertThat(learned.require("Y.theta")).isNotEqualTo(initial.require("Y.theta"));
            simulation.run(run.frozen());
            assertThat(spikes.train(0).count()).isPositive();
            assertThat(simulation.learned()).isEqualTo(learned);
        }
    }

    @Test
    void atMostOneCrossingNeuronKeepsItsSpikeButAllAreResetAndRaiseTheta() {
        DiehlAndCook cell =
                DiehlAndCook.builder().thetaPlus(0.25).tauTheta(1e30).build();
        try (Simulation simulation = driven(cell, NEURONS).simulate(Engine.event(), 0)) {
            Recording spikes = simulation.record("Y", Variable.SPIKES);
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            Recording refractory = simulation.record("Y", Variable.REFRACTORY);
            Recording theta = simulation.record("Y", Variable.THETA);
            simulation.run(Run.of("X", allBut(2), 2));
            assertThat(spikes.train(0).count(1)).isOne();
            assertThat(lastStep(v)).containsExactly(-60, -60, -65, -60, -60, -60, -60, -60);
            assertThat(lastStep(refractory)).containsExactly(5, 5, 0, 5, 5, 5, 5, 5);
            assertThat(lastStep(theta)).containsExactly(.25f, .25f, 0, .25f, .25f, .25f, .25f, .25f);
        }
    }

    @Test
    void withoutOneSpikeAllCrossingNeuronsKeepTheirs() {
        DiehlAndCook cell = DiehlAndCook.builder().oneSpike(false).build();
        try (Simulation simulation = driven(cell, NEURONS).simulate(Engine.event(), 0)) {
            Recording spikes = simulation.record("Y", Variable.SPIKES);
            simulation.run(Run.of("X", allBut(2), 2));
            assertThat(spikes.train(0).count(1)).isEqualTo(NEURONS - 1);
        }
    }

    @Test
    void onlyCrossingNeuronAlwaysWins() {
        try (Simulation simulation = driven(DiehlAndCook.defaults(), NEURONS).simulate(Engine.event(), 0)) {
            Recording spikes = simulation.record("Y", Variable.SPIKES);
            for (int sample = 0; sample < 20; sample++) {
                int[][] firing = new int[NEURONS][0];
                firing[3] = new int[] {0};
                simulation.run(Run.of("X", Trains.of(2, firing), 2).frozen().ofSample(sample));
                assertThat(spikes.counts(0)[3]).isOne();
                simulation.reset();
            }
        }
    }

    /** Chi-square with 7 degrees of freedom over 8,000 samples is above 40.5 by luck with probability 1e-6; fixed seed. */
    @Test
    void winnersAreDrawnUniformly() {
        int samples = 8000;
        int[] wins = new int[NEURONS];
        for (int winner : winners(11, samples)) {
            wins[winner]++;
        }
        double expected = (double) samples / NEURONS;
        double chiSquare = IntStream.of(wins)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        assertThat(chiSquare).isLessThan(40.5);
    }

    /** Two seeds agree in more than 60 of 200 winners by luck with probability 5e-11. */
    @Test
    void seedAndSampleFixTheWinner() {
        int[] winners = winners(11, 200);
        assertThat(winners(11, 200)).isEqualTo(winners);
        int[] others = winners(12, 200);
        assertThat(IntStream.range(0, 200).filter(i -> winners[i] == others[i]).count())
                .isLessThan(60);
    }

    /** Two layers draw apart: they agree in more than 60 of 200 steps by luck with probability 5e-11. */
    @Test
    void layersAndStepsHaveWinnersOfTheirOwn() {
        DiehlAndCook cell = DiehlAndCook.builder().refractory(0).reset(-65).build();
        Network network = Network.builder()
                .layer("X", new Input(), NEURONS)
                .layer("Y", cell, NEURONS)
                .layer("Z", cell, NEURONS)
                .connect("X", "Y", OneToOne.of(100))
                .connect("X", "Z", OneToOne.of(100))
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 3)) {
            Recording y = simulation.record("Y", Variable.SPIKES);
            Recording z = simulation.record("Z", Variable.SPIKES);
            simulation.run(Run.of("X", Trains.incessant(NEURONS, 201), 201).frozen());
            assertThat(y.counts(0)).doesNotContain(0, 200);
            assertThat(IntStream.range(1, 201)
                            .filter(step ->
                                    y.train(0).neuron(step, 0) == z.train(0).neuron(step, 0))
                            .count())
                    .isLessThan(60);
        }
    }

    @Test
    void batchIsThatManySingleRunsWhenNothingLearns() {
        int batch = 5;
        List<SpikeTrain> trains = IntStream.range(0, batch)
                .mapToObj(sample -> Trains.random(20, 60, 0.3, new Random(sample)))
                .toList();
        Network network = learner(Dense.uniform(0, 4));
        try (Simulation together = network.simulate(Engine.event(), 5);
                Simulation alone = network.simulate(Engine.event(), 5)) {
            Recording spikes = together.record("Y", Variable.SPIKES);
            Recording v = together.record("Y", Variable.VOLTAGE);
            Recording single = alone.record("Y", Variable.SPIKES);
            Recording singleV = alone.record("Y", Variable.VOLTAGE);
            together.run(Run.of("X", new SpikeBatch(trains), 60).frozen().ofSample(100));
            for (int sample = 0; sample < batch; sample++) {
                alone.run(Run.of("X", trains.get(sample), 60).frozen().ofSample(100 + sample));
                assertThat(single.train(0).count()).isPositive();
                assertThat(spikes.train(sample)).isEqualTo(single.train(0));
                assertThat(sampleOf(v, sample)).isEqualTo(sampleOf(singleV, 0));
                alone.reset();
            }
        }
    }

    /** Twenty inputs, eight neurons with one spike at a time, and weights that learn. */
    private static Network learner(Dense synapses) {
        Trace trace = Trace.replacing(20);
        return Network.builder()
                .layer(Layer.of("X", new Input(), 20).withTrace(trace))
                .layer(Layer.of("Y", DiehlAndCook.defaults(), NEURONS).withTrace(trace))
                .connect("X", "Y", synapses.learning(new PostPre(1e-3, 1e-2)))
                .build();
    }

    private static Network driven(DiehlAndCook cell, int neurons) {
        return driven(cell, neurons, 100);
    }

    private static Network driven(DiehlAndCook cell, int neurons, double weight) {
        return Network.builder()
                .layer("X", new Input(), neurons)
                .layer("Y", cell, neurons)
                .connect("X", "Y", OneToOne.of(weight))
                .build();
    }

    /** Two steps; in the first all inputs fire but one. */
    private static SpikeTrain allBut(int silent) {
        return Trains.of(
                2,
                IntStream.range(0, NEURONS)
                        .mapToObj(neuron -> neuron == silent ? new int[0] : new int[] {0})
                        .toArray(int[][]::new));
    }

    /** Who wins in each of many samples in which all neurons cross. */
    private static int[] winners(long seed, int samples) {
        int[] winners = new int[samples];
        try (Simulation simulation = driven(DiehlAndCook.defaults(), NEURONS).simulate(Engine.event(), seed)) {
            Recording spikes = simulation.record("Y", Variable.SPIKES);
            SpikeTrain all = allBut(-1);
            for (int sample = 0; sample < samples; sample++) {
                simulation.run(Run.of("X", all, 2).frozen().ofSample(sample));
                winners[sample] = spikes.train(0).neuron(1, 0);
                simulation.reset();
            }
        }
        return winners;
    }

    private static float[] lastStep(Recording recording) {
        float[] values = recording.floats().values();
        float[] last = new float[NEURONS];
        System.arraycopy(values, values.length - NEURONS, last, 0, NEURONS);
        return last;
    }

    /** The values of one sample, [steps * neurons]. */
    private static double[] sampleOf(Recording recording, int sample) {
        NdArray values = recording.values();
        int batch = recording.batch();
        return IntStream.range(0, recording.steps() * NEURONS)
                .mapToDouble(i -> values.asDouble((i / NEURONS * batch + sample) * NEURONS + i % NEURONS))
                .toArray();
    }
}
