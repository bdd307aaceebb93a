package org.snn4j.network;

import java.util.Random;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.spikes.SpikeTrain;

/** Spike trains for tests. */
public final class Trains {
    private Trains() {}

    /** One neuron that fires in the given steps. */
    public static SpikeTrain single(int steps, int... firing) {
        return of(steps, firing);
    }

    /** Neurons that fire in the steps given for each. */
    public static SpikeTrain of(int steps, int[]... firing) {
        byte[] dense = new byte[steps * firing.length];
        for (int neuron = 0; neuron < firing.length; neuron++) {
            for (int step : firing[neuron]) {
                dense[step * firing.length + neuron] = 1;
            }
        }
        return SpikeTrain.ofDense(ByteArray.of(Shape.of(steps, firing.length), dense));
    }

    public static SpikeTrain silent(int neurons, int steps) {
        return SpikeTrain.ofEvents(Shape.of(neurons), steps, new long[0], 0);
    }

    /** Neurons that all fire in every step. */
    public static SpikeTrain incessant(int neurons, int steps) {
        return random(neurons, steps, 1, new Random(0));
    }

    /** Each neuron fires in each step with probability p. */
    public static SpikeTrain random(int neurons, int steps, double p, Random random) {
        byte[] dense = new byte[steps * neurons];
        for (int i = 0; i < dense.length; i++) {
            dense[i] = (byte) (random.nextDouble() < p ? 1 : 0);
        }
        return SpikeTrain.ofDense(ByteArray.of(Shape.of(steps, neurons), dense));
    }
}
