package org.snn4j.tensor.connection;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.snn4j.tensor.array.Program;

/** What windows see of a layer: one row of the batch for each place of each window, gathered by an index. */
final class Patches {
    private final INDArray byNeuron;
    private final INDArray inside;
    private final INDArray index;
    private final INDArray rows;

    /**
     * @param index for each row the neuron that it shows; one after the last for a place over the border
     * @param border what those show
     */
    Patches(Wiring wiring, int[] index, double border) {
        this.byNeuron = wiring.store().filled(border, wiring.sources() + 1L, wiring.batch());
        this.inside = byNeuron.get(NDArrayIndex.interval(0, wiring.sources()), NDArrayIndex.all());
        this.index = wiring.store().of(index);
        this.rows = wiring.store().zeros(index.length, wiring.batch());
    }

    /** The rows that were gathered last, [index, batch]. */
    INDArray rows() {
        return rows;
    }

    /** Gathers the rows from values of the source neurons, [batch, sources]. */
    Program gather(INDArray values) {
        return new Program().copy(values.transpose(), inside).gather(byNeuron, index, rows);
    }
}
