package org.snn4j.encoding;

/**
 * The distribution of the number of steps between two spikes, ready to be drawn from by inversion: the gap is the least k
 * with u below F(k). A guide table starts the search so near that it takes about one comparison.
 */
final class GapTable {
    /** What {@link #gap} returns when the next spike comes after the end of the window. */
    static final int BEYOND = Integer.MAX_VALUE;

    private static final int GUIDE_BITS = 8;
    /** Probabilities are compared as 31-bit fractions. */
    private static final int FRACTION_BITS = 31;

    private final int[] cumulative;
    /** By the first bits of the fraction: the gap, or if these bits do not tell, its complement and where to search from. */
    private final short[] guide;
    /** What the greatest fraction stands for, which is below no entry: the first gap that is never exceeded. */
    private final int longest;

    private GapTable(int[] cumulative) {
        this.cumulative = cumulative;
        this.longest = longest(cumulative);
        this.guide = new short[1 << GUIDE_BITS];
        int k = 0;
        for (int slot = 0; slot < guide.length; slot++) {
            long least = (long) slot << (FRACTION_BITS - GUIDE_BITS);
            long beyond = (long) (slot + 1) << (FRACTION_BITS - GUIDE_BITS);
            while (k < cumulative.length && cumulative[k] <= least) {
                k++;
            }
            int from = Math.min(k, Short.MAX_VALUE - 1);
            boolean tells = from < cumulative.length && from == k && cumulative[k] >= beyond;
            guide[slot] = (short) (tells ? k + 1 : ~from);
        }
    }

    /**
     * A table of a distribution over whole gaps.
     *
     * @param cumulative F(k): the probability that the gap is at most k steps, asked for k from 1 to {@code steps} in
     *     this order
     */
    static GapTable of(int steps, CumulativeGap cumulative) {
        int[] table = new int[steps];
        for (int k = 1; k <= steps; k++) {
            table[k - 1] = (int) (Math.min(cumulative.upTo(k), 1) * Integer.MAX_VALUE);
        }
        return new GapTable(table);
    }

    /** The gap in steps, at least 1, that 32 uniform bits stand for; {@link #BEYOND} if longer than the table. */
    int gap(int bits) {
        int u = bits >>> 1;
        int found = guide[u >>> (FRACTION_BITS - GUIDE_BITS)];
        return found > 0 ? found : search(u, ~found);
    }

    private int search(int u, int from) {
        for (int k = from; k < cumulative.length; k++) {
            if (u < cumulative[k]) {
                return k + 1;
            }
        }
        return u == Integer.MAX_VALUE ? longest : BEYOND;
    }

    private static int longest(int[] cumulative) {
        for (int k = 0; k < cumulative.length; k++) {
            if (cumulative[k] == Integer.MAX_VALUE) {
                return k + 1;
            }
        }
        return BEYOND;
    }

    /** F of a distribution over gaps. */
    @FunctionalInterface
    interface CumulativeGap {
        double upTo(int k);
    }
}
