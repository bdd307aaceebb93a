package org.snn4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.junit.jupiter.api.Test;

class AccuracyTest {
    /** Oracle: Commons Statistics. */
    @Property
    void intervalIsWilsons(@ForAll @IntRange(min = 1, max = 60_000) int samples, @ForAll @IntRange int number) {
        int correct = number % (samples + 1);
        Interval interval = new Accuracy(correct, samples).interval95();
        var oracle = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(samples, correct, 0.05);
        assertThat(interval.low()).isCloseTo(oracle.getLowerBound(), within(1e-12));
        assertThat(interval.high()).isCloseTo(oracle.getUpperBound(), within(1e-12));
        assertThat(interval.contains((double) correct / samples)).isTrue();
    }

    /** Oracle: by hand; none right of n gives [0, z²/(n + z²)]. */
    @Test
    void intervalEndsAtTheEnds() {
        double z2 = 1.959963984540054 * 1.959963984540054;
        assertThat(new Accuracy(0, 10).interval95().low()).isZero();
        assertThat(new Accuracy(0, 10).interval95().high()).isCloseTo(z2 / (10 + z2), within(1e-15));
        assertThat(new Accuracy(10, 10).interval95().high()).isOne();
        assertThat(new Accuracy(10, 10).interval95().low()).isCloseTo(10 / (10 + z2), within(1e-15));
    }

    @Test
    void withoutSamplesNothingIsKnown() {
        assertThat(Accuracy.NONE.value()).isNaN();
        assertThat(Accuracy.NONE.interval95()).isEqualTo(new Interval(0, 1));
    }

    @Test
    void impossibleNumbersAreRefused() {
        assertThatThrownBy(() -> new Accuracy(11, 10)).hasMessageContaining("11 of 10");
        assertThatThrownBy(() -> new Accuracy(-1, 10)).hasMessageContaining("-1 of 10");
        assertThatThrownBy(() -> new Interval(Double.NaN, 1)).hasMessageContaining("NaN");
    }
}
