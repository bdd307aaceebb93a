package org.snn4j.tensor.connection;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.tensor.array.Program;

/** {@link AllButSelf} in ND4J operations: the number of spikes less the neuron's own, never a matrix of weights. */
final class TensorAllButSelf implements TensorProjection {
    private final Program deliver;

    TensorAllButSelf(AllButSelf connection, Wiring wiring) {
        INDArray spikes = wiring.arriving();
        INDArray count = wiring.store().zeros(wiring.batch());
        INDArray others = wiring.targetZeros();
        deliver = new Program()
                .sums(spikes, 1, count)
                .subtractFromColumn(count, spikes, others)
                .scale(others, connection.weight())
                .add(wiring.input(), others);
    }

    /** I ← I + w (Σ s − s) */
    @Override
    public void deliver() {
        deliver.run();
    }
}
