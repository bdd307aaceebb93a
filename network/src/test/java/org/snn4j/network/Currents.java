package org.snn4j.network;

import java.util.Arrays;
import java.util.Random;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.spikes.Current;

/** External currents for tests, of one sample. */
public final class Currents {
    private Currents() {}

    /** One neuron, with a current for each step. */
    public static Current of(float... perStep) {
        return new Current(FloatArray.of(Shape.of(perStep.length, 1, 1), perStep));
    }

    /** Neurons that all receive the same in every step. */
    public static Current constant(int neurons, int steps, double current) {
        float[] values = new float[steps * neurons];
        Arrays.fill(values, (float) current);
        return new Current(FloatArray.of(Shape.of(steps, 1, neurons), values));
    }

    /** One neuron that receives something in the first step only. */
    public static Current pulse(int steps, double current) {
        float[] values = new float[steps];
        values[0] = (float) current;
        return of(values);
    }

    /** Independent and uniform from low to high. */
    public static Current random(int neurons, int steps, double low, double high, Random random) {
        float[] values = new float[steps * neurons];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (low + (high - low) * random.nextDouble());
        }
        return new Current(FloatArray.of(Shape.of(steps, 1, neurons), values));
    }
}
