package org.snn4j.network.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Oracle: the elements of [3, 2] are 1 to 6 in C order. */
class ArrayElementsTest {
    private static final Shape TABLE = Shape.of(3, 2);
    private static final FloatArray FLOATS = FloatArray.of(TABLE, 1, 2, 3, 4, 5, 6);
    private static final ByteArray BYTES = ByteArray.of(TABLE, new byte[] {1, 2, 3, 4, 5, 6});
    private static final LongArray LONGS = LongArray.of(TABLE, 1, 2, 3, 4, 5, 6);

    private static Stream<NdArray> arrays() {
        return Stream.of(FLOATS, BYTES, LONGS);
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void sliceIsTheRowOfItsIndex(NdArray array) {
        for (int row = 0; row < 3; row++) {
            NdArray slice = array.slice(row);
            assertThat(slice.shape()).isEqualTo(Shape.of(2));
            assertThat(slice.asDouble(0)).isEqualTo(2 * row + 1);
            assertThat(slice.asDouble(1)).isEqualTo(2 * row + 2);
        }
        assertThatThrownBy(() -> array.slice(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> array.slice(0).slice(0).slice(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void elementsAreCountedInCOrder() {
        assertThat(FLOATS.get(4)).isEqualTo(5);
        assertThat(BYTES.get(4)).isEqualTo((byte) 5);
        assertThat(LONGS.get(4)).isEqualTo(5);
        assertThat(FLOATS.shape().rank()).isEqualTo(2);
        assertThat(FLOATS.shape().length(0)).isEqualTo(3);
    }

    @Test
    void elementsFromAnOffsetOnAreAddedOrCopied() {
        float[] target = {10, 20, 30};
        FLOATS.addTo(target, 2);
        assertThat(target).containsExactly(13, 24, 35);
        FLOATS.copyTo(target, 1);
        assertThat(target).containsExactly(2, 3, 4);
    }

    @Test
    void equalArraysHaveEqualHashCodesAndOthersHere() {
        assertThat(FLOATS)
                .hasSameHashCodeAs(FloatArray.of(TABLE, FLOATS.values()))
                .doesNotHaveSameHashCodeAs(FloatArray.of(Shape.of(2, 3), FLOATS.values()))
                .doesNotHaveSameHashCodeAs(FloatArray.of(TABLE, 1, 2, 3, 4, 5, 7));
        assertThat(BYTES)
                .hasSameHashCodeAs(ByteArray.of(TABLE, BYTES.values()))
                .doesNotHaveSameHashCodeAs(ByteArray.of(Shape.of(2, 3), BYTES.values()));
        assertThat(LONGS)
                .hasSameHashCodeAs(LongArray.of(TABLE, LONGS.values()))
                .doesNotHaveSameHashCodeAs(LongArray.of(Shape.of(2, 3), LONGS.values()));
    }

    @Test
    void shapeMayHaveAsManyElementsAsAnArrayCanHold() {
        assertThat(Shape.of(Integer.MAX_VALUE).size()).isEqualTo(Integer.MAX_VALUE);
        assertThatThrownBy(() -> Shape.of(Integer.MAX_VALUE, 2))
                .hasMessageContaining("has more than 2147483647 elements");
    }
}
