package org.snn4j.network.connection;

import java.util.Objects;
import org.snn4j.network.Parameters;

/**
 * What weights that belong together are scaled to after each run: those of one target neuron, or of one kernel.
 *
 * @param value what the measure of the weights is to be, mV
 * @param measure what of the weights is measured
 */
public record Norm(double value, Measure measure) {
    /** What of weights w is measured. */
    public enum Measure {
        /** Σ |w| */
        SUM,
        /** √ Σ w²: of neurons with equally long weights an input drives that one most which is nearest in angle. */
        LENGTH
    }

    public Norm {
        Objects.requireNonNull(measure, "norm.measure is missing; Measure.SUM is the usual one");
        Parameters.positive("connection", measure == Measure.LENGTH ? "length" : "norm", value);
    }

    /** Magnitudes that sum to a value. */
    public static Norm ofSum(double value) {
        return new Norm(value, Measure.SUM);
    }

    /** Squares that sum to the square of a value. */
    public static Norm ofLength(double value) {
        return new Norm(value, Measure.LENGTH);
    }
}
