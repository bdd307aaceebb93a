package org.snn4j.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Oracle: the definition, ranks counted one by one. */
class RankOrderTest {
    private static int[] steps(int steps, float... values) {
        return FirstStep.of(new RankOrder().encoder(new Window(steps, 1), 1).encode(values, 0));
    }

    @Test
    void brighterInputsFireFirst() {
        assertThat(steps(4, 0.2f, 1, 0.4f, 0.3f)).containsExactly(3, 0, 1, 2);
        assertThat(steps(100, 0.2f, 1, 0.4f, 0.3f)).containsExactly(75, 0, 25, 50);
    }

    @Test
    void onlyTheOrderOfTheValuesCounts() {
        assertThat(steps(10, 0.1f, 0.2f, 0.9f)).isEqualTo(steps(10, 0.001f, 500, 501));
    }

    @Test
    void equalValuesFireTogetherAndThoseAfterThemWait() {
        assertThat(steps(4, 1, 1, 1, 0.5f)).containsExactly(0, 0, 0, 3);
        assertThat(steps(4, 1, 0.5f, 0.5f, 0.5f)).containsExactly(0, 1, 1, 1);
    }

    @Test
    void blackTakesNoRank() {
        assertThat(steps(2, 0, 0.5f, 0, 1, -0f)).containsExactly(-1, 1, -1, 0, -1);
        assertThat(steps(2, 0, 0)).containsExactly(-1, -1);
    }

    @Test
    void neighboursShareAStepWhereStepsAreFew() {
        assertThat(steps(2, 4, 3, 2, 1)).containsExactly(0, 0, 1, 1);
        assertThat(steps(1, 4, 3, 2, 1)).containsExactly(0, 0, 0, 0);
    }

    @Property
    void stepIsTheRankSpreadOverTheWindow(
            @ForAll @Size(max = 50) List<@FloatRange(max = 1) Float> brightnesses,
            @ForAll @IntRange(min = 1, max = 60) int steps) {
        float[] values = new float[brightnesses.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = brightnesses.get(i);
        }
        int[] fired = steps(steps, values);
        int bright = 0;
        for (float value : values) {
            bright += value > 0 ? 1 : 0;
        }
        for (int i = 0; i < values.length; i++) {
            int brighter = 0;
            for (float value : values) {
                brighter += value > values[i] ? 1 : 0;
            }
            assertThat(fired[i]).isEqualTo(values[i] == 0 ? -1 : brighter * steps / bright);
        }
    }
}
