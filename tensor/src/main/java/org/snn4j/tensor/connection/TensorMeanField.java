package org.snn4j.tensor.connection;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.connection.MeanField;
import org.snn4j.tensor.array.Program;

/** {@link MeanField} in ND4J operations. */
final class TensorMeanField implements TensorProjection {
    private final Program deliver;

    TensorMeanField(MeanField connection, Wiring wiring) {
        INDArray share = wiring.store().zeros(wiring.batch());
        deliver = new Program()
                .sums(wiring.arriving(), 1, share)
                .divide(share, wiring.sources())
                .scale(share, connection.weight())
                .addColumn(wiring.input(), share);
    }

    /** I ← I + w mean(s) */
    @Override
    public void deliver() {
        deliver.run();
    }
}
