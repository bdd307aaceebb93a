package org.snn4j.datasets.images.digit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

/** Oracle: a bar of ink on paper, of which it takes a known part of the light. */
class InkTest {
    private static final int HEIGHT = 90;
    private static final int WIDTH = 120;

    private static boolean isBar(int row, int column) {
        return row >= 20 && row < 70 && column >= 55 && column < 63;
    }

    private static double[][] image(IntBinaryOperator level) {
        double[][] image = new double[HEIGHT][WIDTH];
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                image[row][column] = level.applyAsInt(row, column);
            }
        }
        return image;
    }

    private static void requireBar(double[][] photograph, double strength, double tolerance) {
        double[][] ink = Ink.of(photograph).strength();
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                double expected = isBar(row, column) ? strength : 0;
                assertThat(ink[row][column])
                        .as("row %d, column %d", row, column)
                        .isCloseTo(expected, within(expected == 0 ? 0.02 : tolerance));
            }
        }
    }

    @Test
    void inkIsThePartOfTheLightThatItTakes() {
        requireBar(image((row, column) -> isBar(row, column) ? 50 : 200), 0.75, 1e-6);
        requireBar(image((row, column) -> isBar(row, column) ? 20 : 80), 0.75, 1e-6);
    }

    @Test
    void lightInkIsTheSameInTheNegative() {
        requireBar(image((row, column) -> isBar(row, column) ? 205 : 55), 0.75, 1e-6);
    }

    @Test
    void slantingLightIsDividedOut() {
        requireBar(
                image((row, column) -> (int) Math.round((80 + column + row / 2) * (isBar(row, column) ? 0.25 : 1))),
                0.75,
                0.02);
    }

    /** Half of the paper lies in a shadow whose edge crosses the bar. */
    @Test
    void shadowsWithSharpEdgesAreDividedOut() {
        requireBar(
                image((row, column) -> (int) Math.round((row < 45 ? 220 : 120) * (isBar(row, column) ? 0.25 : 1))),
                0.75,
                0.02);
    }

    @Test
    void dustIsNoInk() {
        requireBar(image((row, column) -> isBar(row, column) || row == 5 && column < 3 ? 50 : 200), 0.75, 1e-6);
    }

    @Test
    void whatIsFarAwayIsNotPartOfTheDigit() {
        requireBar(
                image((row, column) ->
                        isBar(row, column) || row > 75 && row < 88 && column > 104 && column < 117 ? 50 : 200),
                0.75,
                1e-6);
    }

    /** Noise of 12 grey levels, averaged over 5 x 5 pixels; the chance that one pixel is off by 5 sigma is about 1e-2. */
    @Test
    void noiseIsNoInk() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] ink = Ink.of(image((row, column) ->
                        (int) Math.round((isBar(row, column) ? 50 : 200) + 12 * (sum(random, 12) - 6))))
                .strength();
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                boolean near = row > 15 && row < 75 && column > 50 && column < 68;
                assertThat(near || ink[row][column] == 0).isTrue();
            }
        }
        assertThat(ink[45][59]).isCloseTo(0.75, within(0.1));
    }

    private static double sum(SplittableRandom random, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }

    @Test
    void blankPaperIsEmpty() {
        SplittableRandom random = new SplittableRandom(5);
        assertThatThrownBy(() -> Ink.of(image((row, column) -> 100 + column)))
                .hasMessage("the image is empty: nothing stands out from its background");
        assertThatThrownBy(() -> Ink.of(
                        image((row, column) -> (int) Math.round(100 + column / 2.0 + 3 * (sum(random, 12) - 6)))))
                .hasMessage("the image is empty: nothing stands out from its background");
    }
}
