package org.snn4j.tensor.connection;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Dale's principle: each source neuron excites, or inhibits, as it did at the start. A weight that exciting and inhibiting
 * neurons share stays at zero; where all its sources had none but zeros, it excites.
 */
final class Signs {
    private final float[] weights;
    private final boolean[] exciting;
    private final boolean[] inhibiting;
    private final boolean[] excites;
    private final boolean[] inhibits;

    private Signs(WeightedSynapses synapses, int sources) {
        weights = synapses.weights().data().asFloat();
        exciting = new boolean[sources];
        inhibiting = new boolean[sources];
        excites = new boolean[weights.length];
        inhibits = new boolean[weights.length];
    }

    /**
     * For each weight, in their layout, the sign that it keeps: 1, −1, or 0 if it has to stay zero.
     *
     * @throws IllegalArgumentException naming a source that both excites and inhibits
     */
    static INDArray of(WeightedSynapses synapses, Wiring wiring) {
        Signs signs = new Signs(synapses, wiring.sources());
        synapses.forEachSynapse(signs::look);
        synapses.forEachSynapse(signs::take);
        INDArray array = synapses.zeros();
        array.data().setData(signs.values());
        return array;
    }

    private void look(int source, int weight) {
        exciting[source] |= weights[weight] > 0;
        inhibiting[source] |= weights[weight] < 0;
        if (exciting[source] && inhibiting[source]) {
            throw new IllegalArgumentException("source neuron " + source
                    + " both excites and inhibits at the start; to keep signs, its weights must have one");
        }
    }

    private void take(int source, int weight) {
        excites[weight] |= exciting[source];
        inhibits[weight] |= inhibiting[source];
    }

    private float[] values() {
        float[] values = new float[weights.length];
        for (int weight = 0; weight < values.length; weight++) {
            if (excites[weight]) {
                values[weight] = inhibits[weight] ? 0 : 1;
            } else {
                values[weight] = inhibits[weight] ? -1 : 1;
            }
        }
        return values;
    }
}
