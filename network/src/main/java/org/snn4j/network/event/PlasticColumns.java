package org.snn4j.network.event;

import static org.snn4j.network.kernel.CacheLine.LEAD;

import java.util.Arrays;
import org.snn4j.network.kernel.ArrayKernels;
import org.snn4j.network.kernel.CacheLine;

/**
 * The columns of a weight matrix that change in a run, side by side: those of the targets that have fired, a handful in a
 * winner-take-all network. Learning works here, on neighbouring numbers, and the matrix gets them back at the end.
 */
final class PlasticColumns {
    private final TiledWeights weights;
    /** By source, slot; beyond {@link #count} the slots hold leftovers. */
    private float[][] rows;

    private int[] targets;
    private int count;
    /** By target, -1 for those without one. */
    private final int[] slots;

    PlasticColumns(TiledWeights weights) {
        this.weights = weights;
        this.rows = new float[weights.sources()][LEAD + ArrayKernels.LANES];
        this.targets = new int[ArrayKernels.LANES];
        this.slots = new int[weights.targets()];
        Arrays.fill(slots, -1);
    }

    int count() {
        return count;
    }

    /** {@link #count} as whole vectors. */
    int width() {
        return TiledWeights.wholeVectors(count);
    }

    /** The live rows, by source; their elements begin at {@link CacheLine#LEAD}. */
    float[][] rows() {
        return rows;
    }

    int target(int slot) {
        return targets[slot];
    }

    /** The slot of a target, -1 if it has none. */
    int slot(int target) {
        return slots[target];
    }

    /** Takes over the columns of those targets in the list, from the {@link #count}-th on. */
    void adopt(SpikeList list) {
        for (int k = count; k < list.count(); k++) {
            adopt(list.get(k));
        }
    }

    /** Takes over copies of the columns of all targets in a set. */
    void adopt(ColumnSet set) {
        for (int k = 0; k < set.count(); k++) {
            adopt(set.columns()[k]);
        }
    }

    private void adopt(int target) {
        if (count == targets.length) {
            grow();
        }
        weights.copyColumn(target, rows, count);
        slots[target] = count;
        targets[count++] = target;
    }

    private void grow() {
        targets = Arrays.copyOf(targets, 2 * targets.length);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOf(rows[i], LEAD + targets.length);
        }
    }

    /** Gives up all columns without writing them back. */
    void clear() {
        for (int slot = 0; slot < count; slot++) {
            slots[targets[slot]] = -1;
        }
        count = 0;
    }
}
