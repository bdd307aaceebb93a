package org.snn4j.tensor.array;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies values between Java arrays and ND4J arrays, on whatever device those are. */
public final class Transfer {
    private Transfer() {}

    /**
     * Copies elements of an array that is {@code FLOAT}, in C order and no view.
     *
     * @param from the first element, in C order
     * @param to modified: receives {@code count} values from {@code offset}
     */
    public static void read(INDArray array, int from, float[] to, int offset, int count) {
        FloatBuffer values = array.data().asNioFloat();
        values.position(from);
        values.get(to, offset, count);
    }

    /**
     * Overwrites an array that is {@code FLOAT}, in C order and no view.
     *
     * @param values as many as it has elements
     * @param array modified
     */
    public static void write(float[] values, INDArray array) {
        int last = values.length - 1;
        array.data().asNioFloat().put(values, 0, last);
        // A buffer's own put, unlike the view above, tells a device that its copy is out of date.
        array.data().put(last, values[last]);
    }
}
