package org.snn4j.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.spikes.SpikeTrain;

/** Oracle: spikes and pixels chosen by hand, found in the picture. */
class SampleChartTest {
    /** Four steps of six inputs, which fire 0, 1, 2, 4, 0 and 1 times. */
    private static final SpikeTrain TRAIN = SpikeTrain.ofDense(ByteArray.of(
            Shape.of(4, 6), new byte[] {0, 1, 1, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 1}));

    private static final int[] COUNTS = {0, 1, 2, 4, 0, 1};

    @Test
    void spikeCountsAreAnImage() {
        BufferedImage counts = chart(TRAIN, Optional.empty()).counts().image();
        ColourScale scale = ColourScale.between(0, 4);

        assertThat(counts.getWidth()).isEqualTo(3);
        assertThat(counts.getHeight()).isEqualTo(2);
        for (int i = 0; i < 6; i++) {
            assertThat(new Color(counts.getRGB(i % 3, i / 3))).isEqualTo(scale.colour(COUNTS[i]));
        }
    }

    @Test
    void countsHaveTheShapeOfTheImageOrOfTheLayer() {
        FloatArray tall = FloatArray.of(Shape.of(3, 2), new float[6]);
        BufferedImage byImage = chart(TRAIN, Optional.of(tall)).counts().image();
        BufferedImage byLayer = chart(TRAIN.reshaped(Shape.of(1, 6, 1)), Optional.empty())
                .counts()
                .image();

        assertThat(byImage.getWidth()).isEqualTo(2);
        assertThat(byLayer.getHeight()).isEqualTo(6);
    }

    /** The left column of the picture holds the grey of each pixel, the counts below it their colours. */
    @Test
    void pictureHoldsImageCountsAndRaster() throws IOException {
        FloatArray image = FloatArray.of(Shape.of(2, 3), 0, 0.2f, 0.4f, 0.6f, 0.8f, 1);
        BufferedImage picture = Pictures.decode(
                chart(TRAIN, Optional.of(image)).picture("A digit").png());
        int half = picture.getHeight() / 2;

        for (float grey : image.values()) {
            assertThat(colours(picture, 0, half)).contains(new Color(grey, grey, grey).getRGB());
        }
        for (int count : COUNTS) {
            assertThat(colours(picture, half, picture.getHeight()))
                    .contains(ColourScale.between(0, 4).colour(count).getRGB());
        }
        assertThat(colours(picture, 0, picture.getHeight()))
                .contains(ChartTheme.series(0).getRGB());
    }

    @Test
    void imageOfAnotherSizeIsRefused() {
        FloatArray image = FloatArray.of(Shape.of(2, 2), new float[4]);

        assertThatThrownBy(() -> chart(TRAIN, Optional.of(image)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[2, 2]")
                .hasMessageContaining("[6]");
    }

    private static SampleChart chart(SpikeTrain train, Optional<FloatArray> image) {
        return new SampleChart(image, new RasterChart(1, List.of(new RasterChart.Panel("X", train))));
    }

    private static List<Integer> colours(BufferedImage picture, int top, int bottom) {
        int[] rgb = picture.getRGB(0, top, picture.getWidth(), bottom - top, null, 0, picture.getWidth());
        return Arrays.stream(rgb).distinct().boxed().toList();
    }
}
