package org.snn4j.network.array;

import java.util.Objects;

/** An immutable array of numbers with a shape, in C order (the last dimension runs fastest). */
public sealed interface NdArray permits FloatArray, ByteArray, LongArray {
    Shape shape();

    /** The element at {@code index}, counted in C order, as a double; bytes are unsigned. */
    double asDouble(int index);

    /**
     * A copy of the part with the given index in the outermost dimension.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    NdArray slice(int index);

    /**
     * For factories: checks that there are as many values as the shape has elements.
     *
     * @throws IllegalArgumentException naming both numbers
     */
    static void requireSize(Shape shape, int values) {
        if (shape.size() != values) {
            throw new IllegalArgumentException(
                    "shape " + shape + " has " + shape.size() + " elements, but " + values + " values were given");
        }
    }

    /** For slices: where the elements of the part with the given index in the outermost dimension begin. */
    static int sliceStart(Shape shape, int index) {
        int count = shape.rank() == 0 ? 0 : shape.length(0);
        return Objects.checkIndex(index, count) * (shape.size() / count);
    }
}
