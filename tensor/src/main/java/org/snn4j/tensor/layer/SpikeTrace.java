package org.snn4j.tensor.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.Trace;
import org.snn4j.tensor.array.Program;
import org.snn4j.tensor.neuron.Cells;

/** The spike traces of a layer: x ← x e^(−dt/tau) in each step, and on a spike x ← scale or x ← x + scale. */
final class SpikeTrace {
    private final INDArray x;
    private final Program advance;

    SpikeTrace(Trace trace, Cells cells) {
        x = cells.zeros();
        advance = new Program()
                .scale(x, cells.spec().decay(trace.tau()))
                .snapToZero(x, Program.FLOOR * (float) Math.abs(trace.scale()), cells.scratch());
        if (trace.onSpike() == Trace.OnSpike.ADD) {
            advance.addScaled(x, cells.spikes(), trace.scale());
        } else {
            advance.replace(x, cells.spikes(), trace.scale(), cells.scratch());
        }
    }

    INDArray x() {
        return x;
    }

    /** One step: decay, then the step's spikes. */
    void advance() {
        advance.run();
    }

    void reset() {
        x.assign(0);
    }
}
