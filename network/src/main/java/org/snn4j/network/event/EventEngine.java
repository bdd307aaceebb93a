package org.snn4j.network.event;

import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.Stepper;

/**
 * Runs networks on a CPU with work in proportion to their spikes: a spike adds one row of weights to its targets' input,
 * learning touches only synapses whose traces are not zero, and inhibition by a single weight is never a matrix.
 */
public final class EventEngine implements Engine {
    @Override
    public String name() {
        return "event";
    }

    @Override
    public Stepper open(Network network, long seed, int batch) {
        return new EventStepper(network, seed, batch);
    }
}
