package org.snn4j.datasets.images.digit;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/**
 * Grey closing with a square: at each pixel the least of the maxima over all squares that hold it. It fills dark marks
 * into which the square does not fit, and leaves larger dark areas and their edges as they are. Squares reach over the
 * image's border, where they are cut off, until only {@code rim} pixels and their first are left of them: so dark corners are left as
 * they are too, but for slight errors, and marks along the border are filled if they are no wider than the rim.
 *
 * @see <a href="https://doi.org/10.1016/0167-8655(92)90069-C">van Herk 1992, A fast algorithm for local minimum and maximum
 *     filters on rectangular and octagonal kernels</a>
 */
final class Closing {
    private Closing() {}

    /**
     * Closes with squares of {@code 2 radius + 1} pixels.
     *
     * @param image not modified
     * @param rim from 0 to {@code radius}
     */
    static double[][] of(double[][] image, int radius, int rim) {
        int margin = radius - rim;
        double[][] padded = new double[image.length + 2 * margin][image[0].length + 2 * margin];
        for (int row = 0; row < padded.length; row++) {
            Arrays.fill(padded[row], Double.NEGATIVE_INFINITY);
            if (row >= margin && row < margin + image.length) {
                System.arraycopy(image[row - margin], 0, padded[row], margin, image[0].length);
            }
        }
        double[][] closed = filtered(filtered(padded, radius, Math::max), radius, Math::min);
        double[][] within = new double[image.length][];
        for (int row = 0; row < within.length; row++) {
            within[row] = Arrays.copyOfRange(closed[row + margin], margin, margin + image[0].length);
        }
        return within;
    }

    private static double[][] filtered(double[][] image, int radius, DoubleBinaryOperator extreme) {
        return columns(columns(image, radius, extreme), radius, extreme);
    }

    /** Filters along the columns, and returns the result with rows and columns exchanged. */
    private static double[][] columns(double[][] image, int radius, DoubleBinaryOperator extreme) {
        double[][] turned = new double[image[0].length][image.length];
        double[] column = new double[image.length];
        for (int c = 0; c < turned.length; c++) {
            for (int r = 0; r < column.length; r++) {
                column[r] = image[r][c];
            }
            turned[c] = line(column, radius, extreme);
        }
        return turned;
    }

    /**
     * The extreme of each window: as a window spans at most two blocks as long as itself, it is the extreme of a block's
     * rest and of the next block's beginning.
     */
    private static double[] line(double[] line, int radius, DoubleBinaryOperator extreme) {
        int length = line.length;
        int block = 2 * radius + 1;
        double[] fromStart = new double[length];
        double[] toEnd = new double[length];
        for (int i = 0; i < length; i++) {
            fromStart[i] = i % block == 0 ? line[i] : extreme.applyAsDouble(fromStart[i - 1], line[i]);
        }
        for (int i = length - 1; i >= 0; i--) {
            toEnd[i] = i == length - 1 || (i + 1) % block == 0 ? line[i] : extreme.applyAsDouble(toEnd[i + 1], line[i]);
        }
        double[] extremes = new double[length];
        for (int i = 0; i < length; i++) {
            int first = Math.max(0, i - radius);
            int last = Math.min(length - 1, i + radius);
            boolean cutOff = last - first < block - 1;
            extremes[i] = cutOff && first / block == last / block
                    ? (first % block == 0 ? fromStart[last] : toEnd[first])
                    : extreme.applyAsDouble(toEnd[first], fromStart[last]);
        }
        return extremes;
    }
}
