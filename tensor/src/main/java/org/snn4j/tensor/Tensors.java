package org.snn4j.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.LongArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.spikes.SpikeTrain;

/**
 * snn4j's arrays as ND4J's and back. The shape is kept and the elements are copied, so neither side sees what happens
 * to the other. What goes to ND4J is in C order; what comes back may have any order and strides, views among them.
 */
public final class Tensors {
    private Tensors() {}

    /** As {@link DataType#FLOAT}. */
    public static INDArray of(FloatArray array) {
        return array.shape().size() == 0
                ? empty(array.shape(), DataType.FLOAT)
                : Nd4j.create(array.values(), lengths(array.shape()), DataType.FLOAT);
    }

    /** As {@link DataType#UBYTE}, since the bytes are unsigned. */
    public static INDArray of(ByteArray array) {
        return array.shape().size() == 0
                ? empty(array.shape(), DataType.UINT8)
                : Nd4j.create(array.values(), lengths(array.shape()), DataType.UINT8);
    }

    /** As {@link DataType#LONG}. */
    public static INDArray of(LongArray array) {
        return array.shape().size() == 0
                ? empty(array.shape(), DataType.INT64)
                : Nd4j.create(array.values(), lengths(array.shape()), DataType.INT64);
    }

    /** Spikes as zeros and ones, [steps, ...shape of the layer], {@link DataType#UBYTE}. */
    public static INDArray of(SpikeTrain spikes) {
        return of(spikes.toDense());
    }

    /**
     * Zeros and ones, [steps, ...shape of the layer], {@link DataType#UBYTE} or {@link DataType#BOOL}, as spikes.
     *
     * @throws IllegalArgumentException if it is of another type, has fewer than two dimensions or holds another number
     */
    public static SpikeTrain spikes(INDArray array) {
        return SpikeTrain.ofDense(bytes(array));
    }

    /**
     * The elements of a {@link DataType#FLOAT} array.
     *
     * @throws IllegalArgumentException if it is of another type
     */
    public static FloatArray floats(INDArray array) {
        requireType(array, DataType.FLOAT);
        Shape shape = shape(array);
        return FloatArray.of(
                shape, shape.size() == 0 ? new float[0] : inOrder(array).data().asFloat());
    }

    /**
     * The elements of a {@link DataType#UBYTE} array, or of a {@link DataType#BOOL} array as 0 and 1.
     *
     * @throws IllegalArgumentException if it is of another type
     */
    public static ByteArray bytes(INDArray array) {
        requireType(array, DataType.UINT8, DataType.BOOL);
        Shape shape = shape(array);
        int[] values = shape.size() == 0 ? new int[0] : inOrder(array).data().asInt();
        byte[] bytes = new byte[values.length];
        IntStream.range(0, bytes.length).forEach(i -> bytes[i] = (byte) values[i]);
        return ByteArray.of(shape, bytes);
    }

    /**
     * The elements of a {@link DataType#LONG} array.
     *
     * @throws IllegalArgumentException if it is of another type
     */
    public static LongArray longs(INDArray array) {
        requireType(array, DataType.INT64);
        Shape shape = shape(array);
        return LongArray.of(
                shape, shape.size() == 0 ? new long[0] : inOrder(array).data().asLong());
    }

    /** A copy whose buffer holds exactly the elements, in C order. */
    private static INDArray inOrder(INDArray array) {
        return array.dup('c');
    }

    private static INDArray empty(Shape shape, DataType type) {
        return Nd4j.create(type, lengths(shape));
    }

    private static long[] lengths(Shape shape) {
        return shape.toList().stream().mapToLong(Integer::longValue).toArray();
    }

    private static Shape shape(INDArray array) {
        return Shape.of(LongStream.of(array.shape()).mapToInt(Math::toIntExact).toArray());
    }

    private static void requireType(INDArray array, DataType... right) {
        if (!List.of(right).contains(array.dataType())) {
            throw new IllegalArgumentException("an array of type " + array.dataType() + " and shape "
                    + Arrays.toString(array.shape()) + " was given, but the type must be one of "
                    + Arrays.toString(right) + "; castTo(DataType." + right[0] + ") converts it");
        }
    }
}
