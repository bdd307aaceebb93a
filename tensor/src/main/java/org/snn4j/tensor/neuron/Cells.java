package org.snn4j.tensor.neuron;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.event.PopulationSpec;
import org.snn4j.tensor.array.ArrayStore;

/**
 * What the state of a layer is made for, and the arrays that it shares with the engine; all are [batch, neurons].
 *
 * @param spec its place, sizes, step length and seed
 * @param input the total input of a step, mV; free to be modified, the engine clears it
 * @param spikes where a step's spikes go, 1 or 0
 * @param scratch for values that are needed within one operation or two
 * @param store where further arrays come from
 */
public record Cells(PopulationSpec spec, INDArray input, INDArray spikes, INDArray scratch, ArrayStore store) {
    /** Zeros, [batch, neurons]. */
    public INDArray zeros() {
        return store.zeros(spec.batch(), spec.neurons());
    }

    /** Zeros that the batch shares, [neurons]. */
    public INDArray sharedZeros() {
        return store.zeros(spec.neurons());
    }
}
