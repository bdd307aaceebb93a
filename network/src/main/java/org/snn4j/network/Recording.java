package org.snn4j.network;

import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.spikes.SpikeTrain;

/**
 * One variable of one layer or connection as it was in each step, before weights are normalised at the end of a run. Spikes
 * are kept as events, other values densely. How many steps it holds, and of which runs, its {@link Retention} says.
 */
public final class Recording {
    private final Quantity quantity;
    private final Retention retention;
    private final Tape tape;
    private int batch;

    Recording(Quantity quantity, Retention retention) {
        this.quantity = quantity;
        this.retention = retention;
        this.tape = quantity instanceof Quantity.OfLayer layer && Variable.SPIKES.equals(quantity.variable())
                ? new SpikeTape(layer, retention)
                : new ValueTape(quantity, retention);
    }

    /** The layer, "Ae", or the connection, "X-Ae", with "#2" for the second one between the same layers. */
    public String subject() {
        return quantity.subject();
    }

    public Variable variable() {
        return quantity.variable();
    }

    /** The name of its array in files: "Ae.v". */
    public String name() {
        return subject() + "." + variable();
    }

    /** The number of steps that it holds. */
    public int steps() {
        return tape.steps();
    }

    /** The number of samples of the batch that was recorded last. */
    public int batch() {
        return batch;
    }

    /** How often each neuron fired in one sample, [neurons]. */
    public int[] counts(int sample) {
        return spikes().counts(sample);
    }

    /** The spikes of one sample. */
    public SpikeTrain train(int sample) {
        return spikes().train(sample);
    }

    /**
     * Everything that it holds: of a layer [steps, batch, ...shape of the layer]; spikes as bytes, 0 or 1, the rest as floats.
     * What the batch shares has no such dimension: theta is [steps, ...shape of the layer], what a connection has
     * [steps, ...shape of its weights]; of a sparse one [steps, synapses], which {@code Sparse.toDense} makes a matrix of.
     */
    public NdArray values() {
        Shape shape = quantity.sharedByBatch()
                ? quantity.shape().within(steps())
                : quantity.shape().within(steps(), batch);
        return tape.values(shape);
    }

    /** The recorded values as floats. @throws IllegalStateException if this is a recording of spikes */
    public FloatArray floats() {
        if (values() instanceof FloatArray floats) {
            return floats;
        }
        throw new IllegalStateException(
                "this is a " + this + ", which are bytes; values(), counts() or train() would be right");
    }

    /** Forgets all steps. */
    public void clear() {
        tape.clear();
    }

    /** @throws IllegalStateException if it cannot hold a run, which it has not begun then */
    void requireRoom(int runSteps, int runBatch) {
        boolean appends = retention.newRun() == Retention.NewRun.APPENDS;
        if (appends && runBatch != batch && steps() > 0 && !quantity.sharedByBatch()) {
            throw new IllegalStateException("the " + this + " holds steps of " + batch
                    + " samples, to which a run of " + runBatch
                    + " cannot be appended; clear it first, or let it hold the last run only");
        }
        long after = retention.stepsAfter(steps(), runSteps);
        if (tape.size(after, runBatch) > Integer.MAX_VALUE) {
            throw new IllegalStateException("the " + this + " would hold " + after
                    + " steps, more than one array can (" + Integer.MAX_VALUE
                    + " values); clear it first, or let it hold fewer (Retention.lastSteps)");
        }
    }

    /** For messages: "recording of v of layer Ae". */
    @Override
    public String toString() {
        return "recording of " + quantity.describe();
    }

    void begin(int runSteps, int runBatch) {
        if (retention.newRun() == Retention.NewRun.REPLACES) {
            tape.clear();
        }
        batch = runBatch;
        tape.begin(runSteps, runBatch);
    }

    /** Whether a step matters to it in which no neuron fires that is not an input. */
    boolean followsEveryStep() {
        return !(tape instanceof SpikeTape
                && quantity instanceof Quantity.OfLayer layer
                && !(layer.layer().neurons() instanceof Input));
    }

    /** Adds so many steps; of several all but the last are without spikes. */
    void capture(Stepper stepper, int stepsTaken) {
        if (stepsTaken > 1) {
            spikes().pass(stepsTaken - 1);
        }
        tape.capture(stepper);
    }

    private SpikeTape spikes() {
        if (tape instanceof SpikeTape spikes) {
            return spikes;
        }
        throw new IllegalStateException("this is a " + this + "; only a recording of a layer's spikes can be counted");
    }
}
