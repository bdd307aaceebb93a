package org.snn4j.encoding;

/** Rates in Hz, as the encoders take them. */
final class Rate {
    /** The name of the rate of an input of value 1 among the parameters. */
    static final String INTENSITY = "intensity";

    private static final double MILLIS_PER_SECOND = 1000;

    private Rate() {}

    static void require(double intensity) {
        if (!(intensity > 0 && intensity < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("intensity is " + intensity + "; it must be a finite rate above 0 Hz");
        }
    }

    /** The expected number of spikes in a step at a rate in Hz. */
    static double perStep(double rate, Window window) {
        return rate * window.dt() / MILLIS_PER_SECOND;
    }
}
