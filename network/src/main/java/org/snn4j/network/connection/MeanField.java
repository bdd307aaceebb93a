package org.snn4j.network.connection;

import org.snn4j.network.Parameters;
import org.snn4j.network.array.Shape;

/**
 * Every target receives the share of source neurons that fired, times a weight: mean(s) · w.
 *
 * @param weight what the target's membrane potential gains when all fire, mV
 */
public record MeanField(double weight) implements Topology {
    public MeanField {
        Parameters.finite("MeanField", "weight", weight);
    }

    @Override
    public void requireFit(Shape source, Shape target) {
        // Layers of any shape go together.
    }
}
