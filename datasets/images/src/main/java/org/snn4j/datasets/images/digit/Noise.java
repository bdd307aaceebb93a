package org.snn4j.datasets.images.digit;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A photograph whose noise has been averaged out over squares, larger ones where it is strong.
 *
 * @param image grey levels
 * @param deviation the standard deviation of the noise that is left
 */
record Noise(double[][] image, double deviation) {
    /** Of a normal distribution, the standard deviation divided by the median of distances from the mean. */
    private static final double SIGMA_PER_MEDIAN = 1.4826;
    /** The standard deviation of a − 2 b + c divided by that of a, b and c. */
    private static final double SECOND_DIFFERENCE = Math.sqrt(6);
    /** Grey levels of noise for each pixel of the radius with which it is averaged out. */
    private static final double LEVELS_PER_PIXEL = 4;

    private static final int MOST_RADIUS = 2;
    /** Of larger images about as many rows say enough. */
    private static final int ROWS = 50;

    /** The standard deviation of values about 0, from their median distance, so that a few that lie far off do not count. */
    static double deviation(double... values) {
        return SIGMA_PER_MEDIAN * median(Arrays.stream(values).map(Math::abs).toArray());
    }

    /** Half of the values are below it. @param values are sorted */
    static double median(double... values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /**
     * Averages the noise out. What a pixel and its neighbours to the left and right differ by, light and strokes apart, is
     * noise.
     *
     * @param image grey levels from 0 to 255; not modified
     */
    static Noise reduced(double[][] image) {
        if (image[0].length < 3) {
            return new Noise(image, 0);
        }
        int step = 1 + image.length / ROWS;
        double[] differences = IntStream.range(0, (image.length + step - 1) / step)
                .mapToObj(i -> image[step * i])
                .flatMapToDouble(row ->
                        IntStream.range(1, row.length - 1).mapToDouble(i -> row[i - 1] - 2 * row[i] + row[i + 1]))
                .toArray();
        double deviation = deviation(differences) / SECOND_DIFFERENCE;
        int radius = (int) Math.min(MOST_RADIUS, deviation / LEVELS_PER_PIXEL);
        return radius == 0
                ? new Noise(image, deviation)
                : new Noise(means(means(image, radius), radius), deviation / (2 * radius + 1));
    }

    /** Means along the columns, with rows and columns exchanged. */
    private static double[][] means(double[][] image, int radius) {
        double[][] turned = new double[image[0].length][image.length];
        for (int c = 0; c < turned.length; c++) {
            for (int r = 0; r < image.length; r++) {
                int first = Math.max(0, r - radius);
                int last = Math.min(image.length - 1, r + radius);
                double sum = 0;
                for (int i = first; i <= last; i++) {
                    sum += image[i][c];
                }
                turned[c][r] = sum / (last - first + 1);
            }
        }
        return turned;
    }
}
