package org.snn4j.network.connection;

import org.snn4j.network.Parameters;
import org.snn4j.network.array.Shape;

/**
 * A synapse from each source neuron to every target neuron but the one of the same index, all of the same weight. It costs time and memory in
 * proportion to the neurons; there is no matrix.
 *
 * @param weight what a spike adds to the target's membrane potential, mV
 */
public record AllButSelf(double weight) implements Topology {
    public AllButSelf {
        Parameters.finite("AllButSelf", "weight", weight);
    }

    public static AllButSelf of(double weight) {
        return new AllButSelf(weight);
    }

    @Override
    public void requireFit(Shape source, Shape target) {
        Topology.requireSameSize(this, source, target);
    }
}
