package org.snn4j.network.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;

/** Oracle: the moments and independence of uniform numbers; given weights as they were given. */
class WeightsTest {
    private static final Weights UNIFORM = new Weights.Uniform(0.25, 0.75);

    /**
     * Mean 0.5 and variance 1/48 over 40,000 weights; leaving five standard errors has probability 6e-7. The seed is fixed.
     */
    @Test
    void uniformWeightsFillTheirRange() {
        double sum = 0;
        double squares = 0;
        for (int source = 0; source < 400; source++) {
            for (float w : row(UNIFORM, 1, 0, source, 100)) {
                assertThat(w).isBetween(0.25f, 0.75f);
                sum += w;
                squares += (w - 0.5) * (w - 0.5);
            }
        }
        assertThat(sum / 40_000).isCloseTo(0.5, within(5 * Math.sqrt(1 / 48.0 / 40_000)));
        assertThat(squares / 40_000).isCloseTo(1 / 48.0, within(5 * Math.sqrt(1 / 2880.0 / 40_000)));
    }

    @Test
    void weightIsFixedBySeedConnectionAndSourceAlone() {
        float[] row = row(UNIFORM, 1, 2, 3, 10);
        assertThat(row(UNIFORM, 1, 2, 3, 10)).isEqualTo(row);
        assertThat(row(UNIFORM, 1, 2, 3, 17)).startsWith(row);
        assertThat(row(UNIFORM, 9, 2, 3, 10)).doesNotContain(row);
        assertThat(row(UNIFORM, 1, 9, 3, 10)).doesNotContain(row);
        assertThat(row(UNIFORM, 1, 2, 9, 10)).doesNotContain(row);
    }

    @Test
    void rangeOfNoWidthIsItsOneValue() {
        assertThat(row(new Weights.Uniform(0.5, 0.5), 1, 0, 0, 3)).containsExactly(0.5f, 0.5f, 0.5f);
    }

    @Test
    void givenWeightsAreTheirRows() {
        Weights given = new Weights.Given(FloatArray.of(Shape.of(2, 3), 1, 2, 3, 4, 5, 6));
        assertThat(row(given, 1, 0, 1, 3)).containsExactly(4, 5, 6);
    }

    private static float[] row(Weights weights, long seed, int connection, int source, int targets) {
        float[] row = new float[targets];
        weights.fillRow(seed, connection, source, row);
        return row;
    }
}
