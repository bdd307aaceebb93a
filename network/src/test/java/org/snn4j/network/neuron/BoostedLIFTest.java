package org.snn4j.network.neuron;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.snn4j.network.Currents;
import org.snn4j.network.Variable;

/** Oracle: LIF neurons that rest and reset at 0 mV, bit by bit. */
class BoostedLIFTest {
    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void boostedLifIsLifAroundZero(
            @ForAll @DoubleRange(min = 0.5, max = 20) double threshold,
            @ForAll @IntRange(max = 6) int refractory,
            @ForAll @DoubleRange(min = 1, max = 100) double tau,
            @ForAll long seed) {
        BoostedLIF boosted = new BoostedLIF(threshold, refractory, tau, -3);
        LIF lif = new LIF(threshold, 0, 0, refractory, tau, -3);
        Driven one = new Driven(boosted, 1, Currents.random(3, 100, -4, 8, new Random(seed)));
        Driven other = new Driven(lif, 1, one.current());
        assertThat(one.spikes()).isEqualTo(other.spikes());
        assertThat(one.values(Variable.VOLTAGE)).isEqualTo(other.values(Variable.VOLTAGE));
        assertThat(one.values(Variable.REFRACTORY)).isEqualTo(other.values(Variable.REFRACTORY));
    }

    @Test
    void restsAtZero() {
        assertThat(new Driven(BoostedLIF.defaults(), 1, Currents.of(0, 2)).values(Variable.VOLTAGE))
                .containsExactly(0, 2);
    }

    /** Numbers below Float.MIN_NORMAL slow every operation on them down, some seventy times. */
    @Test
    void potentialThatHasDecayedIsZeroAndNeverSubnormal() {
        BoostedLIF cell = new BoostedLIF(13, 5, 20, Double.NEGATIVE_INFINITY);
        float[] v = new Driven(cell, 1, Currents.pulse(4000, -1)).values(Variable.VOLTAGE);
        assertThat(v[500]).isNegative();
        assertThat(v[3999]).isZero();
        for (float potential : v) {
            assertThat(potential == 0 || Math.abs(potential) >= Float.MIN_NORMAL)
                    .isTrue();
        }
    }
}
