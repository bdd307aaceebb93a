package org.snn4j.tensor.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.Trace;
import org.snn4j.network.event.PopulationSpec;
import org.snn4j.tensor.array.ArrayStore;
import org.snn4j.tensor.array.Program;
import org.snn4j.tensor.neuron.Cells;

/** The spike traces of a layer: x ← x e^(−dt/tau) in each step, and on a spike x ← scale or x ← x + scale. */
public final class SpikeTrace {
    private final INDArray x;
    private final Program decay;
    private final Program addSpikes;

    /**
     * A trace that is 0 yet.
     *
     * @param spikes [batch, neurons], live
     * @param spec of the layer that fires them
     */
    public SpikeTrace(Trace trace, INDArray spikes, PopulationSpec spec, ArrayStore store) {
        x = store.zeros(spikes.shape());
        INDArray scratch = store.zeros(spikes.shape());
        decay = new Program()
                .scale(x, spec.decay(trace.tau()))
                .snapToZero(x, Program.FLOOR * (float) Math.abs(trace.scale()), scratch);
        addSpikes = trace.onSpike() == Trace.OnSpike.ADD
                ? new Program().addScaled(x, spikes, trace.scale())
                : new Program().replace(x, spikes, trace.scale(), scratch);
    }

    SpikeTrace(Trace trace, Cells cells) {
        this(trace, cells.spikes(), cells.spec(), cells.store());
    }

    /** The live values. */
    public INDArray x() {
        return x;
    }

    /** One step: decay, then the step's spikes. */
    public void advance() {
        decay();
        addSpikes();
    }

    /** The first half of a step. */
    public void decay() {
        decay.run();
    }

    /** The second half of a step. */
    public void addSpikes() {
        addSpikes.run();
    }

    public void reset() {
        x.assign(0);
    }
}
