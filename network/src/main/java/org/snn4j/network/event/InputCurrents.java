package org.snn4j.network.event;

import static org.snn4j.network.kernel.CacheLine.LEAD;

import org.snn4j.network.kernel.ArrayKernels;
import org.snn4j.network.spikes.SpikeTrain;

/**
 * What the spikes of an input layer bring to its target in the steps to come, worked out tile by tile for many steps at once:
 * the rows that a sample uses are fetched once for each tile instead of once for each spike.
 */
final class InputCurrents {
    /** How many numbers are held at most: some megabytes. */
    private static final int CAPACITY = 1 << 21;

    private final ArrayKernels kernels = ArrayKernels.fastest();
    private final TiledWeights weights;
    private final int stride;
    private final float[] scratch;
    private float[] sums = {};
    private int[] first = {};
    private int[] neurons = {};
    private int firstStep;
    private int endStep;

    InputCurrents(TiledWeights weights) {
        this.weights = weights;
        this.stride = weights.paddedTargets();
        this.scratch = new float[LEAD + weights.width(0)];
    }

    /** Forgets everything, because spikes or weights are others. */
    void clear() {
        firstStep = 0;
        endStep = 0;
    }

    /**
     * Adds what the spikes of a step of the train bring to {@code input}, which is modified and held zeros.
     *
     * @param step within the train; others follow it upwards
     */
    void addTo(float[] input, SpikeTrain train, int step) {
        if (step >= endStep || step < firstStep) {
            compute(train, step);
        }
        System.arraycopy(sums, LEAD + (step - firstStep) * stride, input, 0, input.length);
    }

    private void compute(SpikeTrain train, int from) {
        int steps = Math.min(train.steps() - from, Math.max(1, CAPACITY / stride));
        if (sums.length < LEAD + steps * stride) {
            sums = new float[LEAD + steps * stride];
        }
        firstStep = from;
        endStep = from + steps;
        copy(train);
        for (int tile = 0; tile < weights.tiles(); tile++) {
            float[][] rows = weights.tile(tile);
            int width = weights.width(tile);
            int offset = LEAD + weights.firstTarget(tile);
            for (int step = from; step < endStep; step++) {
                kernels.sumRows(
                        rows,
                        width,
                        neurons,
                        first[step],
                        first[step + 1],
                        scratch,
                        sums,
                        (step - from) * stride + offset);
            }
        }
    }

    private void copy(SpikeTrain train) {
        if (first.length < train.steps() + 1) {
            first = new int[train.steps() + 1];
        }
        if (neurons.length < train.count()) {
            neurons = new int[2 * train.count()];
        }
        train.copyTo(first, neurons);
    }
}
