package org.snn4j.network.kernel;

import static org.snn4j.network.kernel.CacheLine.LEAD;

import java.util.Arrays;

/**
 * The kernels as loops over whole arrays from 0, the form that HotSpot vectorises by itself where it can. What they compute
 * is what the others must.
 */
final class PlainKernels implements ArrayKernels {
    private final String description;

    PlainKernels(String description) {
        this.description = description;
    }

    @Override
    public String vectorUnit() {
        return description;
    }

    /** Wide, because every row costs the set-up of a loop, yet narrow enough for the second-level cache. */
    @Override
    public int tileWidth() {
        return 512;
    }

    @Override
    public void sumRows(
            float[][] rows,
            int width,
            int[] chosen,
            int[] first,
            int from,
            int to,
            float[] scratch,
            float[] sums,
            int offset,
            int stride) {
        for (int step = from; step < to; step++) {
            Arrays.fill(scratch, LEAD, LEAD + width, 0);
            int k = first[step];
            int end = first[step + 1];
            for (; k + 4 <= end; k += 4) {
                addFour(scratch, width, rows[chosen[k]], rows[chosen[k + 1]], rows[chosen[k + 2]], rows[chosen[k + 3]]);
            }
            for (; k < end; k++) {
                add(scratch, rows[chosen[k]], width);
            }
            System.arraycopy(scratch, LEAD, sums, offset + (step - from) * stride, width);
        }
    }

    private static void addFour(float[] a, int width, float[] b, float[] c, float[] d, float[] e) {
        for (int j = LEAD; j < LEAD + width; j++) {
            a[j] = a[j] + b[j] + c[j] + d[j] + e[j];
        }
    }

    @Override
    public void addClamped(float[] row, float[] change, int width, float low, float high) {
        for (int j = LEAD; j < LEAD + width; j++) {
            row[j] = clamp(row[j] + change[j], low, high);
        }
    }

    @Override
    public void add(float[] row, float[] change, int width) {
        for (int j = LEAD; j < LEAD + width; j++) {
            row[j] += change[j];
        }
    }

    @Override
    public void clamp(float[] row, int width, float low, float high) {
        for (int j = LEAD; j < LEAD + width; j++) {
            row[j] = clamp(row[j], low, high);
        }
    }

    /** Two tests that mostly fail: several times cheaper than Math.min and Math.max. */
    private static float clamp(float a, float low, float high) {
        if (a < low) {
            return low;
        }
        return a > high ? high : a;
    }

    @Override
    public void sumMagnitudes(float[][] rows, int width, double[] sums) {
        Arrays.fill(sums, 0, width, 0);
        for (float[] row : rows) {
            for (int j = 0; j < width; j++) {
                sums[j] += Math.abs(row[LEAD + j]);
            }
        }
    }

    @Override
    public void sumSquares(float[][] rows, int width, double[] sums) {
        Arrays.fill(sums, 0, width, 0);
        for (float[] row : rows) {
            for (int j = 0; j < width; j++) {
                double w = row[LEAD + j];
                sums[j] += w * w;
            }
        }
    }

    @Override
    public int crossings(float[] v, float threshold, int[] crossed) {
        return crossings(v, threshold, 0, v.length, crossed, 0);
    }

    @Override
    public int leakAddCross(
            float[] v, float rest, float decay, float[] input, float threshold, float[] theta, int[] crossed) {
        leakAndAdd(v, rest, decay, input, 0);
        return crossings(v, threshold, theta, 0, v.length, crossed, 0);
    }

    @Override
    public boolean leakAddReaches(
            float[] v,
            float rest,
            float decay,
            float[] input,
            int offset,
            float threshold,
            float[] theta,
            float[] next) {
        leakAndAdd(v, rest, decay, input, offset, next);
        return reaches(next, threshold, theta);
    }

    @Override
    public void scale(float[] a, float factor, float[] scaled) {
        for (int j = 0; j < a.length; j++) {
            scaled[j] = a[j] * factor;
        }
    }

    private static void leakAndAdd(float[] v, float rest, float decay, float[] input, int offset, float[] next) {
        for (int j = 0; j < v.length; j++) {
            next[j] = (v[j] - rest) * decay + rest + input[offset + j];
        }
    }

    private static boolean reaches(float[] v, float threshold, float[] theta) {
        boolean reaches = false;
        for (int j = 0; j < v.length; j++) {
            reaches |= v[j] >= threshold + theta[j];
        }
        return reaches;
    }

    @Override
    public void addClampedAndSum(
            float[][] rows,
            int width,
            int[] chosen,
            int from,
            int to,
            float[] change,
            float low,
            float high,
            float[] sums) {
        Arrays.fill(sums, 0, width, 0);
        for (int k = from; k < to; k++) {
            float[] row = rows[chosen[k]];
            for (int j = 0; j < width; j++) {
                row[LEAD + j] = clamp(row[LEAD + j] + change[LEAD + j], low, high);
                sums[j] += row[LEAD + j];
            }
        }
    }

    static void leakAndAdd(float[] v, float rest, float decay, float[] input, int from) {
        for (int j = from; j < v.length; j++) {
            v[j] = (v[j] - rest) * decay + rest + input[j];
        }
    }

    /** Adds the j in [from, to) with v[j] ≥ threshold to the first {@code count} of {@code crossed}. @return how many there are now */
    static int crossings(float[] v, float threshold, int from, int to, int[] crossed, int count) {
        int found = count;
        for (int j = from; j < to; j++) {
            if (v[j] >= threshold) {
                crossed[found++] = j;
            }
        }
        return found;
    }

    /** As the other, with v[j] ≥ threshold + theta[j]. */
    static int crossings(float[] v, float threshold, float[] theta, int from, int to, int[] crossed, int count) {
        int found = count;
        for (int j = from; j < to; j++) {
            if (v[j] >= threshold + theta[j]) {
                crossed[found++] = j;
            }
        }
        return found;
    }

    @Override
    public void philox(Philox.Key key, long sample, int[] indices, int count, int blocks, int[] numbers) {
        for (int i = 0; i < count; i++) {
            for (int b = 0; b < blocks; b++) {
                Philox.block(key, sample, indices[i], b, numbers, Philox.LANES * (blocks * i + b));
            }
        }
    }

    @Override
    public String toString() {
        return "plain";
    }
}
