package org.snn4j.network.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.network.Currents;
import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.spikes.Current;
import org.snn4j.network.spikes.SpikeTrain;

/** Oracle: p = 1 - exp(-rho0 dt exp((v - threshold)/deltaThreshold)) and the statistics of independent trials. */
class SRM0Test {
    private static final int NEURONS = 401;
    private static final int STEPS = 500;

    @ParameterizedTest
    @CsvSource({"1, 5, 1", "1, 5, 0.5", "0.01, 100, 1", "50, 4, 1"})
    void probabilityAtRestIsTheClosedForm(double rho0, double deltaThreshold, double dt) {
        SRM0 cell = new SRM0(resting(0), 1, rho0, deltaThreshold);
        float[] p = new Driven(cell, dt, Currents.constant(3, 10, 0)).values(Variable.PROBABILITY);
        double expected = 1 - Math.exp(-rho0 * dt * Math.exp(-20 / deltaThreshold));
        assertThat(p).containsOnly((float) expected);
    }

    /** v - rest = epsilon0 I d^n after n steps; p follows it. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 3})
    void inputIsScaledByEpsilonAndLeaks(double epsilon0) {
        SRM0 silent = new SRM0(resting(0), epsilon0, 1e-9, 5);
        Driven driven = new Driven(silent, 1, Currents.pulse(40, 8));
        for (int n = 0; n < 40; n++) {
            double v = -70 + epsilon0 * 8 * Math.exp(-n / 10.0);
            assertThat(driven.values(Variable.VOLTAGE)[n]).isCloseTo((float) v, within(1e-4f));
            double p = 1e-9 * Math.exp((v + 50) / 5);
            assertThat(driven.values(Variable.PROBABILITY)[n]).isCloseTo((float) p, within((float) (1e-4 * p)));
        }
    }

    /**
     * N independent trials with probability p: the count is N p within 5 sqrt(N p (1 - p)), which luck breaks with
     * probability 6e-7; the seed is fixed.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.05, 0.3, 0.9})
    void neuronsFireWithTheirProbability(double p) {
        int count = spikes(withProbability(p, 0), 7, 0).count();
        double trials = NEURONS * STEPS;
        assertThat((double) count).isCloseTo(trials * p, within(5 * Math.sqrt(trials * p * (1 - p))));
    }

    /**
     * Gaps between the spikes of a neuron are geometric: k steps with probability p (1 - p)^(k - 1). Chi-square with 7
     * degrees of freedom is above 40.5 by luck with probability 1e-6; the seed is fixed.
     */
    @Test
    void gapsAreGeometric() {
        double p = 0.25;
        int[] gaps = gaps(spikes(withProbability(p, 0), 8, 0));
        double chiSquare = 0;
        for (int k = 1; k <= 8; k++) {
            int gap = k;
            double probability = k < 8 ? p * Math.pow(1 - p, k - 1) : Math.pow(1 - p, 7);
            double expected = gaps.length * probability;
            double seen =
                    IntStream.of(gaps).filter(g -> gap < 8 ? g == gap : g >= 8).count();
            chiSquare += (seen - expected) * (seen - expected) / expected;
        }
        assertThat(chiSquare).isLessThan(40.5);
    }

    /** Spikes of different neurons in one step are independent: their number has variance n p (1 - p), within 25 %. */
    @Test
    void neuronsFireIndependentlyOfEachOther() {
        SpikeTrain spikes = spikes(withProbability(0.2, 0), 9, 0);
        double mean = NEURONS * 0.2;
        double variance = IntStream.range(0, STEPS)
                .mapToDouble(step -> (spikes.count(step) - mean) * (spikes.count(step) - mean))
                .average()
                .orElseThrow();
        assertThat(variance).isCloseTo(NEURONS * 0.2 * 0.8, within(0.25 * NEURONS * 0.16));
    }

    @Test
    void sameAddressGivesTheSameSpikesAndNoOtherDoes() {
        SRM0 cell = withProbability(0.2, 0);
        SpikeTrain spikes = spikes(cell, 7, 3);
        assertThat(spikes(cell, 7, 3)).isEqualTo(spikes);
        for (SpikeTrain other : List.of(spikes(cell, 8, 3), spikes(cell, 7, 4), spikes(cell, 7, 3L << 32))) {
            assertIndependent(spikes, other);
        }
    }

