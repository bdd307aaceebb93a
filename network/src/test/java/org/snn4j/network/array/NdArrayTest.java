package org.snn4j.network.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Oracle: the values that the arrays were made of. */
class NdArrayTest {
    static Stream<Arguments> factories() {
        return Stream.of(
                kind("FloatArray", shape -> FloatArray.of(shape, 1, 2, 3, 4, 5, 6)),
                kind("ByteArray", shape -> ByteArray.of(shape, new byte[] {1, 2, 3, 4, 5, 6})),
                kind("LongArray", shape -> LongArray.of(shape, 1, 2, 3, 4, 5, 6)));
    }

    private static Arguments kind(String name, Function<Shape, NdArray> factory) {
        return Arguments.of(name, factory);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("factories")
    void keepsShapeAndValuesInCOrder(String name, Function<Shape, NdArray> factory) {
        NdArray array = factory.apply(Shape.of(2, 3));
        assertThat(array.shape()).isEqualTo(Shape.of(2, 3));
        for (int i = 0; i < 6; i++) {
            assertThat(array.asDouble(i)).isEqualTo(i + 1);
        }
        assertThat(array).hasToString(name + "[2, 3]");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("factories")
    void isEqualWhereShapeAndValuesAre(String name, Function<Shape, NdArray> factory) {
        NdArray array = factory.apply(Shape.of(2, 3));
        assertThat(array)
                .isEqualTo(factory.apply(Shape.of(2, 3)))
                .hasSameHashCodeAs(factory.apply(Shape.of(2, 3)))
                .isNotEqualTo(factory.apply(Shape.of(3, 2)))
                .isNotEqualTo(null);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("factories")
    void anotherNumberOfValuesIsRefused(String name, Function<Shape, NdArray> factory) {
        assertThatThrownBy(() -> factory.apply(Shape.of(2, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[2, 2]")
                .hasMessageContaining("4")
                .hasMessageContaining("6");
    }

    @Test
    void arraysOfDifferentValuesAreNotEqual() {
        Shape one = Shape.of(1);
        assertThat(FloatArray.of(one, 1)).isNotEqualTo(FloatArray.of(one, 2)).isNotEqualTo(LongArray.of(one, 1));
        assertThat(ByteArray.of(one, (byte) 1)).isNotEqualTo(ByteArray.of(one, (byte) 2));
        assertThat(LongArray.of(one, 1)).isNotEqualTo(LongArray.of(one, 2));
        assertThat(FloatArray.of(one, Float.NaN)).isEqualTo(FloatArray.of(one, Float.NaN));
    }

    @Test
    void nobodyReachesTheValuesInside() {
        float[] floats = {1, 2};
        FloatArray floatArray = FloatArray.of(Shape.of(2), floats);
        floats[0] = 9;
        floatArray.values()[1] = 9;
        assertThat(floatArray.values()).containsExactly(1, 2);
        byte[] bytes = {1, 2};
        ByteArray byteArray = ByteArray.of(Shape.of(2), bytes);
        bytes[0] = 9;
        byteArray.values()[1] = 9;
        assertThat(byteArray.values()).containsExactly(1, 2);
        long[] longs = {1, 2};
        LongArray longArray = LongArray.of(Shape.of(2), longs);
        longs[0] = 9;
        longArray.values()[1] = 9;
        assertThat(longArray.values()).containsExactly(1, 2);
    }

    @Test
    void bytesAreUnsignedNumbers() {
        assertThat(ByteArray.of(Shape.of(1), (byte) 200).asDouble(0)).isEqualTo(200);
    }
}
