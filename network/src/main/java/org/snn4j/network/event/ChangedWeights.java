package org.snn4j.network.event;

import java.util.Arrays;

/** The places of the weights of a matrix that a rule has changed in a step, some of them perhaps twice. */
final class ChangedWeights {
    private int[] sources = new int[256];
    private int[] targets = new int[256];
    private int count;

    void add(int source, int target) {
        if (count == sources.length) {
            sources = Arrays.copyOf(sources, 2 * count);
            targets = Arrays.copyOf(targets, 2 * count);
        }
        sources[count] = source;
        targets[count++] = target;
    }

    /** Adds changes that were collected apart to the weights, and clears them. Modifies both. */
    void moveInto(float[][] rows, float[][] collected) {
        for (int k = 0; k < count; k++) {
            rows[sources[k]][targets[k]] += collected[sources[k]][targets[k]];
            collected[sources[k]][targets[k]] = 0;
        }
    }

    /** Forces the weights into [low, high]. Modifies them. */
    void clamp(float[][] rows, float low, float high) {
        for (int k = 0; k < count; k++) {
            Kernels.clampElement(rows[sources[k]], targets[k], low, high);
        }
    }

    void clear() {
        count = 0;
    }
}
