package org.snn4j.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.snn4j.network.array.Shape;

class MosaicTest {
    @Test
    void fourHundredDigitsStandInTwentyRowsOfTwenty() {
        Mosaic mosaic = Mosaic.of(400, Shape.of(28, 28));

        assertThat(mosaic.rows()).isEqualTo(20);
        assertThat(mosaic.columns()).isEqualTo(20);
        assertThat(mosaic.width()).isEqualTo(20 * 28 + 21);
        assertThat(mosaic.left(21)).isEqualTo(1 + 29);
        assertThat(mosaic.top(21)).isEqualTo(1 + 29);
    }

    /** Oracle: every pixel is claimed at most once, and a gap stays around each image. */
    @Property(tries = 100)
    void imagesNeverTouch(
            @ForAll @IntRange(min = 1, max = 60) int images,
            @ForAll @IntRange(min = 1, max = 5) int height,
            @ForAll @IntRange(min = 1, max = 5) int width) {
        Mosaic mosaic = Mosaic.of(images, Shape.of(height, width));
        Set<Integer> claimed = new HashSet<>();
        for (int image = 0; image < images; image++) {
            for (int row = -1; row < height; row++) {
                for (int column = -1; column < width; column++) {
                    int pixel = (mosaic.top(image) + row) * mosaic.width() + mosaic.left(image) + column;
                    assertThat(claimed.add(pixel)).isTrue();
                }
            }
            assertThat(mosaic.left(image) + width).isLessThan(mosaic.width());
            assertThat(mosaic.top(image) + height).isLessThan(mosaic.height());
        }
    }

    @Property(tries = 100)
    void gridIsAsSquareAsTheNumberAllows(@ForAll @IntRange(min = 1, max = 10_000) int images) {
        Mosaic mosaic = new Mosaic(images, 1, 1);

        assertThat(mosaic.columns() * mosaic.rows()).isGreaterThanOrEqualTo(images);
        assertThat(mosaic.columns() - mosaic.rows()).isBetween(0, 1);
        assertThat((mosaic.rows() - 1) * mosaic.columns()).isLessThan(images);
    }

    @Test
    void imageWithoutPixelsIsRejected() {
        assertThatThrownBy(() -> Mosaic.of(4, Shape.of(28, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("28 x 0");
        assertThatThrownBy(() -> Mosaic.of(4, Shape.of(784)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[784]");
    }
}
