package org.snn4j.network.random;

/**
 * Random bits that have an address instead of a history: the same (seed, purpose, sample, index, block) gives the same
 * bits on any machine, in any order and on any thread.
 *
 * <p>The generator is Philox4x32-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3",
 * SC 2011, doi 10.1145/2063384.2063405): a bijection of a 128-bit counter under a 64-bit key. Seed and purpose make the
 * key; sample, index and block the counter. One block holds four independent 32-bit numbers.
 */
public final class AddressedRandom {
    /** How many 32-bit numbers a block holds. */
    public static final int LANES = 4;

    private static final int ROUNDS = 10;
    private static final int MULTIPLIER_0 = 0xD2511F53;
    private static final int MULTIPLIER_1 = 0xCD9E8D57;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;
    private static final float FLOAT_UNIT = 0x1p-24f;

    private final int key0;
    private final int key1;

    public AddressedRandom(long seed, Purpose purpose) {
        this.key0 = (int) seed;
        this.key1 = (int) (seed >>> 32) ^ (purpose.code * WEYL_0);
    }

    /**
     * Writes the four 32-bit numbers of one block.
     *
     * @param sample which presentation or object the numbers belong to
     * @param index which neuron, pixel or row in it
     * @param block which four numbers of that one
     * @param lanes modified: at least {@value #LANES} long
     */
    public void block(long sample, int index, int block, int[] lanes) {
        philox((int) sample, (int) (sample >>> 32), index, block, lanes);
    }

    /** A seed of its own for a part of a program, such as the test pass: as far from this one as any other. */
    public static long derive(long seed, Purpose purpose, long part) {
        int[] lanes = new int[LANES];
        new AddressedRandom(seed, purpose).block(part, 0, 0, lanes);
        return ((long) lanes[1] << 32) | (lanes[0] & 0xFFFFFFFFL);
    }

    /** A float in [0, 1) from the upper 24 bits of a 32-bit number. */
    public static float unitFloat(int bits) {
        return (bits >>> 8) * FLOAT_UNIT;
    }

    /** A whole number in [0, bound) from a 32-bit number; its bias is below bound / 2^32. */
    public static int below(int bound, int bits) {
        return (int) (((bits & 0xFFFFFFFFL) * bound) >>> 32);
    }

    private void philox(int c0, int c1, int c2, int c3, int[] lanes) {
        int k0 = key0;
        int k1 = key1;
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = (MULTIPLIER_0 & 0xFFFFFFFFL) * (c0 & 0xFFFFFFFFL);
            long product1 = (MULTIPLIER_1 & 0xFFFFFFFFL) * (c2 & 0xFFFFFFFFL);
            c0 = (int) (product1 >>> 32) ^ c1 ^ k0;
            c1 = (int) product1;
            c2 = (int) (product0 >>> 32) ^ c3 ^ k1;
            c3 = (int) product0;
            k0 += WEYL_0;
            k1 += WEYL_1;
        }
        lanes[0] = c0;
        lanes[1] = c1;
        lanes[2] = c2;
        lanes[3] = c3;
    }
}
