package org.snn4j.network.event;

import org.snn4j.network.Receptor;

/** What carries the spikes of one layer to another: which of them arrive in a step. */
final class Axons {
    private final Population source;
    private final Population target;
    private final int delay;
    private final Receptor receptor;

    /**
     * Those of a connection.
     *
     * @param delay how much later than the next step spikes arrive, in steps
     * @param receptor what they act on
     */
    Axons(Population source, Population target, int delay, Receptor receptor) {
        this.source = source;
        this.target = target;
        this.delay = delay;
        this.receptor = receptor;
        source.rememberFor(delay);
    }

    Population source() {
        return source;
    }

    Population target() {
        return target;
    }

    /** How much later than the next step spikes arrive, in steps. */
    int delay() {
        return delay;
    }

    int batch() {
        return source.spec().batch();
    }

    /** The neurons of the source whose spikes arrive in this step. */
    SpikeList arriving(int sample) {
        return source.arriving(target, sample, delay);
    }

    /** Those whose spikes arrive {@code longer} steps after the others would. */
    SpikeList arriving(int sample, int longer) {
        return source.arriving(target, sample, delay + longer);
    }

    /** Prepares for synapses whose spikes arrive up to {@code longer} steps after the others. */
    void stretch(int longer) {
        source.rememberFor(delay + longer);
    }

    /** The target's input over the connection's receptor, for somebody who is about to add to it. */
    float[] receive(int sample) {
        return receptor == Receptor.EXCITATORY ? target.input(sample).all() : target.inhibition(sample);
    }

    /** The same for somebody who is about to overwrite it, the first in this step. */
    float[] receiveFirst(int sample) {
        return receptor == Receptor.EXCITATORY ? target.input(sample).overwritten() : target.inhibition(sample);
    }

    /** Adds an amount to the input of the neurons of the same indices as those that spiked. */
    void receiveAt(int sample, SpikeList spikes, float amount) {
        if (receptor == Receptor.EXCITATORY) {
            target.input(sample).add(spikes, amount);
        } else {
            Kernels.addAt(target.inhibition(sample), spikes.array(), spikes.count(), amount);
        }
    }
}
