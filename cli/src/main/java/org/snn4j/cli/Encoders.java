package org.snn4j.cli;

import java.util.List;
import org.snn4j.encoding.Bernoulli;
import org.snn4j.encoding.Encoding;
import org.snn4j.encoding.Poisson;
import org.snn4j.encoding.PoissonIntervals;
import org.snn4j.encoding.Single;
import org.snn4j.encoding.StimulusEncoding;

/**
 * The encoders of the command line: what {@code --encoder} and the options beside it stand for.
 *
 * @param dt the length of a step, ms
 * @param intensity the rate of a white pixel, Hz
 */
record Encoders(double dt, double intensity) {
    /** Those whose spikes have a rate all the time that an image is shown, as learning needs it. */
    private static final List<String> OF_RATES = List.of(Poisson.NAME, PoissonIntervals.NAME, Bernoulli.NAME);

    /** What {@code train} takes. */
    Encoding ofRates(String name) {
        if (!OF_RATES.contains(name)) {
            throw new WrongUse("--encoder is " + name + "; " + String.join(", ", OF_RATES) + " would be right.");
        }
        return Encoding.named(name, this::rate);
    }

    /** Any encoder. @param sparsity what {@code --sparsity} says */
    StimulusEncoding any(String name, double sparsity) {
        try {
            return StimulusEncoding.named(
                    name, parameter -> parameter.equals(Single.SPARSITY) ? sparsity : rate(parameter));
        } catch (IllegalArgumentException e) {
            throw new WrongUse("--encoder is " + name + ": " + e.getMessage());
        }
    }

    private double rate(String parameter) {
        return parameter.equals(Bernoulli.MAX_PROBABILITY) ? probability() : intensity;
    }

    /** With which a pixel of that rate fires in a step. */
    private double probability() {
        double probability = intensity * dt / 1000;
        if (probability > 1) {
            throw new WrongUse("--intensity is " + intensity + " and --dt is " + dt + ": a pixel fires at most once in"
                    + " a step; at most " + 1000 / dt + " would be right.");
        }
        return probability;
    }
}
