package org.snn4j.network.event;

/**
 * A pair rule as two scalar laws and the two loops that apply them. The loops belong to each rule so that the compiler
 * sees one law in each. A law must leave the weight alone when the trace is zero: the engine visits only synapses whose
 * trace is not.
 */
public interface PairUpdate {
    /** The weight after a presynaptic spike, given the postsynaptic trace. */
    float onPre(float w, float postTrace);

    /** The weight after a postsynaptic spike, given the presynaptic trace. */
    float onPost(float w, float preTrace);

    /**
     * A presynaptic spike: applies {@link #onPre} to the synapses of one source.
     *
     * @param row the source's weights by target; modified
     * @param targets the first {@code count} are the targets whose trace is not zero
     * @param postTraces the traces of those targets, in the same order
     */
    void onPre(float[] row, int[] targets, float[] postTraces, int count);

    /**
     * A postsynaptic spike: applies {@link #onPost} to the synapses of one target.
     *
     * @param rows weights by source, then target; modified in column {@code target}
     * @param sources the first {@code count} are the sources whose trace is not zero
     * @param preTraces the traces of those sources, in the same order
     */
    void onPost(float[][] rows, int target, int[] sources, float[] preTraces, int count);
}
