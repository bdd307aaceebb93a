package org.snn4j.network.event;

import org.snn4j.network.kernel.ArrayKernels;

/**
 * The inner loops of the event engine over plain arrays. Every array but those said to be modified is only read. The
 * order of floating-point operations on one element is fixed and never depends on its neighbours, so any way of
 * grouping elements gives the same bits.
 */
public final class Kernels {
    private static final ArrayKernels FASTEST = ArrayKernels.fastest();

    private Kernels() {}

    /** v ← (v − rest) · decay + rest + input. Modifies v. */
    public static void leakAndAdd(float[] v, float rest, float decay, float[] input) {
        for (int j = 0; j < v.length; j++) {
            v[j] = (v[j] - rest) * decay + rest + input[j];
        }
        snapToZero(v, rest);
    }

    /** v ← (v − rest) · decay + rest. Modifies v. */
    public static void leak(float[] v, float rest, float decay) {
        for (int j = 0; j < v.length; j++) {
            v[j] = (v[j] - rest) * decay + rest;
        }
        snapToZero(v, rest);
    }

    /** What decays to zero would become subnormal on its way; what decays to another number does not. */
    static void snapToZero(float[] v, float rest) {
        if (rest == 0) {
            snapToZero(v);
        }
    }

    /**
     * a ← 0 where |a| is below {@link Traces#FLOOR}: numbers much smaller would become subnormal, which cost some seventy
     * times more. Modifies a.
     */
    public static void snapToZero(float[] a) {
        for (int j = 0; j < a.length; j++) {
            a[j] = Math.abs(a[j]) < Traces.FLOOR ? 0 : a[j];
        }
    }

    /** Adds the j with v[j] ≥ threshold to {@code crossed}, which is modified and was empty. */
    public static void crossings(float[] v, float threshold, SpikeList crossed) {
        crossed.truncate(FASTEST.crossings(v, threshold, crossed.array()));
    }

    /** Adds the j with v[j] ≥ threshold + theta[j] to {@code crossed}, which is modified. */
    public static void crossings(float[] v, float threshold, float[] theta, SpikeList crossed) {
        for (int j = 0; j < v.length; j++) {
            if (v[j] >= threshold + theta[j]) {
                crossed.add(j);
            }
        }
    }

    /**
     * v ← (v − rest) · decay + rest + input; then adds the j with v[j] ≥ threshold + theta[j] to {@code crossed}, which was
     * empty. Modifies v and crossed.
     */
    public static void leakAddCross(
            float[] v, float rest, float decay, float[] input, float threshold, float[] theta, SpikeList crossed) {
        crossed.truncate(FASTEST.leakAddCross(v, rest, decay, input, threshold, theta, crossed.array()));
        snapToZero(v, rest);
    }

    /** theta ← theta · thetaDecay, then as {@link #leakAddCross}. Modifies theta, v and crossed. */
    public static void decayLeakAddCross(
            float thetaDecay,
            float[] v,
            float rest,
            float decay,
            float[] input,
            float threshold,
            float[] theta,
            SpikeList crossed) {
        scale(theta, thetaDecay);
        leakAddCross(v, rest, decay, input, threshold, theta, crossed);
    }

    /** a ← max(a, bound); nothing to do for negative infinity. Modifies a. */
    public static void atLeast(float[] a, float bound) {
        if (bound == Float.NEGATIVE_INFINITY) {
            return;
        }
        for (int j = 0; j < a.length; j++) {
            a[j] = Math.max(a[j], bound);
        }
    }

    /** a ← min(a, bound). Modifies a. */
    public static void atMost(float[] a, float bound) {
        for (int j = 0; j < a.length; j++) {
            a[j] = Math.min(a[j], bound);
        }
    }

    /** a ← a · factor. Modifies a. */
    public static void scale(float[] a, float factor) {
        for (int j = 0; j < a.length; j++) {
            a[j] *= factor;
        }
    }

    /** a ← a + constant. Modifies a. */
    public static void add(float[] a, float constant) {
        for (int j = 0; j < a.length; j++) {
            a[j] += constant;
        }
    }

    /** a[chosen[k]] ← a[chosen[k]] + constant, k below count. Modifies a. */
    public static void addAt(float[] a, int[] chosen, int count, float constant) {
        for (int k = 0; k < count; k++) {
            a[chosen[k]] += constant;
        }
    }

    /** a ← a + b. Modifies a. */
    public static void add(float[] a, float[] b) {
        for (int j = 0; j < a.length; j++) {
            a[j] += b[j];
        }
    }

