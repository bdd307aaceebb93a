package org.snn4j.datasets.images;

/**
 * Orders that a seed fixes, on every machine and in every version: Fisher and Yates's shuffle, driven by SplitMix64.
 *
 * <p>Starting with 0, 1, 2, ..., for i from size − 1 down to 1, the number at place i changes places with that at
 * floor((i + 1) u / 2^32), where u is the upper half of the next 64 random bits. The k-th random number, counted from 1,
 * is mix(seed + k · 0x9E3779B97F4A7C15): it has an address, the seed and its index, and is what {@code new
 * java.util.SplittableRandom(seed)} gives as its k-th {@code nextLong()}. An order takes size − 1 of them. That places
 * are drawn with unequal chances differs from equal ones by less than size / 2^32.
 *
 * @see <a href="https://doi.org/10.1145/2660193.2660195">Steele, Lea and Flood 2014, Fast splittable pseudorandom number
 *     generators</a>
 */
public final class Shuffle {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private Shuffle() {}

    /**
     * The numbers from 0 to {@code size - 1}, each once.
     *
     * @throws IllegalArgumentException if the size is negative
     */
    public static int[] order(int size, long seed) {
        if (size < 0) {
            throw new IllegalArgumentException("the size of an order is " + size + ", but must be at least 0");
        }
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        long state = seed;
        for (int i = size - 1; i > 0; i--) {
            state += GOLDEN_GAMMA;
            int other = (int) ((mix(state) >>> 32) * (i + 1) >>> 32);
            int moved = order[i];
            order[i] = order[other];
            order[other] = moved;
        }
        return order;
    }

    /** Stafford's thirteenth variant of MurmurHash3's finaliser. */
    static long mix(long z) {
        long mixed = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
