package org.snn4j.training;

import java.util.Objects;

/**
 * Something that is off in a trained network.
 *
 * @param kind what
 * @param observation what was seen, with its numbers, as a sentence
 * @param advice what to change, as a sentence that names parameters
 */
public record Finding(Kind kind, String observation, String advice) {
    /** What can be off. */
    public enum Kind {
        /** Many neurons never fire. */
        DEAD_NEURONS,
        /** One neuron fires most of the spikes. */
        ONE_WINNER,
        /** Nearly all neurons stand for the same class. */
        ONE_CLASS,
        /** No neuron stands for a class. */
        MISSING_CLASSES,
        /** Many neurons' thresholds have adapted to above what the input can drive them to. */
        THETA_ABOVE_DRIVE,
        /** Many samples make no neuron fire. */
        SILENT_SAMPLES
    }

    public Finding {
        Objects.requireNonNull(kind, "finding.kind is missing");
        Objects.requireNonNull(observation, "finding.observation is missing");
        Objects.requireNonNull(advice, "finding.advice is missing");
    }

    @Override
    public String toString() {
        return observation + " " + advice;
    }
}
