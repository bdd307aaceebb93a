package org.snn4j.tensor.learning;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.tensor.array.Program;
import org.snn4j.tensor.translation.Step;

/** What happens in each step to values that decay: those that are about to become subnormal become zero, now and then. */
public final class Decay {
    private static final int SNAP_INTERVAL = 64;

    private final Program scale;
    private final Program snap;

    /** @param factor what remains of a value after one step */
    public Decay(INDArray values, double factor) {
        scale = new Program().scale(values, factor);
        snap = new Program().snapToZero(values);
    }

    /** values ← values · factor */
    public void run(Step now) {
        scale.run();
        if (now.index() % SNAP_INTERVAL == 0) {
            snap.run();
        }
    }
}
