package org.snn4j.tensor.layer;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.Layer;
import org.snn4j.network.Variable;
import org.snn4j.network.event.PopulationSpec;
import org.snn4j.tensor.array.ArrayStore;

/** A layer whose spikes count later than they are fired: when they arrive at synapses of one delay. They and their traces are kept apart. */
public final class Arrivals implements SynapseSide {
    private final Axons axons;
    private final int delay;
    private final INDArray spikes;
    private final Optional<SpikeTrace> trace;

    /** @param delay how long after it was fired a spike counts, in steps, at least 1 */
    public Arrivals(Axons axons, int delay, ArrayStore store) {
        this.axons = axons;
        this.delay = delay;
        this.spikes = store.zeros(axons.source().spikes().shape());
        this.trace = layer().trace().map(kept -> new SpikeTrace(kept, spikes, spec(), store));
    }

    /** Called in each step, learning or not, before the layer moves. */
    public void advance() {
        spikes.assign(axons.fired(delay));
        trace.ifPresent(SpikeTrace::advance);
    }

    public void reset() {
        spikes.assign(0);
        trace.ifPresent(SpikeTrace::reset);
    }

    @Override
    public Layer layer() {
        return axons.source().layer();
    }

    @Override
    public PopulationSpec spec() {
        return axons.source().spec();
    }

    @Override
    public INDArray spikes() {
        return spikes;
    }

    /** The trace; other variables have no delay. */
    @Override
    public Optional<INDArray> state(Variable variable) {
        return Variable.TRACE.equals(variable) ? trace.map(SpikeTrace::x) : Optional.empty();
    }
}
