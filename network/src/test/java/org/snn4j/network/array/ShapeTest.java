package org.snn4j.network.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Oracle: NumPy's meaning of a shape. */
class ShapeTest {
    @Test
    void sizeIsTheProductOfTheLengths() {
        assertThat(Shape.of(2, 3, 4).size()).isEqualTo(24);
        assertThat(Shape.of().size()).isOne();
        assertThat(Shape.of(5, 0).size()).isZero();
        assertThat(Shape.of(65_536, 32_767).size()).isEqualTo(65_536 * 32_767);
    }

    @Test
    void outerDimensionsComeFirst() {
        assertThat(Shape.of(28, 28).within(250, 1)).isEqualTo(Shape.of(250, 1, 28, 28));
        assertThat(Shape.of(28, 28).within()).isEqualTo(Shape.of(28, 28));
    }

    @Test
    void shapesWithTheSameLengthsAreEqual() {
        assertThat(Shape.of(2, 3)).isEqualTo(Shape.of(List.of(2, 3))).hasSameHashCodeAs(Shape.of(2, 3));
        assertThat(Shape.of(2, 3)).isNotEqualTo(Shape.of(3, 2)).isNotEqualTo(Shape.of(6));
        assertThat(Shape.of(2, 3).toList()).containsExactly(2, 3);
        assertThat(Shape.of(2, 3)).hasToString("[2, 3]");
    }

    @Test
    void laterChangesToTheLengthsDoNotReachTheShape() {
        int[] lengths = {2, 3};
        Shape shape = Shape.of(lengths);
        lengths[0] = 7;
        assertThat(shape).isEqualTo(Shape.of(2, 3));
    }

    @Test
    void negativeLengthIsRefused() {
        assertThatThrownBy(() -> Shape.of(2, -3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[2, -3]");
    }

    @Test
    void moreElementsThanAnArrayCanHoldAreRefused() {
        assertThatThrownBy(() -> Shape.of(65_536, 32_768))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[65536, 32768]");
        assertThatThrownBy(() -> Shape.of(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
