package org.snn4j.network.event;

import java.util.Arrays;

/**
 * The input of one sample's neurons in one step. It costs what it is used for: nothing without spikes, a few numbers for
 * spikes that reach one neuron each, the whole array for a spike that reaches all.
 */
final class SynapticInput {
    private enum Extent {
        /** Nothing was added in this step. */
        NONE,
        /** Something was added to the neurons in {@link #touched}; the others' input is 0. */
        SOME,
        ALL
    }

    private final float[] values;
    private final SpikeList touched;
    private final boolean[] isTouched;
    private Extent extent = Extent.NONE;
    /** Whether {@link #values} holds what another step left there. */
    private boolean stale;

    SynapticInput(int neurons) {
        values = new float[neurons];
        touched = new SpikeList(neurons);
        isTouched = new boolean[neurons];
    }

    /** Begins a step. */
    void clear() {
        for (int k = 0; k < touched.count(); k++) {
            isTouched[touched.get(k)] = false;
            values[touched.get(k)] = 0;
        }
        touched.clear();
        stale |= extent == Extent.ALL;
        extent = Extent.NONE;
    }

    /** Whether it is {@link #touched} alone that may have an input other than 0. */
    boolean isSparse() {
        return extent != Extent.ALL;
    }

    /** The live input of all neurons, for somebody who is about to add to it. */
    float[] all() {
        zeroLeftovers();
        extent = Extent.ALL;
        return values;
    }

    /** The live input of all neurons, for somebody who is about to overwrite it, the first in this step. */
    float[] overwritten() {
        extent = Extent.ALL;
        return values;
    }

    /** The input of all neurons where {@link #isSparse}: zero for those not in {@link #touched}. */
    float[] values() {
        zeroLeftovers();
        return values;
    }

    /** The neurons that something was added to, in any order. */
    SpikeList touched() {
        return touched;
    }

    /** Adds an amount to the input of each of the neurons. */
    void add(SpikeList neurons, float amount) {
        if (extent == Extent.ALL) {
            Kernels.addAt(values, neurons.array(), neurons.count(), amount);
            return;
        }
        zeroLeftovers();
        extent = Extent.SOME;
        for (int k = 0; k < neurons.count(); k++) {
            int neuron = neurons.get(k);
            values[neuron] += amount;
            if (!isTouched[neuron]) {
                isTouched[neuron] = true;
                touched.add(neuron);
            }
        }
    }

    private void zeroLeftovers() {
        if (stale && extent != Extent.ALL) {
            Arrays.fill(values, 0);
            stale = false;
        }
    }
}
