package org.snn4j.datasets.images.digit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Oracle: the definition, maxima over all squares and the least of them, by brute force. */
class ClosingTest {
    private static double[][] random(int height, int width, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] image = new double[height][width];
        for (double[] row : image) {
            for (int column = 0; column < width; column++) {
                row[column] = random.nextInt(20);
            }
        }
        return image;
    }

    private static double greatest(double[][] image, int centreRow, int centreColumn, int radius) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int row = Math.max(0, centreRow - radius); row <= Math.min(image.length - 1, centreRow + radius); row++) {
            for (int column = Math.max(0, centreColumn - radius);
                    column <= Math.min(image[0].length - 1, centreColumn + radius);
                    column++) {
                greatest = Math.max(greatest, image[row][column]);
            }
        }
        return greatest;
    }

    private static double closed(double[][] image, int row, int column, int radius, int rim) {
        int margin = radius - rim;
        double least = Double.POSITIVE_INFINITY;
        for (int r = Math.max(-margin, row - radius); r <= Math.min(image.length - 1 + margin, row + radius); r++) {
            for (int c = Math.max(-margin, column - radius);
                    c <= Math.min(image[0].length - 1 + margin, column + radius);
                    c++) {
                least = Math.min(least, greatest(image, r, c, radius));
            }
        }
        return least;
    }

    @Property(tries = 100)
    void closingIsTheLeastOfTheGreatest(
            @ForAll @IntRange(min = 1, max = 13) int height,
            @ForAll @IntRange(min = 1, max = 13) int width,
            @ForAll @IntRange(max = 4) int radius,
            @ForAll @IntRange(max = 4) int rim,
            @ForAll long seed) {
        double[][] image = random(height, width, seed);
        int cut = Math.min(rim, radius);
        double[][] closing = Closing.of(image, radius, cut);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                assertThat(closing[row][column])
                        .as("row %d, column %d", row, column)
                        .isEqualTo(closed(image, row, column, radius, cut));
            }
        }
    }

    @Test
    void linesAreFilledAndHalvesAreKept() {
        double[][] image = new double[20][20];
        for (int row = 0; row < 20; row++) {
            for (int column = 0; column < 20; column++) {
                image[row][column] = row == 10 ? 1 : column < 9 ? 50 : 90;
            }
        }
        double[][] closing = Closing.of(image, 3, 1);
        for (int column = 0; column < 20; column++) {
            assertThat(closing[10][column]).isEqualTo(column < 9 ? 50 : 90);
        }
    }
}