    @Test
    void layersDrawApart() {
        SRM0 cell = withProbability(0.2, 0);
        Network network = Network.builder()
                .layer("Y", cell, NEURONS)
                .layer("Z", cell, NEURONS)
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 7)) {
            Recording y = simulation.record("Y", Variable.SPIKES);
            Recording z = simulation.record("Z", Variable.SPIKES);
            simulation.run(Map.of(), STEPS);
            assertIndependent(y.train(0), z.train(0));
        }
    }

    @Test
    void sampleOfABatchFiresAsItDoesAlone() {
        Network network =
                Network.builder().layer("Y", withProbability(0.2, 0), NEURONS).build();
        try (Simulation simulation = network.simulate(Engine.event(), 7)) {
            Recording spikes = simulation.record("Y", Variable.SPIKES);
            simulation.run(Run.of("Y", batch(3), 20).ofSample(10));
            for (int sample = 0; sample < 3; sample++) {
                assertThat(spikes.train(sample).toDense().values())
                        .isEqualTo(first(spikes(withProbability(0.2, 0), 7, 10 + sample), 20));
            }
        }
    }

    /** A threshold as sharp as this makes of them neurons that fire for sure, and one refractory period later again. */
    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, 1, 2", "5, 1, 6", "5, 0.5, 11"})
    void refractoryNeuronIgnoresInput(double refractory, double dt, int interval) {
        SRM0 sharp = new SRM0(resting(refractory), 1, 1, 1e-3);
        assertThat(new Driven(sharp, dt, Currents.constant(1, 60, 100)).intervals())
                .hasSizeGreaterThan(4)
                .containsOnly(interval);
    }

    /** Only input is ignored: the escape noise goes on. */
    @Test
    void refractoryNeuronMayEscape() {
        int[] gaps = gaps(spikes(withProbability(0.5, 5), 7, 0));
        assertThat(IntStream.of(gaps).filter(gap -> gap == 1).count())
                .isBetween((long) (0.48 * gaps.length), (long) (0.52 * gaps.length));
    }

    /** exp of this distance is beyond all numbers, and nothing times that is not a number. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 30, 100, 1e4, 1e6})
    void rateOfZeroNeverFires(double current) {
        Driven driven = Driven.constant(new SRM0(resting(0), 1, 0, 1), 100, current);
        assertThat(driven.firing()).isEmpty();
        assertThat(driven.values(Variable.PROBABILITY)).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {100, 1e6, 1e30})
    void potentialFarAboveThresholdFiresForSure(double current) {
        Driven driven = new Driven(SRM0.defaults(), 1, Currents.pulse(1, current));
        assertThat(driven.values(Variable.PROBABILITY)).containsExactly(1);
        assertThat(driven.firing()).containsExactly(0);
    }

    private static void assertIndependent(SpikeTrain one, SpikeTrain other) {
        int both = 0;
        for (int step = 0; step < STEPS; step++) {
            int current = step;
            both += (int) IntStream.range(0, one.count(step))
                    .filter(k -> fires(other, current, one.neuron(current, k)))
                    .count();
        }
        double trials = NEURONS * STEPS;
        assertThat(both / trials).isCloseTo(0.04, within(5 * Math.sqrt(0.04 * 0.96 / trials)));
    }

    private static boolean fires(SpikeTrain train, int step, int neuron) {
        return IntStream.range(0, train.count(step)).anyMatch(k -> train.neuron(step, k) == neuron);
    }

    /** Neurons at rest whose probability of a spike in each step of 1 ms is p: rho0 = -ln(1 - p) at the threshold. */
    private static SRM0 withProbability(double p, double refractory) {
        LIF atThreshold = LIF.builder()
                .threshold(-70)
                .rest(-70)
                .reset(-70)
                .refractory(refractory)
                .build();
        return new SRM0(atThreshold, 1, -Math.log1p(-p), 5);
    }

    private static LIF resting(double refractory) {
        return LIF.builder()
                .threshold(-50)
                .rest(-70)
                .reset(-70)
                .refractory(refractory)
                .tauMembrane(10)
                .build();
    }

    private static SpikeTrain spikes(SRM0 cell, long seed, long sample) {
        Network network = Network.builder().layer("Y", cell, NEURONS).build();
        try (Simulation simulation = network.simulate(Engine.event(), seed)) {
            Recording spikes = simulation.record("Y", Variable.SPIKES);
            simulation.run(Run.of(Map.of(), STEPS).ofSample(sample));
            return spikes.train(0);
        }
    }

    private static int[] gaps(SpikeTrain spikes) {
        int[] last = IntStream.range(0, NEURONS).map(neuron -> -1).toArray();
        IntStream.Builder gaps = IntStream.builder();
        for (int step = 0; step < STEPS; step++) {
            for (int k = 0; k < spikes.count(step); k++) {
                int neuron = spikes.neuron(step, k);
                if (last[neuron] >= 0 && last[neuron] < STEPS - 100) {
                    gaps.add(step - last[neuron]);
                }
                last[neuron] = step;
            }
        }
        return gaps.build().toArray();
    }

    private static byte[] first(SpikeTrain train, int steps) {
        byte[] all = train.toDense().values();
        byte[] values = new byte[steps * NEURONS];
        System.arraycopy(all, 0, values, 0, values.length);
        return values;
    }

    private static Current batch(int samples) {
        float[] nothing = new float[20 * samples * NEURONS];
        return new Current(FloatArray.of(Shape.of(20, samples, NEURONS), nothing));
    }
}
