package org.snn4j.network.connection;

import java.util.Objects;
import org.snn4j.network.Parameters;
import org.snn4j.network.array.Shape;

/**
 * Passes the spikes of one neuron of each window: the one that has fired most lately. In each step the running rate r of a
 * source neuron becomes r (1 − decay) + s; a target receives {@code weight} when its window's neuron of the highest rate, of
 * several the first, fires.
 *
 * @param windows over each channel by itself
 * @param decay what share of its running rate a neuron loses in a step
 * @param weight what a spike adds to the target's membrane potential, mV
 */
public record MaxPool(Windows windows, double decay, double weight) implements Topology {
    public MaxPool {
        Objects.requireNonNull(windows, "maxPool.windows are missing");
        Parameters.finite("maxPool", "weight", weight);
        if (!(decay >= 0 && decay <= 1)) {
            throw new IllegalArgumentException("maxPool.decay is " + decay + "; it must be from 0 to 1");
        }
    }

    /** "MaxPool2d", by the number of dimensions. */
    @Override
    public String type() {
        return "MaxPool" + windows.rank() + "d";
    }

    @Override
    public void requireFit(Shape source, Shape target) {
        windows.requireTarget(source, target);
        if (source.length(0) != target.length(0)) {
            throw new IllegalArgumentException("pooling keeps channels apart, but the source has " + source.length(0)
                    + " and the target " + target.length(0));
        }
    }
}
