package org.snn4j.network.neuron;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snn4j.network.Currents;
import org.snn4j.network.Variable;

/** Oracle: without a leak, v is the sum of its input. Inputs are dyadic, so that sums are exact. */
class IFTest {
    @Test
    void potentialStartsAtResetAndIsTheSumOfItsInput() {
        IF cell = new IF(-52, -64, 5, Double.NEGATIVE_INFINITY);
        float[] v = new Driven(cell, 1, Currents.of(0, 2, 0.5f, -4, 0, 0, 8)).values(Variable.VOLTAGE);
        assertThat(v).containsExactly(-64, -62, -61.5f, -65.5f, -65.5f, -65.5f, -57.5f);
    }

    @Test
    void potentialNeverLeaks() {
        float[] v = new Driven(IF.defaults(), 1, Currents.pulse(10_000, 3)).values(Variable.VOLTAGE);
        assertThat(v[9_999]).isEqualTo(-62);
    }

    /** From reset, n inputs of I reach the threshold when n I is at least their distance; refractory steps come before. */
    @ParameterizedTest
    @CsvSource({"0.25, 5, 1", "0.25, 0, 1", "1, 2, 1", "13, 0, 1", "100, 3, 1", "4, 2.5, 1", "0.5, 2, 0.5", "4, 5, 0.25"
    })
    void constantCurrentGivesTheIntervalOfTheSum(double current, double refractory, double dt) {
        IF cell = new IF(-52, -65, refractory, Double.NEGATIVE_INFINITY);
        int[] intervals = new Driven(cell, dt, Currents.constant(1, 400, current)).intervals();
        int expected = (int) (Math.ceil(refractory / dt) + Math.ceil(13 / current));
        assertThat(intervals).hasSizeGreaterThan(3).containsOnly(expected);
    }

    @Test
    void potentialEqualToTheThresholdFires() {
        assertThat(new Driven(IF.defaults(), 1, Currents.of(13)).firing()).containsExactly(0);
        assertThat(new Driven(IF.defaults(), 1, Currents.of(12.99f)).firing()).isEmpty();
    }

    @Test
    void potentialStaysAtResetWhileRefractory() {
        IF cell = new IF(-52, -60, 3, Double.NEGATIVE_INFINITY);
        float[] v = new Driven(cell, 1, Currents.of(100, 4, -4, 7, 1)).values(Variable.VOLTAGE);
        assertThat(v).containsExactly(-60, -60, -60, -60, -59);
    }

    @Test
    void potentialNeverFallsBelowTheLowerBound() {
        IF cell = new IF(-52, -65, 0, -66);
        float[] v = new Driven(cell, 1, Currents.of(-0.5f, -10, 1)).values(Variable.VOLTAGE);
        assertThat(v).containsExactly(-65.5f, -66, -65);
    }

    /** The bound comes last: a reset below it is lifted too. */
    @Test
    void lowerBoundAboveResetHoldsAfterASpike() {
        IF cell = new IF(-52, -65, 0, -60);
        assertThat(new Driven(cell, 1, Currents.of(20, 0)).values(Variable.VOLTAGE))
                .containsExactly(-60, -60);
    }
}
