package org.snn4j.network.connection;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;

/** Oracle: what the arrays of a dense connection may hold, and between which layers they fit. */
class DenseTest {
    private static final Dense DENSE = Dense.uniform(0, 1);

    @ParameterizedTest
    @CsvSource({"2, 2", "-1, 255"})
    void maskOfOtherNumbersIsNamed(byte value, int shown) {
        ByteArray mask = ByteArray.of(Shape.of(2, 2), new byte[] {0, 1, value, 0});
        assertThatThrownBy(() -> DENSE.masked(mask))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mask holds " + shown + " at 2; each must be 0 or 1");
    }

    @Test
    void maskOfAnotherShapeIsNamed() {
        Dense masked = DENSE.masked(ByteArray.of(Shape.of(3, 2), new byte[6]));
        assertThatNoException().isThrownBy(() -> masked.requireFit(Shape.of(3), Shape.of(2)));
        assertThatThrownBy(() -> masked.requireFit(Shape.of(2), Shape.of(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mask has shape [3, 2]; [2, 3] would be right");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void biasThatIsNoNumberIsNamed(float value) {
        assertThatThrownBy(() -> DENSE.biased(FloatArray.of(Shape.of(2), 1, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bias holds " + value + " at 1; each must be a finite number");
    }

    @Test
    void biasMayHaveTheShapeOfItsLayer() {
        Dense biased = DENSE.biased(FloatArray.of(Shape.of(2, 2), 1, 2, 3, 4));
        assertThatNoException().isThrownBy(() -> biased.requireFit(Shape.of(3), Shape.of(2, 2)));
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void delayWithoutEndIsNamed(float value) {
        assertThatThrownBy(() -> DENSE.delayed(FloatArray.of(Shape.of(1, 2), 1, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("delays hold " + value + " at 1");
    }
}
