package org.snn4j.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Oracle: inversion by search from the start, the least k with u below F(k). */
class GapTableTest {
    @Property
    void gapIsTheInverseOfTheLaw(@ForAll @IntRange(min = 1, max = 600) int steps, @ForAll long seed) {
        double[] cumulative = randomLaw(steps, new Random(seed));
        GapTable table = GapTable.of(steps, k -> cumulative[k - 1]);
        Random random = new Random(~seed);
        for (int draw = 0; draw < 200; draw++) {
            int bits = random.nextInt();
            assertThat(table.gap(bits)).isEqualTo(inverse(cumulative, bits));
        }
        for (int bits : new int[] {0, 1, -1, -2, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThat(table.gap(bits)).isEqualTo(inverse(cumulative, bits));
        }
    }

    /** The guide is of 16-bit numbers; tables may be longer. */
    @Test
    void longTablesAreSearchedToTheirEnd() {
        double[] cumulative = new double[100_000];
        Arrays.setAll(cumulative, k -> (k + 1) / 100_000.0);
        GapTable table = GapTable.of(cumulative.length, k -> cumulative[k - 1]);
        Random random = new Random(1);
        for (int draw = 0; draw < 2000; draw++) {
            int bits = random.nextInt();
            assertThat(table.gap(bits)).isEqualTo(inverse(cumulative, bits));
        }
    }

    @Test
    void whatTheTableDoesNotHoldIsBeyond() {
        GapTable table = GapTable.of(3, k -> 0.25 * k);
        assertThat(table.gap(-1)).isEqualTo(GapTable.BEYOND);
        assertThat(GapTable.of(1, k -> 0).gap(0)).isEqualTo(GapTable.BEYOND);
    }

    /** Of 31-bit fractions none is 1, so the greatest must be kept from passing by what is certain. */
    @Test
    void certainGapComesWhateverIsDrawn() {
        GapTable always = GapTable.of(5, k -> 1);
        GapTable third = GapTable.of(5, k -> k < 3 ? 0 : 1);
        for (int bits : new int[] {0, 1, -1, -2, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThat(always.gap(bits)).isEqualTo(1);
            assertThat(third.gap(bits)).isEqualTo(3);
        }
    }

    private static int inverse(double[] cumulative, int bits) {
        for (int k = 1; k <= cumulative.length; k++) {
            if ((bits >>> 1) < (int) (cumulative[k - 1] * Integer.MAX_VALUE) || cumulative[k - 1] == 1) {
                return k;
            }
        }
        return GapTable.BEYOND;
    }

    /** Rises in few or many places, to one or below it. */
    private static double[] randomLaw(int steps, Random random) {
        double[] weights = new double[steps];
        double rest = random.nextBoolean() ? 0 : random.nextDouble();
        double sum = rest;
        for (int k = 0; k < steps; k++) {
            weights[k] = random.nextInt(3) == 0 ? Math.exp(10 * random.nextGaussian()) : 0;
            sum += weights[k];
        }
        double[] cumulative = new double[steps];
        double below = 0;
        for (int k = 0; k < steps; k++) {
            below += sum == 0 ? 0 : weights[k] / sum;
            cumulative[k] = Math.min(below, 1);
        }
        return cumulative;
    }
}
