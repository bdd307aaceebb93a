package org.snn4j.network.event;

import static org.snn4j.network.kernel.CacheLine.LEAD;

import org.snn4j.network.kernel.ArrayKernels;
import org.snn4j.network.spikes.SpikeTrain;

/**
 * What the spikes of an input layer bring to its target in the steps to come, worked out tile by tile for many steps at once:
 * the rows that a sample uses are fetched once for each tile instead of once for each spike.
 */
final class InputCurrents {
    /** How many numbers are held at most: 32 MB. */
    static final int CAPACITY = 1 << 23;

    private final ArrayKernels kernels = ArrayKernels.fastest();
    private final TiledWeights weights;
    private final int stride;
    private final float[] scratch;
    private float[] sums = {};
    private final ListedSpikes spikes = new ListedSpikes();
    /** The columns of targets that are worked out anew. */
    private final PlasticColumns again;

    private float[] targetSums = {};
    private float[] targetScratch = {};
    private int firstStep;
    private int endStep;

    InputCurrents(TiledWeights weights) {
        this.weights = weights;
        this.again = new PlasticColumns(weights);
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
        int offset = offset(train, step);
        System.arraycopy(sums, offset, input, 0, input.length);
    }

    /** Where in {@link #sums} that stands which the spikes of a step of the train bring; steps are asked for as by {@link #addTo}. */
    int offset(SpikeTrain train, int step) {
        if (step >= endStep || step < firstStep) {
            compute(train, step);
        }
        return LEAD + (step - firstStep) * stride;
    }

    /** The live currents of the steps that are held. */
    float[] sums() {
        return sums;
    }

    /** All spikes of the train. */
    ListedSpikes spikes() {
        return spikes;
    }

    /** Whether all steps of a train can be held at once. */
    boolean hold(SpikeTrain train) {
        return train.steps() <= CAPACITY / stride;
    }

    /** Works out all steps of a train that can be {@link #hold held}. */
    void compute(SpikeTrain train) {
        compute(train, 0);
    }

    /** Works out anew what reaches some targets, whose weights have changed since; all steps of the train are held. */
    void recompute(ColumnSet targets) {
        again.clear();
        again.adopt(targets);
        int width = again.width();
        if (again.count() > 0 && targetSums.length < width) {
            targetSums = new float[2 * width];
            targetScratch = new float[LEAD + 2 * width];
        }
        for (int step = firstStep; step < endStep && again.count() > 0; step++) {
            kernels.sumRows(
                    again.rows(),
                    width,
                    spikes.neurons(),
                    spikes.first(),
                    step,
                    step + 1,
                    targetScratch,
                    targetSums,
                    0,
                    0);
            int offset = LEAD + (step - firstStep) * stride;
            for (int slot = 0; slot < again.count(); slot++) {
                sums[offset + again.target(slot)] = targetSums[slot];
            }
        }
    }

    private void compute(SpikeTrain train, int from) {
        int steps = Math.min(train.steps() - from, Math.max(1, CAPACITY / stride));
        if (sums.length < LEAD + steps * stride) {
            sums = new float[LEAD + steps * stride];
        }
        firstStep = from;
        endStep = from + steps;
        spikes.copy(train);
        for (int tile = 0; tile < weights.tiles(); tile++) {
            kernels.sumRows(
                    weights.tile(tile),
                    weights.width(tile),
                    spikes.neurons(),
                    spikes.first(),
                    from,
                    endStep,
                    scratch,
                    sums,
                    LEAD + weights.firstTarget(tile),
                    stride);
        }
    }
}
