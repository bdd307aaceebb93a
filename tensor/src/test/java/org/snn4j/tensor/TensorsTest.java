package org.snn4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.LongArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.spikes.SpikeTrain;

/** Oracle: elements counted by hand in C order, and the way there and back, which must change nothing. */
class TensorsTest {
    private static final FloatArray MATRIX = FloatArray.of(Shape.of(2, 3), 0, 1, 2, 3, 4, 5);

    private static FloatArray counting(Shape shape) {
        float[] values = new float[shape.size()];
        IntStream.range(0, values.length).forEach(i -> values[i] = i + 0.25f);
        return FloatArray.of(shape, values);
    }

    @Test
    void elementsStandWhereTheirIndicesSay() {
        INDArray matrix = Tensors.of(MATRIX);
        assertThat(matrix.shape()).containsExactly(2, 3);
        assertThat(matrix.ordering()).isEqualTo('c');
        assertThat(matrix.dataType()).isEqualTo(DataType.FLOAT);
        assertThat(matrix.getFloat(1, 0)).isEqualTo(3);
        assertThat(Tensors.floats(matrix)).isEqualTo(MATRIX);
    }

    @Test
    void fortranOrderAndViewsComeBackInCOrder() {
        INDArray matrix = Tensors.of(MATRIX);
        assertThat(Tensors.floats(matrix.dup('f'))).isEqualTo(MATRIX);
        assertThat(Tensors.floats(matrix.transpose())).isEqualTo(FloatArray.of(Shape.of(3, 2), 0, 3, 1, 4, 2, 5));
        assertThat(Tensors.floats(matrix.get(NDArrayIndex.all(), NDArrayIndex.interval(0, 2, 3))))
                .isEqualTo(FloatArray.of(Shape.of(2, 2), 0, 2, 3, 5));
        assertThat(Tensors.floats(matrix.getColumn(1))).isEqualTo(FloatArray.of(Shape.of(2), 1, 4));
        assertThat(Tensors.floats(matrix.slice(1))).isEqualTo(FloatArray.of(Shape.of(3), 3, 4, 5));
        assertThat(Tensors.floats(Tensors.of(counting(Shape.of(2, 3, 4))).permute(2, 0, 1))
                        .get(1))
                .isEqualTo(4.25f);
    }

    @Property(tries = 100)
    void everyShapeIsKept(@ForAll @Size(max = 6) List<@IntRange(min = 1, max = 4) Integer> lengths) {
        FloatArray array = counting(Shape.of(lengths));
        assertThat(Tensors.floats(Tensors.of(array))).isEqualTo(array);
        assertThat(Tensors.floats(Tensors.of(array).dup('f'))).isEqualTo(array);
    }

    @Test
    void scalarsAndArraysWithoutElementsAreKept() {
        for (Shape shape : new Shape[] {Shape.of(), Shape.of(1), Shape.of(0), Shape.of(0, 3), Shape.of(2, 0)}) {
            FloatArray floats = counting(shape);
            assertThat(Tensors.floats(Tensors.of(floats))).isEqualTo(floats);
            ByteArray bytes = ByteArray.of(shape, new byte[shape.size()]);
            assertThat(Tensors.bytes(Tensors.of(bytes))).isEqualTo(bytes);
            LongArray longs = LongArray.of(shape, new long[shape.size()]);
            assertThat(Tensors.longs(Tensors.of(longs))).isEqualTo(longs);
        }
    }

    @Test
    void unusualFloatsKeepTheirBits() {
        FloatArray floats = FloatArray.of(
                Shape.of(6), -0f, Float.NaN, Float.MIN_VALUE, Float.MAX_VALUE, Float.NEGATIVE_INFINITY, 0.1f);
        assertThat(Tensors.floats(Tensors.of(floats))).isEqualTo(floats);
    }

    @Test
    void allBytesAreUnsigned() {
        byte[] all = new byte[256];
        IntStream.range(0, 256).forEach(i -> all[i] = (byte) i);
        ByteArray bytes = ByteArray.of(Shape.of(16, 16), all);
        INDArray tensor = Tensors.of(bytes);
        assertThat(tensor.dataType()).isEqualTo(DataType.UINT8);
        assertThat(tensor.getInt(15, 15)).isEqualTo(255);
        assertThat(Tensors.bytes(tensor)).isEqualTo(bytes);
        assertThat(Tensors.bytes(tensor.transpose()).get(1)).isEqualTo((byte) 16);
    }

    @Test
    void truthValuesAreZeroAndOne() {
        assertThat(Tensors.bytes(Tensors.of(MATRIX).gt(3)))
                .isEqualTo(ByteArray.of(Shape.of(2, 3), new byte[] {0, 0, 0, 0, 1, 1}));
    }

    @Test
    void longsThatNoDoubleHoldsAreKept() {
        LongArray longs = LongArray.of(Shape.of(2, 2), -1, Long.MAX_VALUE, Long.MIN_VALUE, (1L << 53) + 1);
        assertThat(Tensors.of(longs).dataType()).isEqualTo(DataType.INT64);
        assertThat(Tensors.longs(Tensors.of(longs))).isEqualTo(longs);
        assertThat(Tensors.longs(Tensors.of(longs).transpose()).get(1)).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void spikesAreZerosAndOnesByStep() {
        SpikeTrain spikes = SpikeTrain.ofDense(
                ByteArray.of(Shape.of(2, 3), (byte) 0, (byte) 1, (byte) 0, (byte) 1, (byte) 0, (byte) 1));
        INDArray dense = Tensors.of(spikes);
        assertThat(dense.shape()).containsExactly(2, 3);
        assertThat(dense.getInt(0, 1)).isEqualTo(1);
        assertThat(dense.sumNumber().intValue()).isEqualTo(3);
        assertThat(Tensors.spikes(dense)).isEqualTo(spikes);
    }

    @Test
    void nothingIsShared() {
        INDArray matrix = Tensors.of(MATRIX);
        FloatArray before = Tensors.floats(matrix);
        matrix.addi(1);
        assertThat(before).isEqualTo(MATRIX);
        assertThat(Tensors.floats(matrix).get(0)).isEqualTo(1);
    }

    @Test
    void otherTypesAreNamedWithTheWayOut() {
        INDArray doubles = Nd4j.zeros(DataType.DOUBLE, 2, 3);
        assertThatThrownBy(() -> Tensors.floats(doubles))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an array of type DOUBLE and shape [2, 3] was given, but the type must be one of [FLOAT];"
                        + " castTo(DataType.FLOAT) converts it");
        assertThatThrownBy(() -> Tensors.bytes(doubles)).hasMessageContaining("one of [UBYTE, BOOL]");
        assertThatThrownBy(() -> Tensors.longs(doubles)).hasMessageContaining("castTo(DataType.LONG)");
    }
}
