package org.snn4j.network.array;

import java.util.Arrays;

/** An immutable array of 32-bit floats with a shape. */
public final class FloatArray implements NdArray {
    private final Shape shape;
    private final float[] values;

    private FloatArray(Shape shape, float[] values) {
        NdArray.requireSize(shape, values.length);
        this.shape = shape;
        this.values = values;
    }

    /**
     * Copies the values, which are in C order.
     *
     * @throws IllegalArgumentException if there are not as many values as the shape has elements
     */
    public static FloatArray of(Shape shape, float... values) {
        return new FloatArray(shape, values.clone());
    }

    @Override
    public Shape shape() {
        return shape;
    }

    /** The element at {@code index}, counted in C order. */
    public float get(int index) {
        return values[index];
    }

    @Override
    public double asDouble(int index) {
        return values[index];
    }

    @Override
    public FloatArray slice(int index) {
        int start = NdArray.sliceStart(shape, index);
        Shape inner = shape.inner();
        return new FloatArray(inner, Arrays.copyOfRange(values, start, start + inner.size()));
    }

    /** A copy of the elements in C order. */
    public float[] values() {
        return values.clone();
    }

    /** Adds the elements from {@code offset} on to {@code target}, which is modified: as many as it has. */
    public void addTo(float[] target, int offset) {
        for (int i = 0; i < target.length; i++) {
            target[i] += values[offset + i];
        }
    }

    /** Copies the elements from {@code offset} on to {@code target}, which is modified: as many as it has. */
    public void copyTo(float[] target, int offset) {
        System.arraycopy(values, offset, target, 0, target.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FloatArray that && shape.equals(that.shape) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "FloatArray" + shape;
    }
}
