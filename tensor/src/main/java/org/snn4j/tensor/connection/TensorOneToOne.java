package org.snn4j.tensor.connection;

import org.snn4j.network.connection.OneToOne;
import org.snn4j.tensor.array.Program;

/** {@link OneToOne} in ND4J operations. */
final class TensorOneToOne implements TensorProjection {
    private final Program deliver;

    TensorOneToOne(OneToOne connection, Wiring wiring) {
        deliver = new Program().addScaled(wiring.input(), wiring.arriving(), connection.weight());
    }

    /** I ← I + w s */
    @Override
    public void deliver() {
        deliver.run();
    }
}
