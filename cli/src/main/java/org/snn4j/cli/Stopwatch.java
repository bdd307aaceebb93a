package org.snn4j.cli;

import java.util.EnumMap;
import java.util.Map;
import org.snn4j.training.Phase;

/** How long the phases of a run took. */
final class Stopwatch {
    private final Map<Phase, Double> laps = new EnumMap<>(Phase.class);
    private long began = System.nanoTime();

    /** Ends a phase; the next begins. */
    void lap(Phase phase) {
        long now = System.nanoTime();
        add(phase, (now - began) / 1e9);
        began = now;
    }

    /** Adds what a phase took before this run of the program. */
    void add(Phase phase, double seconds) {
        laps.merge(phase, seconds, Double::sum);
    }

    double seconds(Phase phase) {
        return laps.get(phase);
    }
}
