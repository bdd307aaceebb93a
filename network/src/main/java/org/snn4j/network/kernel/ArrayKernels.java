package org.snn4j.network.kernel;

/**
 * The inner loops that the Java compiler does not turn into good machine code by itself. There are two sets, in plain Java
 * and on {@code jdk.incubator.vector}, with the same results to the bit: each element goes through the same floating-point
 * operations in the same order, whatever its neighbours. Arrays that are not said to be modified are only read.
 *
 * <p>Widths are multiples of {@value #LANES}. A row has its elements from {@link CacheLine#LEAD} on: below, row[j] means the
 * j-th of them.
 */
public interface ArrayKernels {
    /** What widths are a multiple of: the floats of the widest vector, and of a cache line. */
    int LANES = 16;

    /** The set that this Java machine runs best, chosen once. */
    static ArrayKernels fastest() {
        return FastestKernels.CHOSEN;
    }

    /** What the kernels run on, for people: the width of the vector unit, or why there is none. */
    String vectorUnit();

    /**
     * Into how wide tiles a weight matrix is best cut, in floats, so that the rows that a sample uses stay in the first-level
     * cache.
     */
    int tileWidth();

    /**
     * For each step s from {@code from} to {@code to - 1}: sums[offset + (s − from) · stride + j] ←
     * ((0 + rows[r0][j]) + rows[r1][j]) + …, j below width, the rows being {@code chosen[first[s]]} to
     * {@code chosen[first[s + 1] - 1]}. Modifies sums, of which offset counts all elements, and scratch, a row.
     */
    void sumRows(
            float[][] rows,
            int width,
            int[] chosen,
            int[] first,
            int from,
            int to,
            float[] scratch,
            float[] sums,
            int offset,
            int stride);

    /** row[j] ← row[j] + change[j], change being a row too, then forced into [low, high], j below width. Modifies row. */
    void addClamped(float[] row, float[] change, int width, float low, float high);

    /** row[j] ← row[j] + change[j], j below width. Modifies row. */
    void add(float[] row, float[] change, int width);

    /** Forces row[j] into [low, high], j below width. Modifies row. */
    void clamp(float[] row, int width, float low, float high);

    /** sums[j] ← ((0 + |rows[0][j]|) + |rows[1][j]|) + …, j below width. Modifies sums, no row. */
    void sumMagnitudes(float[][] rows, int width, double[] sums);

    /** sums[j] ← ((0 + rows[0][j]²) + rows[1][j]²) + …, j below width, in double precision. Modifies sums, no row. */
    void sumSquares(float[][] rows, int width, double[] sums);

    /**
     * Writes the j with v[j] ≥ threshold to the start of {@code crossed}, ascending. Modifies crossed.
     *
     * @return how many there are
     */
    int crossings(float[] v, float threshold, int[] crossed);

    /**
     * v ← (v − rest) · decay + rest + input; then writes the j with v[j] ≥ threshold + theta[j] to the start of
     * {@code crossed}, ascending. Modifies v and crossed.
     *
     * @return how many there are
     */
    int leakAddCross(float[] v, float rest, float decay, float[] input, float threshold, float[] theta, int[] crossed);

    /**
     * next[j] ← (v[j] − rest) · decay + rest + input[offset + j]. Modifies next, another array than v.
     *
     * @return whether any next[j] ≥ threshold + theta[j]
     */
    boolean leakAddReaches(
            float[] v,
            float rest,
            float decay,
            float[] input,
            int offset,
            float threshold,
            float[] theta,
            float[] next);

    /** scaled ← a · factor. Modifies scaled, another array than a. */
    void scale(float[] a, float factor, float[] scaled);

    /**
     * For r of {@code chosen[from]} to {@code chosen[to - 1]}, each another: row r as {@link #addClamped} leaves it, and
     * sums[j] ← ((0 + rows[r0][j]) + rows[r1][j]) + …, j below width. Modifies those rows and sums.
     */
    void addClampedAndSum(
            float[][] rows,
            int width,
            int[] chosen,
            int from,
            int to,
            float[] change,
            float low,
            float high,
            float[] sums);

    /**
     * Blocks of the counter-based generator {@link Philox}: for i below count and b below blocks the four numbers of the counter
     * (sample, indices[i], b), to numbers[4 (blocks i + b)] and on. Modifies numbers.
     */
    void philox(Philox.Key key, long sample, int[] indices, int count, int blocks, int[] numbers);
}
