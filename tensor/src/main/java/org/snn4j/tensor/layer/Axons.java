package org.snn4j.tensor.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.Run;
import org.snn4j.tensor.array.ArrayStore;

/**
 * What carries the spikes of one layer to another: which of them arrive in a step. Without delays those are the source's own
 * live spikes; with delays, and where runs of both kinds of delivery follow each other, the spikes of earlier steps are kept.
 */
public final class Axons {
    private final TensorLayer source;
    private final TensorLayer target;
    private final int delay;
    private final ArrayStore store;
    private final INDArray arriving;
    private final SpikeHistory history = new SpikeHistory();
    /** The live spikes, while others stand in their place. */
    private final INDArray held;
    /** Spikes that arrive together though they were fired in different steps. */
    private final INDArray together;

    /** Whether this run's spikes arrive in the step that fires them, if there is no delay. */
    private boolean deliversAtOnce;
    /** The same of the run that fired the live spikes. */
    private boolean firedAtOnce;
    /** Whether a run of the other kind may have left spikes that are still under way. */
    private boolean deliveryChanged;

    private boolean silent = true;
    private boolean replaced;

    /** @param delay how much later than the next step spikes arrive, in steps */
    public Axons(TensorLayer source, TensorLayer target, int delay, ArrayStore store) {
        this.source = source;
        this.target = target;
        this.delay = delay;
        this.store = store;
        this.arriving = delay == 0 ? source.spikes() : zeros();
        this.held = zeros();
        this.together = zeros();
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

    /** Prepares, before the first step, for synapses whose spikes arrive up to {@code longer} steps after the others. */
    public void stretch(int longer) {
        while (history.depth() < delay + longer + 1) {
            history.deepen(zeros());
        }
    }

    /** Begins a run. Only the spikes of a layer that is declared before its target can arrive in the step that fires them. */
    public void begin(Run.Delivery delivery) {
        deliversAtOnce = delivery == Run.Delivery.SAME_STEP
                && source.spec().layer() < target.spec().layer();
        if (silent) {
            firedAtOnce = deliversAtOnce;
            history.takeFor(deliversAtOnce);
        }
        deliveryChanged = firedAtOnce != deliversAtOnce || history.holdsOther(deliversAtOnce);
        if (deliveryChanged) {
            stretch(0);
        }
    }

    /** Whether spikes arrive that are fired in the same step, so that the source must have fired before they are fetched. */
    public boolean deliversAtOnce() {
        return deliversAtOnce;
    }

    /** Begins a step, before any layer has moved: keeps the spikes of the last one, if they will be needed. */
    public void turn() {
        if (history.depth() > 0) {
            history.push(source.spikes(), firedAtOnce);
        }
        firedAtOnce = deliversAtOnce;
        silent = false;
    }

    /** Finds the spikes that arrive in this step; {@link #release} must follow. */
    public void fetch() {
        if (delay > 0) {
            arriving.assign(arriving(0));
        } else if (deliveryChanged) {
            INDArray found = arriving(0);
            held.assign(source.spikes());
            source.spikes().assign(found);
            replaced = true;
        }
    }

    /** Ends the time for which {@link #arriving()} holds what arrives, and the source perhaps not its own spikes. */
    public void release() {
        if (replaced) {
            source.spikes().assign(held);
            replaced = false;
        }
    }

    /** The spikes that arrive in a step, [batch, neurons]; the same array in every step. */
    public INDArray arriving() {
        return arriving;
    }

    /** The spikes that arrive {@code longer} steps after the others, [batch, neurons]; 2 where two of a neuron do. */
    public INDArray arriving(int longer) {
        int soonest = delay + longer;
        if (!deliveryChanged) {
            return fired(deliversAtOnce ? soonest : soonest + 1);
        }
        boolean atOnce = soonest == 0 ? deliversAtOnce : history.firedAtOnce(soonest);
        boolean inNextStep = !history.firedAtOnce(soonest + 1);
        if (atOnce && inNextStep) {
            return together.assign(fired(soonest)).addi(fired(soonest + 1));
        }
        return atOnce || inNextStep ? fired(atOnce ? soonest : soonest + 1) : together.assign(0);
    }

    /** How much later than the next step spikes arrive, in steps. */
    public int delay() {
        return delay;
    }

    /** Forgets all spikes. */
    public void reset() {
        history.clear();
        silent = true;
    }

    /** The spikes of {@code age} steps ago, 0 for those of this step. */
    INDArray fired(int age) {
        if (age > 0) {
            return history.get(age);
        }
        return replaced ? held : source.spikes();
    }

    private INDArray zeros() {
        return store.zeros(source.spec().batch(), source.spec().neurons());
    }
}
