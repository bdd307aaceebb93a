package org.snn4j.network.event;

/**
 * A pair rule as two scalar laws and the two loops that apply them. The laws are enough. A rule that is to be fast has loops of
 * its own, though all are alike: shared by several rules they call the laws through the interface, and cost about fifteen
 * times more.
 */
public interface PairUpdate {
    /** How much a weight changes at a presynaptic spike, given the postsynaptic trace; 0 where that is 0. */
    float onPre(float w, float postTrace);

    /**
     * How much a weight changes at a postsynaptic spike, given the presynaptic trace; 0 where that is 0 unless
     * {@link #changesSilentSources}.
     */
    float onPost(float w, float preTrace);

    /** Whether the laws read the weight. They then see it as it was before the step. */
    default boolean dependsOnWeight() {
        return false;
    }

    /** Whether a postsynaptic spike changes weights from sources whose trace is zero. */
    default boolean changesSilentSources() {
        return false;
    }

    /**
     * A presynaptic spike: applies {@link #onPre} to the synapses of one source.
     *
     * @param row the source's weights by target
     * @param changes modified: the changes are added; may be {@code row} itself
     * @param targets the first {@code count} are the targets whose trace is not zero
     * @param postTraces the traces of those targets, in the same order
     */
    default void addOnPre(float[] row, float[] changes, int[] targets, float[] postTraces, int count) {
        for (int k = 0; k < count; k++) {
            changes[targets[k]] += onPre(row[targets[k]], postTraces[k]);
        }
    }

    /**
     * A postsynaptic spike: applies {@link #onPost} to the synapses of one target.
     *
     * @param rows weights by source, then target
     * @param changes modified in column {@code target}: the changes are added; may be {@code rows} itself
     * @param sources the first {@code count} are the sources to visit
     * @param preTraces the traces of those sources, in the same order
     */
    default void addOnPost(float[][] rows, float[][] changes, int target, int[] sources, float[] preTraces, int count) {
        for (int k = 0; k < count; k++) {
            changes[sources[k]][target] += onPost(rows[sources[k]][target], preTraces[k]);
        }
    }
}
