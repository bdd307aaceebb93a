package org.snn4j.network.event;

import org.snn4j.network.array.Shape;

/** Finds what is infinite or not a number. */
final class FiniteState {
    private FiniteState() {}

    /** The first place where there is something else than a number, -1 if there is none. */
    static int firstOther(float... values) {
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(values[i]) <= Float.MAX_VALUE)) {
                return i;
            }
        }
        return -1;
    }

    /** An index of a shape, counted in C order, as one writes it: "[12, 3]". */
    static String place(Shape shape, int index) {
        StringBuilder text = new StringBuilder();
        int rest = index;
        for (int dimension = shape.rank() - 1; dimension >= 0; dimension--) {
            text.insert(0, (dimension == 0 ? "" : ", ") + rest % shape.length(dimension));
            rest /= shape.length(dimension);
        }
        return "[" + text + "]";
    }
}
