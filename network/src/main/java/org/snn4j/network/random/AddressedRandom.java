package org.snn4j.network.random;

import org.snn4j.network.kernel.ArrayKernels;
import org.snn4j.network.kernel.Philox;

/**
 * Random bits that have an address instead of a history: the same (seed, purpose, sample, index, block) gives the same
 * bits on any machine, in any order and on any thread.
 *
 * <p>The generator is {@link Philox}: seed and purpose make its key; sample, index and block its counter. One block holds
 * four independent 32-bit numbers.
 */
public final class AddressedRandom {
    /** How many 32-bit numbers a block holds. */
    public static final int LANES = Philox.LANES;

    private static final int PURPOSE_SPREAD = 0x9E3779B9;
    private static final float FLOAT_UNIT = 0x1p-24f;

    private final Philox.Key key;

    public AddressedRandom(long seed, Purpose purpose) {
        this.key = new Philox.Key((int) seed, (int) (seed >>> 32) ^ (purpose.code * PURPOSE_SPREAD));
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
        Philox.block(key, sample, index, block, lanes, 0);
    }

    /**
     * Writes the numbers of the first blocks of several indices: those of {@code indices[i]} from 4 · blocks · i on.
     *
     * @param indices the first {@code count} are used
     * @param numbers modified: at least 4 · blocks · count long
     */
    public void blocks(long sample, int[] indices, int count, int blocks, int[] numbers) {
        ArrayKernels.fastest().philox(key, sample, indices, count, blocks, numbers);
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
}
