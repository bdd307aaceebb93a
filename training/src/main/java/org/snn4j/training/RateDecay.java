package org.snn4j.training;

/**
 * Learning that slows down, as synapses that have changed often come to change less (metaplasticity; Abraham and Bear 1996,
 * doi 10.1016/S0166-2236(96)80018-X): after every so many samples all learning rates are multiplied by a factor.
 *
 * @param factor above 0 and at most 1; 1 for rates that stay
 * @param samples after how many samples
 */
public record RateDecay(double factor, int samples) {
    /** After how many samples where nobody says it. */
    public static final int USUAL_SAMPLES = 250;

    /** Rates stay as they are. */
    public static final RateDecay NONE = new RateDecay(1, USUAL_SAMPLES);

    public RateDecay {
        if (!(factor > 0 && factor <= 1)) {
            throw new IllegalArgumentException("rateDecay.factor is " + factor + "; it must be above 0 and at most 1");
        }
        if (samples < 1) {
            throw new IllegalArgumentException("rateDecay.samples is " + samples + "; it must be at least 1");
        }
    }

    /** What the rates have come to be multiplied by when so many samples have been shown. */
    double after(long shown) {
        return StrictMath.pow(factor, shown / samples);
    }
}
