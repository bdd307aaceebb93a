package org.snn4j.network.connection;

import org.snn4j.network.Parameters;
import org.snn4j.network.array.Shape;

/**
 * One synapse from each source neuron to the target neuron of the same index, all of the same weight. It costs time and memory in
 * proportion to the neurons; there is no matrix.
 *
 * @param weight what a spike adds to the target's membrane potential, mV
 */
public record OneToOne(double weight) implements Topology {
    public OneToOne {
        Parameters.finite("OneToOne", "weight", weight);
    }

    public static OneToOne of(double weight) {
        return new OneToOne(weight);
    }

    @Override
    public void requireFit(Shape source, Shape target) {
        Topology.requireSameSize(this, source, target);
    }
}
