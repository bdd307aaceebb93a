package org.snn4j.network.event;

import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.Stepper;

/**
 * Runs networks on a CPU with work in proportion to their spikes: a spike adds one row of weights to its targets' input,
 * learning touches only synapses whose traces are not zero, and inhibition by a single weight is never a matrix.
 */
public final class EventEngine implements Engine {
    private final int threads;

    /**
     * An engine.
     *
     * @param threads how many threads may work for one simulation; the results are the same to the bit
     * @throws IllegalArgumentException if there is none
     */
    public EventEngine(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("an engine with " + threads + " threads; it needs at least 1");
        }
        this.threads = threads;
    }

    @Override
    public String name() {
        return "event";
    }

    @Override
    public Stepper open(Network network, long seed, int batch) {
        return new EventStepper(network, seed, batch, threads);
    }
}
