package org.snn4j.network;

import java.util.Objects;

/**
 * The memory of a neuron's spikes that learning rules read: x ← x e^(−dt/tau) in each step, and on a spike x ← scale or
 * x ← x + scale.
 *
 * @param tau time constant, ms
 * @param scale what a spike brings
 * @param onSpike whether a spike replaces the trace or adds to it
 */
public record Trace(double tau, double scale, OnSpike onSpike) {
    /** What a spike does to the trace. */
    public enum OnSpike {
        /** The trace becomes the scale: only the last spike counts. */
        REPLACE,
        /** The trace grows by the scale: all spikes count. */
        ADD
    }

    public Trace {
        Parameters.positive("trace", "tau", tau);
        Parameters.finite("trace", "scale", scale);
        Objects.requireNonNull(onSpike, "trace.onSpike is missing");
    }

    /** A trace that becomes one at each spike. */
    public static Trace replacing(double tau) {
        return new Trace(tau, 1, OnSpike.REPLACE);
    }

    /** A trace that grows by one at each spike. */
    public static Trace adding(double tau) {
        return new Trace(tau, 1, OnSpike.ADD);
    }
}
