package org.snn4j.network.event;

/**
 * Dale's principle for weights that several synapses may share: each source neuron excites, or inhibits, as it did at the
 * start. A weight that exciting and inhibiting neurons share stays at zero; where all its sources had none but zeros, it
 * excites.
 */
final class WeightSigns {
    private final boolean[] excites;
    private final boolean[] inhibits;

    /**
     * @param w the weights at the start
     * @throws IllegalArgumentException naming a source that both excites and inhibits
     */
    WeightSigns(SynapseTable.Side outgoing, float[] w) {
        excites = new boolean[w.length];
        inhibits = new boolean[w.length];
        for (int source = 0; source < outgoing.first().length - 1; source++) {
            take(source, outgoing, w);
        }
        for (int weight = 0; weight < w.length; weight++) {
            excites[weight] |= !inhibits[weight];
        }
    }

    /** Modifies w. */
    void apply(float[] w) {
        for (int weight = 0; weight < w.length; weight++) {
            if (excites[weight] && w[weight] < 0 || inhibits[weight] && w[weight] > 0) {
                w[weight] = 0;
            }
        }
    }

    private void take(int source, SynapseTable.Side outgoing, float[] w) {
        int from = outgoing.first()[source];
        int to = outgoing.first()[source + 1];
        boolean positive = false;
        boolean negative = false;
        for (int s = from; s < to; s++) {
            positive |= w[outgoing.weight()[s]] > 0;
            negative |= w[outgoing.weight()[s]] < 0;
        }
        if (positive && negative) {
            throw new IllegalArgumentException("source neuron " + source
                    + " both excites and inhibits at the start; to keep signs, its weights must have one");
        }
        for (int s = from; s < to; s++) {
            excites[outgoing.weight()[s]] |= positive;
            inhibits[outgoing.weight()[s]] |= negative;
        }
    }
}
