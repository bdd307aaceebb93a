package org.snn4j.datasets.images;

import java.util.Collections;
import java.util.List;

/**
 * How many images each class has.
 *
 * @param names the classes' names, in the order of their numbers
 * @param counts how many images each has
 */
public record ClassBalance(List<String> names, List<Integer> counts) {
    public ClassBalance {
        names = List.copyOf(names);
        counts = List.copyOf(counts);
        if (names.isEmpty() || names.size() != counts.size()) {
            throw new IllegalArgumentException("there are " + names.size() + " names of classes and " + counts.size()
                    + " counts, but there must be as many of both, and at least one");
        }
    }

    /** All images. */
    public int total() {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    /** The images of the smallest class. */
    public int smallest() {
        return Collections.min(counts);
    }

    /** The images of the largest class. */
    public int largest() {
        return Collections.max(counts);
    }

    /** The largest class divided by the smallest: 1 if all are alike, infinite if one has no image. */
    public double imbalance() {
        return largest() == 0 ? 1 : (double) largest() / smallest();
    }
}
