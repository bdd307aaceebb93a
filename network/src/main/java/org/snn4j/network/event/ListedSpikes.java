package org.snn4j.network.event;

import org.snn4j.network.spikes.SpikeTrain;

/** A copy of the spikes of one train after another, in arrays that loops may read. */
final class ListedSpikes {
    private int[] first = {};
    private int[] neurons = {};

    /** Copies another train over the one before. */
    void copy(SpikeTrain train) {
        if (first.length <= train.steps()) {
            first = new int[train.steps() + 1];
        }
        if (neurons.length < train.count()) {
            neurons = new int[2 * train.count()];
        }
        train.copyTo(first, neurons);
    }

    /** The live list of the neurons that fire, step after step: in step t those from {@link #first}(t) up to that of t + 1. */
    int[] neurons() {
        return neurons;
    }

    /** The live list of where each step's neurons begin, and the last one's end. */
    int[] first() {
        return first;
    }

    int first(int step) {
        return first[step];
    }
}
