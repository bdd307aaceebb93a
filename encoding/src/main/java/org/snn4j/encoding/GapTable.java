package org.snn4j.encoding;

/**
 * The distribution of the number of steps between two spikes, ready to be drawn from by inversion: the gap is the least k
 * with u below F(k). A guide table tells most gaps by one comparison and without a branch, which would often be foreseen wrongly.
 */
final class GapTable {
    /** What {@link #gap} returns when the next spike comes after the end of the window. */
    static final int BEYOND = Integer.MAX_VALUE;

    private static final int GUIDE_BITS = 8;
    /** Probabilities are compared as 31-bit fractions. */
    private static final int FRACTION_BITS = 31;

    private static final int OFFSET_BITS = FRACTION_BITS - GUIDE_BITS;
    private static final int OFFSET = (1 << OFFSET_BITS) - 1;
    /** The guide tells shorter gaps than this only: with longer ones its entries would become negative. */
    private static final int LONGEST_GUIDED = (1 << GUIDE_BITS) - 2;

    private final int[] cumulative;
    /**
     * By the first bits of the fraction, what the other bits are added to so that the first bits of the sum are the gap: it is
     * longer by one where the other bits carry. Where more than two gaps are possible, or long ones, the complement of where to
     * search from.
     */
    private final int[] guide;
    /** What the greatest fraction stands for, which is below no entry: the first gap that is never exceeded. */
    private final int longest;

    private GapTable(int[] cumulative) {
        this.cumulative = cumulative;
        this.longest = longest(cumulative);
        this.guide = new int[1 << GUIDE_BITS];
        int k = 0;
        for (int slot = 0; slot < guide.length; slot++) {
            long least = (long) slot << OFFSET_BITS;
            while (k < cumulative.length && cumulative[k] <= least) {
                k++;
            }
            guide[slot] = guide(k, least);
        }
    }

    /** @param k the first entry above the least fraction of a slot */
    private int guide(int k, long least) {
        long beyond = least + OFFSET + 1;
        if (k >= LONGEST_GUIDED) {
            return ~k;
        }
        if (reaches(k, beyond)) {
            return k + 1 << OFFSET_BITS;
        }
        return reaches(k + 1, beyond) ? (k + 1 << OFFSET_BITS) + (int) (beyond - cumulative[k]) : ~k;
    }

    private boolean reaches(int k, long fraction) {
        return k < cumulative.length && cumulative[k] >= fraction;
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
        int start = guide[u >>> OFFSET_BITS];
        return start > 0 ? start + (u & OFFSET) >>> OFFSET_BITS : search(u, ~start);
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
