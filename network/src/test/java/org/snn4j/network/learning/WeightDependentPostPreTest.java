package org.snn4j.network.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.snn4j.network.learning.GivenSpikes.TAU_POST;
import static org.snn4j.network.learning.GivenSpikes.TAU_PRE;
import static org.snn4j.network.learning.GivenSpikes.at;
import static org.snn4j.network.learning.GivenSpikes.every;
import static org.snn4j.network.learning.GivenSpikes.learned;
import static org.snn4j.network.learning.GivenSpikes.synapse;

import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trains;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.spikes.SpikeBatch;

/** Oracle: the closed form of a pair, geometric approach to a bound, and the fixed point of coincident pairs. */
class WeightDependentPostPreTest {
    private static final WeightDependentPostPre RULE = new WeightDependentPostPre(0.02, 0.01);

    @ParameterizedTest
    @CsvSource({"-20, 0.3", "-3, 0.9", "-1, -0.4", "1, 0.3", "4, -0.4", "25, 0.9"})
    void changeOfAPairShrinksTowardsTheBound(int lag, double w) {
        double expected =
                lag > 0 ? 0.01 * Math.exp(-lag / TAU_PRE) * (1 - w) : -0.02 * Math.exp(lag / TAU_POST) * (w + 0.5);
        assertThat(learned(bounded(w), at(50), at(50 + lag)) - (float) w).isCloseTo((float) expected, within(1e-7f));
    }

    /** With large rates the two orders of the changes would give 0.5 and 0.25. */
    @Test
    void bothChangesOfACoincidentPairSeeTheOldWeight() {
        Dense synapse = synapse(0.5, new WeightDependentPostPre(0.5, 0.5)).bounds(0, 1);
        assertThat(learned(synapse, at(50), at(50))).isEqualTo(0.5f);
        Dense strong = synapse(0.25, new WeightDependentPostPre(0.5, 0.25)).bounds(0, 1);
        assertThat(learned(strong, at(50), at(50))).isEqualTo(0.25f - 0.125f + 0.1875f);
    }

    @Test
    void allSamplesOfABatchSeeTheOldWeight() {
        Network network = GivenSpikes.network(
                1, synapse(0.5, new WeightDependentPostPre(0, 0.25)).bounds(0, 1), 1, 1);
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            SpikeBatch twice = new SpikeBatch(List.of(Trains.single(1, 0), Trains.single(1, 0)));
            simulation.run(Run.of("X", twice, 1).clamp("Y", ByteArray.of(Shape.of(1), (byte) 1)));
            assertThat(simulation.weights("X", "Y").get(0)).isEqualTo(0.75f);
        }
    }

    /** n coincident pairs that only strengthen leave (wmax - w0)(1 - nu1)^n of the way; the other way likewise. */
    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100})
    void weightApproachesABoundGeometrically(int pairs) {
        Dense up = synapse(0.2, new WeightDependentPostPre(0, 0.01)).bounds(-0.5, 1);
        assertThat(1 - learned(up, every(0, pairs), every(0, pairs)))
                .isCloseTo((float) (0.8 * Math.pow(0.99, pairs)), within(2e-6f));
        Dense down = synapse(0.2, new WeightDependentPostPre(0.02, 0)).bounds(-0.5, 1);
        assertThat(learned(down, every(0, pairs), every(0, pairs)) + 0.5f)
                .isCloseTo((float) (0.7 * Math.pow(0.98, pairs)), within(2e-6f));
    }

    /** nu0 (w - wmin) = nu1 (wmax - w). */
    @ParameterizedTest
    @ValueSource(doubles = {-0.5, 0, 0.6, 1})
    void coincidentPairsLeadToTheFixedPoint(double start) {
        WeightDependentPostPre fast = new WeightDependentPostPre(0.2, 0.1);
        double fixedPoint = (0.2 * -0.5 + 0.1 * 1) / 0.3;
        assertThat(learned(synapse(start, fast).bounds(-0.5, 1), every(0, 100), every(0, 100)))
                .isCloseTo((float) fixedPoint, within(1e-6f));
    }

    /** Every change is a share of the way to a bound, so that a weight within stays within: clipping never has to act. */
    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void weightInsideItsBoundsNeverReachesThem(
            @ForAll @DoubleRange(min = 0.01, max = 0.45) double nuPre,
            @ForAll @DoubleRange(min = 0.01, max = 0.45) double nuPost,
            @ForAll long seed) {
        Dense synapses = Dense.uniform(-0.4, 0.9)
                .bounds(-0.5, 1)
                .learning(new WeightDependentPostPre(new Rates(nuPre, nuPost), Reduction.SUM));
        Random random = new Random(seed);
        try (Simulation simulation = GivenSpikes.network(1, synapses, 6, 5).simulate(Engine.event(), seed)) {
            simulation.run(GivenSpikes.run(1, Trains.random(6, 12, 0.4, random), Trains.random(5, 12, 0.4, random)));
            for (float w : simulation.weights("X", "Y").values()) {
                assertThat(w).isStrictlyBetween(-0.5f, 1f);
            }
        }
    }

    @Test
    void spikeOnOneSideAloneChangesNothing() {
        assertThat(learned(bounded(0.3), every(0, 100), at())).isEqualTo(0.3f);
        assertThat(learned(bounded(0.3), at(), every(0, 100))).isEqualTo(0.3f);
    }

    @Test
    void infiniteBoundsAreNamed() {
        for (Dense synapse : List.of(
                synapse(0.5, RULE),
                synapse(0.5, RULE).bounds(0, Double.POSITIVE_INFINITY),
                synapse(0.5, RULE).bounds(Double.NEGATIVE_INFINITY, 1))) {
            Network network = GivenSpikes.network(1, synapse, 1, 1);
            assertThatThrownBy(() -> network.simulate(Engine.event(), 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("connection X-Y: WeightDependentPostPre needs finite bounds");
        }
    }

    private static Dense bounded(double w) {
        return synapse(w, RULE).bounds(-0.5, 1);
    }
}
