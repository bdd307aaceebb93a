package org.snn4j.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Oracle: step round((1 − x)(T − 1)), by hand and in other arithmetic. */
class LatencyTest {
    private static int[] steps(int steps, float... values) {
        return FirstStep.of(new Latency().encoder(new Window(steps, 1), 1).encode(values, 0));
    }

    @Test
    void bytesFillAWindowOf256Steps() {
        float[] values = new float[256];
        int[] expected = new int[256];
        for (int level = 0; level < 256; level++) {
            values[level] = level / 255f;
            expected[level] = level == 0 ? -1 : 255 - level;
        }
        assertThat(steps(256, values)).isEqualTo(expected);
    }

    @Test
    void timeFallsInProportionToTheValue() {
        assertThat(steps(11, 1, 0.9f, 0.5f, 0.25f, 0.1f, 0.01f)).containsExactly(0, 1, 5, 8, 9, 10);
    }

    @Test
    void whiterThanWhiteFiresFirstAndBlackNever() {
        assertThat(steps(5, 1, 2.5f, Float.MAX_VALUE, 0, -0f, Float.MIN_VALUE)).containsExactly(0, 0, 0, -1, -1, 4);
        assertThat(steps(1, 1, 0.1f, 0)).containsExactly(0, 0, -1);
    }

    @Property
    void brighterIsNeverLater(
            @ForAll @FloatRange(max = 2) float first,
            @ForAll @FloatRange(max = 2) float second,
            @ForAll @IntRange(min = 1, max = 3500) int steps) {
        float dim = Math.max(Float.MIN_VALUE, Math.min(first, second));
        float bright = Math.max(Float.MIN_VALUE, Math.max(first, second));
        int[] fired = steps(steps, dim, bright);
        assertThat(fired[1]).isLessThanOrEqualTo(fired[0]);
        assertThat((double) fired[0]).isCloseTo((1 - Math.min(dim, 1.0)) * (steps - 1), within(0.5));
    }
}
