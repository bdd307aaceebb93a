package org.snn4j.network.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Oracle: powers of the factor; no number below Float.MIN_NORMAL for long, as each would slow every step down. */
class WeightFieldTest {
    @Test
    void valuesDecayByTheFactor() {
        WeightField field = new WeightField(new float[][] {{1, -2}, {0, 4}});
        for (int step = 0; step < 100; step++) {
            field.decay(0.96f, step);
        }
        float left = (float) Math.pow(0.96, 100);
        assertThat(field.rows()[0]).containsExactly(new float[] {left, -2 * left}, within(1e-6f));
        assertThat(field.rows()[1]).containsExactly(new float[] {0, 4 * left}, within(1e-6f));
    }

    @Test
    void decayedValuesBecomeZeroBeforeTheyAreSubnormal() {
        float[] row = {1, -1};
        WeightField field = new WeightField(new float[][] {row});
        for (int step = 0; step < 5000; step++) {
            field.decay(0.96f, step);
            assertThat(row[0] == 0 || row[0] >= Float.MIN_NORMAL).isTrue();
            assertThat(row[1] == 0 || row[1] <= -Float.MIN_NORMAL).isTrue();
        }
        assertThat(row).containsExactly(0, 0);
    }
}
