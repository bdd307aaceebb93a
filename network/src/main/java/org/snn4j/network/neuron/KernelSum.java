package org.snn4j.network.neuron;

import java.util.Arrays;
import org.snn4j.network.event.Kernels;
import org.snn4j.network.event.SpikeList;
import org.snn4j.network.event.StateTransfer;

/**
 * For each neuron the sum of a kernel over past events, each event weighted. An event is added to the sums of all steps
 * that it will be felt in, so that steps without events cost nothing but a reading.
 */
final class KernelSum {
    private final float[] kernel;
    /** The sums of this step and of later ones, by step; {@code now} is this one, the others follow round the ring. */
    private final float[][] coming;

    private int now;

    /** @param kernel its values from the step of an event on */
    KernelSum(float[] kernel, int neurons) {
        this.kernel = kernel;
        this.coming = new float[kernel.length][neurons];
    }

    /** The sum in this step; the live array. */
    float[] current() {
        return coming[now];
    }

    /** An event of the given weight for each neuron, in this step. */
    void add(float[] weights) {
        if (isZero(weights)) {
            return;
        }
        for (int k = 0; k < kernel.length; k++) {
            Kernels.addScaled(after(k), weights, kernel[k]);
        }
    }

    /** An event of weight 1 for each neuron in the list, in this step. */
    void add(SpikeList neurons) {
        for (int n = 0; n < neurons.count(); n++) {
            for (int k = 0; k < kernel.length; k++) {
                after(k)[neurons.get(n)] += kernel[k];
            }
        }
    }

    /** Moves on to the next step. */
    void advance() {
        Arrays.fill(coming[now], 0);
        now = now + 1 == coming.length ? 0 : now + 1;
    }

    void carry(StateTransfer state) {
        for (float[] sums : coming) {
            state.floats(sums);
        }
        now = state.whole(now);
    }

    /** Forgets all events. */
    void reset() {
        for (float[] sums : coming) {
            Arrays.fill(sums, 0);
        }
    }

    private float[] after(int steps) {
        int place = now + steps;
        return coming[place < coming.length ? place : place - coming.length];
    }

    private static boolean isZero(float[] values) {
        for (float value : values) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }
}