    /** a ← a + factor · b. Modifies a. */
    public static void addScaled(float[] a, float[] b, float factor) {
        for (int j = 0; j < a.length; j++) {
            a[j] += factor * b[j];
        }
    }

    /** rows[i][column] ← rows[i][column] + factor · b[i]. Modifies the rows. */
    public static void addToColumn(float[][] rows, int column, float[] b, float factor) {
        for (int i = 0; i < rows.length; i++) {
            rows[i][column] += factor * b[i];
        }
    }

    /** row[c] ← row[c] + changes[c], changes[c] ← 0, c the first {@code count} of {@code columns}. Modifies both. */
    public static void moveInto(float[] row, float[] changes, int[] columns, int count) {
        for (int k = 0; k < count; k++) {
            row[columns[k]] += changes[columns[k]];
            changes[columns[k]] = 0;
        }
    }

    /** a ← ((a + rows[r0]) + rows[r1]) + …, the first {@code count} of {@code chosen}, in that order. Modifies a. */
    public static void addRows(float[] a, float[][] rows, int[] chosen, int count) {
        int k = 0;
        for (; k + 4 <= count; k += 4) {
            addFour(a, rows[chosen[k]], rows[chosen[k + 1]], rows[chosen[k + 2]], rows[chosen[k + 3]]);
        }
        for (; k < count; k++) {
            add(a, rows[chosen[k]]);
        }
    }

    private static void addFour(float[] a, float[] b, float[] c, float[] d, float[] e) {
        for (int j = 0; j < a.length; j++) {
            a[j] = a[j] + b[j] + c[j] + d[j] + e[j];
        }
    }

    /** Forces each row[columns[k]], k below count, into [low, high]. Modifies row. */
    public static void clamp(float[] row, int[] columns, int count, float low, float high) {
        for (int k = 0; k < count; k++) {
            clampElement(row, columns[k], low, high);
        }
    }

    /** Forces each row[c], c in columns, into [low, high]. Modifies row, and adds to {@code clipped} each c it changed. */
    static void clamp(float[] row, ColumnSet columns, float low, float high, ColumnSet clipped) {
        for (int k = 0; k < columns.count(); k++) {
            int column = columns.columns()[k];
            if (clampElement(row, column, low, high)) {
                clipped.add(column);
            }
        }
    }

    /**
     * Forces a[index] into [low, high]. Modifies a.
     *
     * @return whether it had to change; mostly it need not, and two tests are several times cheaper than Math.min and Math.max
     */
    static boolean clampElement(float[] a, int index, float low, float high) {
        if (a[index] < low) {
            a[index] = low;
            return true;
        }
        if (a[index] > high) {
            a[index] = high;
            return true;
        }
        return false;
    }

    /** Forces each rows[chosen[k]][column], k below count, into [low, high]. Modifies the rows. */
    public static void clampColumn(float[][] rows, int column, int[] chosen, int count, float low, float high) {
        for (int k = 0; k < count; k++) {
            clampElement(rows[chosen[k]], column, low, high);
        }
    }

    /** Forces each rows[i][column] into [low, high]. Modifies the rows. @return whether one had to change */
    static boolean clampColumn(float[][] rows, int column, float low, float high) {
        boolean clipped = false;
        for (float[] row : rows) {
            clipped |= clampElement(row, column, low, high);
        }
        return clipped;
    }

    /**
     * rows[chosen[k]][column] ← rows[chosen[k]][column] + changes[k], then forced into [low, high], k below count. Modifies the
     * rows.
     */
    static void addClampedToColumn(
            float[][] rows, int column, int[] chosen, float[] changes, int count, float low, float high) {
        for (int k = 0; k < count; k++) {
            float[] row = rows[chosen[k]];
            row[column] += changes[k];
            clampElement(row, column, low, high);
        }
    }

    /** sums[k] ← sums[k] + |row[columns[k]]|, k below count. Modifies sums. */
    public static void addMagnitudes(double[] sums, float[] row, int[] columns, int count) {
        for (int k = 0; k < count; k++) {
            sums[k] += Math.abs(row[columns[k]]);
        }
    }

    /** sums[k] ← sums[k] + row[columns[k]]², k below count. Modifies sums. */
    public static void addSquares(double[] sums, float[] row, int[] columns, int count) {
        for (int k = 0; k < count; k++) {
            double w = row[columns[k]];
            sums[k] += w * w;
        }
    }

    /** row[columns[k]] ← row[columns[k]] · factors[k], k below count. Modifies row. */
    public static void scaleColumns(float[] row, int[] columns, int count, float[] factors) {
        for (int k = 0; k < count; k++) {
            row[columns[k]] *= factors[k];
        }
    }
}
