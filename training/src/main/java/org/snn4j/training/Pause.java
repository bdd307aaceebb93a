package org.snn4j.training;

import java.util.Map;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;

/** What comes between two samples: a rest without input, or, where there is none, a reset. */
final class Pause {
    private final Simulation simulation;
    private final double rest;
    private final double dt;

    /** @param rest ms; 0 for a reset */
    Pause(Simulation simulation, double rest) {
        this.simulation = simulation;
        this.rest = rest;
        this.dt = simulation.network().dt();
    }

    /**
     * Scales weights that have a norm to it, as the end of every run does. So the first sample meets what all others meet, and
     * what is frozen does not depend on which samples came before.
     */
    void settleWeights() {
        simulation.run(Run.of(Map.of(), dt).frozen());
        simulation.reset();
    }

    /** Before the first sample of a network that learns: one that is never reset meets normalised weights from the start. */
    void beforeLearning() {
        if (rest > 0) {
            settleWeights();
        }
    }

    /** After a sample, or those of a batch, of a network that learns. */
    void afterLearning(long sample) {
        if (rest > 0) {
            simulation.run(rest(sample));
        } else {
            simulation.reset();
        }
    }

    /** Before a sample of a frozen network, which has been reset. */
    void beforeFrozen(long sample) {
        if (rest > 0) {
            simulation.run(rest(sample).frozen());
        }
    }

    private Run rest(long sample) {
        return Run.of(Map.of(), rest).ofSample(sample);
    }
}
