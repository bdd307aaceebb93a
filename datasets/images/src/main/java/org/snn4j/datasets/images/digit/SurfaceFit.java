package org.snn4j.datasets.images.digit;

/** Weighted least squares for a {@link Surface}: gathers points, then solves the normal equations. */
final class SurfaceFit {
    /** Keeps the equations solvable where points lie on a line; far below what a grey level would move. */
    private static final double RIDGE = 1e-9;

    private final double[][] products = new double[Surface.TERMS][Surface.TERMS];
    private final double[] sums = new double[Surface.TERMS];
    private double total;

    void add(double[] point, double value, double weight) {
        for (int i = 0; i < Surface.TERMS; i++) {
            for (int j = 0; j < Surface.TERMS; j++) {
                products[i][j] += weight * point[i] * point[j];
            }
            sums[i] += weight * point[i] * value;
        }
        total += weight;
    }

    /** The surface for which the weighted sum of squared distances is least. At least one point must have been added. */
    Surface solve() {
        for (int i = 1; i < Surface.TERMS; i++) {
            products[i][i] += RIDGE * total;
        }
        for (int pivot = 0; pivot < Surface.TERMS; pivot++) {
            eliminate(pivot);
        }
        for (int i = Surface.TERMS - 1; i >= 0; i--) {
            for (int j = i + 1; j < Surface.TERMS; j++) {
                sums[i] -= products[i][j] * sums[j];
            }
            sums[i] /= products[i][i];
        }
        return new Surface(sums);
    }

    /** Without exchanging rows, as the matrix is positive definite. */
    private void eliminate(int pivot) {
        for (int row = pivot + 1; row < Surface.TERMS; row++) {
            double factor = products[row][pivot] / products[pivot][pivot];
            for (int column = pivot; column < Surface.TERMS; column++) {
                products[row][column] -= factor * products[pivot][column];
            }
            sums[row] -= factor * sums[pivot];
        }
    }
}
