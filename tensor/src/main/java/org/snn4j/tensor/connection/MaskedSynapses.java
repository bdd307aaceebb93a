package org.snn4j.tensor.connection;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.tensor.array.Program;
import org.snn4j.tensor.learning.Synapses;

/**
 * Some of a connection's synapses, in the layout of all: rules reach only those.
 *
 * @param mask 1 for those, else 0
 * @param scratch in the same layout
 */
record MaskedSynapses(Synapses all, INDArray mask, INDArray scratch) implements Synapses {
    @Override
    public INDArray weights() {
        return all.weights();
    }

    @Override
    public INDArray zeros() {
        return all.zeros();
    }

    @Override
    public Pairs pairs(INDArray before, INDArray after) {
        return (field, factor) -> new Program()
                .set(scratch, 0)
                .then(all.pairs(before, after).addTo(scratch, factor))
                .multiply(scratch, mask)
                .add(field, scratch);
    }
}
