package org.snn4j.datasets.images.digit;

/**
 * A smooth surface over an image: a + b x + c y + d x² + e x y + f y², with x and y from −1 to 1 between opposite
 * edges.
 *
 * @param coefficients a, b, c, d, e, f
 */
record Surface(double... coefficients) {
    static final int TERMS = 6;

    static Surface constant(double value) {
        return new Surface(value, 0, 0, 0, 0, 0);
    }

    /** The value over the pixel of an image of that size. */
    double at(int row, int column, double[][] image) {
        return at(terms(row, column, image));
    }

    double at(double[] terms) {
        double sum = 0;
        for (int i = 0; i < TERMS; i++) {
            sum += coefficients[i] * terms[i];
        }
        return sum;
    }

    /** Whether no coefficient differs by more than {@code distance} from the other's. */
    boolean isWithin(double distance, Surface other) {
        for (int i = 0; i < TERMS; i++) {
            if (!(Math.abs(coefficients[i] - other.coefficients[i]) <= distance)) {
                return false;
            }
        }
        return true;
    }

    /** What the coefficients are multiplied with at the pixel. */
    static double[] terms(int row, int column, double[][] image) {
        double x = coordinate(column, image[0].length);
        double y = coordinate(row, image.length);
        return new double[] {1, x, y, x * x, x * y, y * y};
    }

    /** Of a pixel's centre, so that the same surface lies over an image of another size. */
    private static double coordinate(int index, int length) {
        return (2.0 * index + 1) / length - 1;
    }
}
