package org.snn4j.network;

import java.util.Objects;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.LongArray;

/**
 * What a simulation carries from one run to the next beside what it has learned: potentials, traces, spikes under way. Only
 * the engine that made it knows what stands where.
 *
 * @param batch of how many samples
 * @param reals potentials, traces and whatever else is no whole number
 * @param wholes neurons, times and counts
 */
public record CarriedState(int batch, FloatArray reals, LongArray wholes) {
    public CarriedState {
        if (batch < 1) {
            throw new IllegalArgumentException("carried.batch is " + batch + "; it must be at least 1");
        }
        Objects.requireNonNull(reals, "carried.reals is missing");
        Objects.requireNonNull(wholes, "carried.wholes is missing");
    }
}
