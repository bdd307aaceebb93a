package org.snn4j.network.event;

/**
 * What a simulation carries from run to run, piece by piece on its way out of it, or into another one. Whoever has state
 * names its pieces once, in one order, for both: each is copied out, or overwritten by what was copied out before.
 */
public interface StateTransfer {
    /** @param live copied, or overwritten */
    void floats(float... live);

    /** @param live copied, or overwritten */
    void wholes(int... live);

    /** @param live copied, or overwritten */
    void list(SpikeList live);

    /** @return what to go on with: the same, or what was copied out before */
    int whole(int live);

    /** As {@link #whole}. */
    default boolean flag(boolean live) {
        return whole(live ? 1 : 0) != 0;
    }
}
