package org.snn4j.network.array;

import java.util.Arrays;

/** An immutable array of 64-bit integers with a shape: labels, predictions. */
public final class LongArray implements NdArray {
    private final Shape shape;
    private final long[] values;

    private LongArray(Shape shape, long[] values) {
        NdArray.requireSize(shape, values.length);
        this.shape = shape;
        this.values = values;
    }

    /**
     * Copies the values, which are in C order.
     *
     * @throws IllegalArgumentException if there are not as many values as the shape has elements
     */
    public static LongArray of(Shape shape, long... values) {
        return new LongArray(shape, values.clone());
    }

    @Override
    public Shape shape() {
        return shape;
    }

    /** The element at {@code index}, counted in C order. */
    public long get(int index) {
        return values[index];
    }

    @Override
    public double asDouble(int index) {
        return values[index];
    }

    @Override
    public LongArray slice(int index) {
        int start = NdArray.sliceStart(shape, index);
        Shape inner = shape.inner();
        return new LongArray(inner, Arrays.copyOfRange(values, start, start + inner.size()));
    }

    /** A copy of the elements in C order. */
    public long[] values() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LongArray that && shape.equals(that.shape) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "LongArray" + shape;
    }
}
