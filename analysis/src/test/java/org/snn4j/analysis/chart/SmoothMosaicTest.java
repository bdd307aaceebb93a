package org.snn4j.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;

/** Oracle: the mosaic of the report, whose colours it has but for the steps between 255 shades. */
class SmoothMosaicTest {
    private static final int STEP = 6;

    @Test
    void picturesAreThoseOfTheReport() throws Exception {
        assertAlike(weights(0, 1));
    }

    @Test
    void negativeWeightsAreBlueToo() throws Exception {
        assertAlike(weights(-0.5f, 1));
    }

    @Test
    void columnsAreThoseOfTheMosaic() {
        assertThat(ReceptiveFields.of(weights(0, 1), Shape.of(3, 4)).columns()).isEqualTo(3);
    }

    private static void assertAlike(FloatArray weights) throws Exception {
        BufferedImage expected = ReceptiveFields.of(weights, Shape.of(3, 4)).image();
        BufferedImage picture = ImageIO.read(ReceptiveFields.of(weights, Shape.of(3, 4)).smoothMosaic().stream());
        assertThat(picture.getWidth()).isEqualTo(expected.getWidth());
        assertThat(picture.getHeight()).isEqualTo(expected.getHeight());
        for (int y = 0; y < expected.getHeight(); y++) {
            for (int x = 0; x < expected.getWidth(); x++) {
                Color is = new Color(picture.getRGB(x, y));
                Color should = new Color(expected.getRGB(x, y));
                assertThat(is.getRed()).isCloseTo(should.getRed(), within(STEP));
                assertThat(is.getGreen()).isCloseTo(should.getGreen(), within(STEP));
                assertThat(is.getBlue()).isCloseTo(should.getBlue(), within(STEP));
            }
        }
    }

    /** Of seven neurons, from the least to the greatest. */
    private static FloatArray weights(float least, float greatest) {
        float[] weights = new float[12 * 7];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = least + (greatest - least) * i / (weights.length - 1);
        }
        return FloatArray.of(Shape.of(12, 7), weights);
    }
}
