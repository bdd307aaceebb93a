package org.snn4j.network.kernel;

/**
 * One block of the counter-based generator Philox4x32-10: a bijection of a 128-bit counter under a 64-bit key (Salmon,
 * Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011, doi 10.1145/2063384.2063405).
 */
public final class Philox {
    /** How many 32-bit numbers a block holds. */
    public static final int LANES = 4;

    static final int ROUNDS = 10;
    static final int MULTIPLIER_0 = 0xD2511F53;
    static final int MULTIPLIER_1 = 0xCD9E8D57;
    static final int WEYL_0 = 0x9E3779B9;
    static final int WEYL_1 = 0xBB67AE85;

    private Philox() {}

    /** What fixes the bijection: two 32-bit halves. */
    public record Key(int low, int high) {}

    /**
     * The four numbers of the counter (sample, index, block), to numbers[offset] and the three after it. Modifies numbers.
     */
    public static void block(Key key, long sample, int index, int block, int[] numbers, int offset) {
        int k0 = key.low();
        int k1 = key.high();
        int c0 = (int) sample;
        int c1 = (int) (sample >>> 32);
        int c2 = index;
        int c3 = block;
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
        numbers[offset] = c0;
        numbers[offset + 1] = c1;
        numbers[offset + 2] = c2;
        numbers[offset + 3] = c3;
    }
}
