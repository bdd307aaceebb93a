package org.snn4j.datasets.images;

/**
 * Scales images: each new pixel is the mean over the area of the old image that it covers, pixels at its edge counted by
 * the part of them that it covers. It shrinks without leaving anything out; when it enlarges, pixels become blocks.
 */
public final class AreaMean {
    private AreaMean() {}

    /**
     * Scales the whole image.
     *
     * @param image rows of equal length; not modified
     * @return {@code height} rows of {@code width}
     */
    public static double[][] scaled(double[][] image, int height, int width) {
        double[][] means = new double[height][width];
        for (int row = 0; row < height; row++) {
            Span rows = Span.of(row, image.length, height);
            for (int column = 0; column < width; column++) {
                means[row][column] = mean(image, rows, Span.of(column, image[0].length, width));
            }
        }
        return means;
    }

    private static double mean(double[][] image, Span rows, Span columns) {
        double sum = 0;
        double area = 0;
        for (int row = rows.first(); row < rows.end(); row++) {
            for (int column = columns.first(); column < columns.end(); column++) {
                double coverage = rows.coverage(row) * columns.coverage(column);
                sum += coverage * image[row][column];
                area += coverage;
            }
        }
        return sum / area;
    }

    /** What a new pixel covers of the old ones along one side. */
    private record Span(double from, double to) {
        static Span of(int index, int oldLength, int newLength) {
            double step = (double) oldLength / newLength;
            return new Span(step * index, step * (index + 1));
        }

        int first() {
            return (int) from;
        }

        /** One past the last pixel covered; the subtrahend keeps rounding errors from adding one. */
        int end() {
            return (int) Math.ceil(to - 1e-9);
        }

        double coverage(int pixel) {
            return Math.min(to, pixel + 1) - Math.max(from, pixel);
        }
    }
}
