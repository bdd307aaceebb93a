package org.snn4j.datasets.images.digit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/** Oracle: light that was put there by a formula of x and y, each from −1 to 1. */
class BackgroundTest {
    private static final int HEIGHT = 60;
    private static final int WIDTH = 64;

    private static double[][] lit(DoubleBinaryOperator light) {
        double[][] image = new double[HEIGHT][WIDTH];
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                image[row][column] = light.applyAsDouble(2.0 * column / (WIDTH - 1) - 1, 2.0 * row / (HEIGHT - 1) - 1);
            }
        }
        return image;
    }

    /** A ring and a bar, a fifth of the image. */
    private static double[][] written(double[][] paper, double part) {
        double[][] image = new double[HEIGHT][];
        for (int row = 0; row < HEIGHT; row++) {
            image[row] = paper[row].clone();
            for (int column = 0; column < WIDTH; column++) {
                double radius = Math.hypot(row - 30, column - 32);
                boolean ink = radius > 14 && radius < 20 || row > 20 && row < 40 && column > 28 && column < 35;
                image[row][column] *= ink ? part : 1;
            }
        }
        return image;
    }

    private static void requireFound(double[][] paper, double[][] image) {
        Surface surface = Background.of(image);
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                assertThat(surface.at(row, column, image)).isCloseTo(paper[row][column], within(0.1));
            }
        }
    }

    @Test
    void lightIsFoundUnderInk() {
        for (DoubleBinaryOperator light : new DoubleBinaryOperator[] {
            (x, y) -> 200,
            (x, y) -> 150 + 70 * x - 20 * y,
            (x, y) -> 230 - 50 * x * x - 60 * y * y,
            (x, y) -> 140 + 40 * x + 30 * y - 20 * x * x + 30 * x * y
        }) {
            double[][] paper = lit(light);
            requireFound(paper, paper);
            requireFound(paper, written(paper, 0.3));
            requireFound(paper, written(paper, 1.1));
        }
    }

    @Test
    void smallestImagesHaveABackground() {
        for (int height = 1; height < 4; height++) {
            double[][] image = new double[height][1];
            for (double[] row : image) {
                row[0] = 77;
            }
            assertThat(Background.of(image).at(0, 0, image)).isCloseTo(77, within(1e-6));
        }
    }
}
