package org.snn4j.network.array;

import java.util.Arrays;

/** An immutable array of unsigned bytes with a shape: spikes (0 or 1), pixels, masks. */
public final class ByteArray implements NdArray {
    private final Shape shape;
    private final byte[] values;

    private ByteArray(Shape shape, byte[] values) {
        NdArray.requireSize(shape, values.length);
        this.shape = shape;
        this.values = values;
    }

    /**
     * Copies the values, which are in C order.
     *
     * @throws IllegalArgumentException if there are not as many values as the shape has elements
     */
    public static ByteArray of(Shape shape, byte... values) {
        return new ByteArray(shape, values.clone());
    }

    @Override
    public Shape shape() {
        return shape;
    }

    /** The element at {@code index}, counted in C order. */
    public byte get(int index) {
        return values[index];
    }

    @Override
    public double asDouble(int index) {
        return values[index] & 0xFF;
    }

    @Override
    public ByteArray slice(int index) {
        int start = NdArray.sliceStart(shape, index);
        Shape inner = shape.inner();
        return new ByteArray(inner, Arrays.copyOfRange(values, start, start + inner.size()));
    }

    /** A copy of the elements in C order. */
    public byte[] values() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ByteArray that && shape.equals(that.shape) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "ByteArray" + shape;
    }
}
