package org.snn4j.cli;

import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import org.snn4j.datasets.images.GreyImage;

/**
 * Photographs that are made of MNIST's digits: 240 x 180 pixels of paper under some light, on which the enlarged digit
 * takes three quarters of the light away, or as much chalk on a board.
 *
 * @param light the grey level of paper, from x and y, each from 0 to 1
 * @param size the height of the digit's 28 x 28 pixels as a part of the photograph's
 * @param noise its standard deviation, grey levels
 */
record Photograph(DoubleBinaryOperator light, double size, double noise) {
    private static final int HEIGHT = 180;
    private static final int WIDTH = 240;
    private static final double INK = 0.75;

    /** Somewhere on the paper. */
    GreyImage of(GreyImage digit, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double side = size * HEIGHT;
        double top = random.nextDouble() * (HEIGHT - side);
        double left = random.nextDouble() * (WIDTH - side);
        byte[] pixels = new byte[HEIGHT * WIDTH];
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                double ink =
                        between(digit, (row + 0.5 - top) / side * 28 - 0.5, (column + 0.5 - left) / side * 28 - 0.5);
                double level = light.applyAsDouble((column + 0.5) / WIDTH, (row + 0.5) / HEIGHT) * (1 - INK * ink)
                        + noise * normal(random);
                pixels[row * WIDTH + column] = (byte) Math.round(Math.max(0, Math.min(255, level)));
            }
        }
        return GreyImage.of(HEIGHT, WIDTH, pixels);
    }

    /** The digit between its pixels, from 0 to 1. */
    private static double between(GreyImage digit, double y, double x) {
        int row = (int) Math.floor(y);
        int column = (int) Math.floor(x);
        double lower = y - row;
        double right = x - column;
        return (1 - lower) * ((1 - right) * at(digit, row, column) + right * at(digit, row, column + 1))
                + lower * ((1 - right) * at(digit, row + 1, column) + right * at(digit, row + 1, column + 1));
    }

    private static double at(GreyImage digit, int row, int column) {
        boolean inside = row >= 0 && column >= 0 && row < digit.height() && column < digit.width();
        return inside ? digit.pixel(row, column) / 255.0 : 0;
    }

    /** The sum of twelve uniform numbers has a variance of 1. */
    private static double normal(SplittableRandom random) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }
}
