package org.snn4j.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;

/** Oracle: weights that lie on the seven levels of the palette, found as pixels. */
class IndexedMosaicTest {
    /** Two images of three pixels: 0, 2, 4 and 1, 3, 6. */
    private static final FloatArray WEIGHTS = FloatArray.of(Shape.of(3, 2), 0, 1, 2, 3, 4, 6);

    @Test
    void eachWeightIsOnePixelInTheColourOfItsLevel() throws IOException {
        BufferedImage image =
                Pictures.decode(ReceptiveFields.of(WEIGHTS, Shape.of(1, 3)).mosaic());
        ColourScale scale = ColourScale.ofWeights(0, 6);

        assertThat(image.getWidth()).isEqualTo(2 * 3 + 3);
        assertThat(image.getHeight()).isEqualTo(3);
        for (int i = 0; i < 6; i++) {
            int x = 1 + i / 2 + (i % 2) * 4;
            assertThat(new Color(image.getRGB(x, 1))).isEqualTo(scale.colour(WEIGHTS.get(i)));
        }
        assertThat(new Color(image.getRGB(0, 0))).isEqualTo(new Color(0xd5dae0));
        assertThat(((IndexColorModel) image.getColorModel()).getMapSize()).isLessThanOrEqualTo(16);
    }

    @Test
    void classesDecideTheOrder() throws IOException {
        BufferedImage image = Pictures.decode(
                ReceptiveFields.of(WEIGHTS, Shape.of(1, 3)).byClass(1, 0).mosaic());

        assertThat(new Color(image.getRGB(3, 1)))
                .isEqualTo(ColourScale.ofWeights(0, 6).colour(6));
    }

    @Test
    void scaleCanBeSharedAndWhatLiesBeyondHasItsEndsColour() throws IOException {
        BufferedImage image = Pictures.decode(
                ReceptiveFields.of(WEIGHTS, Shape.of(1, 3)).between(0, 3).mosaic());
        ColourScale scale = ColourScale.ofWeights(0, 3);

        assertThat(new Color(image.getRGB(2, 1))).isEqualTo(scale.colour(2));
        assertThat(new Color(image.getRGB(3, 1))).isEqualTo(scale.colour(3));
        assertThat(new Color(image.getRGB(7, 1))).isEqualTo(scale.colour(3));
    }

    @Test
    void zeroBetweenWeightsOfBothSignsIsWhite() throws IOException {
        FloatArray signed = FloatArray.of(Shape.of(3, 1), -2, 0, 1);
        BufferedImage image =
                Pictures.decode(ReceptiveFields.of(signed, Shape.of(1, 3)).mosaic());

        assertThat(new Color(image.getRGB(2, 1))).isEqualTo(Color.WHITE);
    }

    @Test
    void greyImageHasAPixelForEachValue() throws IOException {
        BufferedImage image = Pictures.decode(PngImage.grey(FloatArray.of(Shape.of(2, 2), 0, 1, 2, -1)));

        assertThat(image.getRaster().getPixels(0, 0, 2, 2, (int[]) null)).containsExactly(0, 255, 255, 0);
    }
}
