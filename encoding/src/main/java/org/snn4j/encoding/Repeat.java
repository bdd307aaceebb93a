package org.snn4j.encoding;

import java.util.Map;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.spikes.Current;

/**
 * The value itself in every step. That is no spike train but a current: it drives neurons that have a membrane, such as
 * LIF, in mV a step, and an Input layer refuses it. Values may be negative; they must be finite. Nothing is drawn.
 */
public record Repeat() implements StimulusEncoding {
    public static final String NAME = "repeat";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Double> parameters() {
        return Map.of();
    }

    /** Makes currents: what the encoder returns is a {@link Current} of shape [steps, 1, values.length]. */
    @Override
    public CurrentEncoder encoder(Window window, long seed) {
        return (values, sample) -> encode(window, values);
    }

    /** Turns samples into currents. */
    @FunctionalInterface
    public interface CurrentEncoder extends StimulusEncoder {
        @Override
        Current encode(float[] values, long sample);
    }

    private static Current encode(Window window, float... values) {
        for (int input = 0; input < values.length; input++) {
            if (!Float.isFinite(values[input])) {
                throw new IllegalArgumentException(
                        "the value of input " + input + " is " + values[input] + "; a current must be finite");
            }
        }
        float[] repeated = new float[Math.multiplyExact(window.steps(), values.length)];
        for (int start = 0; start < repeated.length; start += values.length) {
            System.arraycopy(values, 0, repeated, start, values.length);
        }
        return new Current(FloatArray.of(Shape.of(window.steps(), 1, values.length), repeated));
    }
}
