package org.snn4j.tensor.layer;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.tensor.array.ArrayStore;

/**
 * What carries the spikes of one layer to another: which of them arrive in a step. Without delays those are the source's own
 * live spikes; with delays the spikes of earlier steps are kept.
 */
public final class Axons {
    private final TensorLayer source;
    private final TensorLayer target;
    private final int delay;
    private final ArrayStore store;
    private final INDArray arriving;
    /** The spikes of the last steps, of which {@code newest} is the last; none without delays. */
    private final List<INDArray> history = new ArrayList<>();

    private int newest;
    private int age = 1;

    /** @param delay how much later than the next step spikes arrive, in steps */
    public Axons(TensorLayer source, TensorLayer target, int delay, ArrayStore store) {
        this.source = source;
        this.target = target;
        this.delay = delay;
        this.store = store;
        this.arriving = delay == 0 ? source.spikes() : zeros();
        if (delay > 0) {
            stretch(0);
        }
    }

    public TensorLayer source() {
        return source;
    }

    public TensorLayer target() {
        return target;
    }

    /** Whether the source is declared before the target, so that its spikes can arrive in the step that fires them. */
    public boolean leadOn() {
        return source.spec().layer() < target.spec().layer();
    }

    /** Prepares, before the first step, for synapses whose spikes arrive up to {@code longer} steps after the others. */
    public void stretch(int longer) {
        while (history.size() < delay + longer + 1) {
            history.add(zeros());
        }
    }

    /** Begins a step, before any layer has moved: keeps the spikes of the last one, if they will be needed. */
    public void turn() {
        if (!history.isEmpty()) {
            newest = (newest + 1) % history.size();
            history.get(newest).assign(source.spikes());
        }
    }

    /** Finds the spikes that arrive in this step. @param atOnce whether the source has fired this step's already */
    public void fetch(boolean atOnce) {
        age = atOnce ? delay : delay + 1;
        if (delay > 0) {
            arriving.assign(arriving(0));
        }
    }

    /** The spikes that arrive in a step, [batch, neurons]; the same array in every step. */
    public INDArray arriving() {
        return arriving;
    }

    /** The spikes that arrive {@code longer} steps after the others, [batch, neurons]. */
    public INDArray arriving(int longer) {
        int steps = age + longer;
        return steps == 0 ? source.spikes() : history.get(Math.floorMod(newest - steps + 1, history.size()));
    }

    /** Forgets all spikes. */
    public void reset() {
        history.forEach(spikes -> spikes.assign(0));
    }

    private INDArray zeros() {
        return store.zeros(source.spec().batch(), source.spec().neurons());
    }
}
