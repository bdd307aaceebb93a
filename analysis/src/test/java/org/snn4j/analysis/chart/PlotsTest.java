package org.snn4j.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.evaluation.ConfusionMatrix;
import org.snn4j.evaluation.LabelAssignment;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Convolution;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.connection.Plasticity;
import org.snn4j.network.connection.Weights;
import org.snn4j.network.connection.Windows;

/** Oracle: the JDK opens every picture; what is in them the charts' own tests say. */
class PlotsTest {
    private static final Recorded RECORDED = Recorded.of(Map.of(
            "Y.s", ByteArray.of(Shape.of(3, 1, 4), new byte[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1}),
            "Y.v", FloatArray.of(Shape.of(3, 1, 4), -65, -64, -63, -62, -61, -60, -59, -58, -57, -56, -55, -54)));
    private static final FloatArray WEIGHTS = FloatArray.of(Shape.of(4, 2), 0, 1, 2, 3, 4, 5, 6, 7);

    @TempDir
    private Path folder;

    static Stream<Picture> pictures() {
        return Stream.of(
                Plots.raster(RECORDED),
                Plots.voltages(RECORDED),
                Plots.voltages(RECORDED, 3),
                Plots.voltageMap(RECORDED),
                Plots.fields(WEIGHTS, Shape.of(2, 2)),
                Plots.classMap(LabelAssignment.ofRates(new float[] {1, 0, 0, 1}, 2, 2)),
                Plots.accuracy(new AccuracyCurve(List.of(), List.of())),
                Plots.confusion(ConfusionMatrix.builder(2).add(0, 1).build()),
                Plots.weights(WEIGHTS),
                Plots.theta(WEIGHTS),
                Plots.input(RECORDED),
                Plots.input(FloatArray.of(Shape.of(2, 2), 0, 1, 0, 1), RECORDED));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void everyPictureIsSavedInItsSize(Picture picture) throws IOException {
        picture.save(folder.resolve("picture.png"));
        BufferedImage image = ImageIO.read(folder.resolve("picture.png").toFile());

        assertThat(image.getWidth()).isEqualTo(2 * picture.width());
        assertThat(image.getHeight()).isEqualTo(2 * picture.height());
        assertThat(Pictures.colours(image)).isGreaterThan(10);
        assertThat(picture.title()).isNotBlank();
    }

    @Test
    void pictureTakesAnotherSize() {
        assertThat(Plots.raster(RECORDED).sized(300, 200).png().height()).isEqualTo(200);
        assertThatThrownBy(() -> Plots.raster(RECORDED).sized(0, 200))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("width 0");
    }

    /** Both are the images 0 to 3 and 4 to 7, once as kernels and once as columns. */
    @Test
    void fieldsOfAnyConnectionWithImages() {
        FloatArray kernels = FloatArray.of(Shape.of(2, 1, 2, 2), 0, 1, 2, 3, 4, 5, 6, 7);
        Convolution convolution = new Convolution(new Weights.Uniform(0, 1), Windows.of(2, 2), Plasticity.FIXED);
        Picture shared = Plots.fields(convolution, kernels, Shape.of(3, 3));
        FloatArray columns = FloatArray.of(Shape.of(4, 2), 0, 4, 1, 5, 2, 6, 3, 7);
        Picture dense = Plots.fields(Dense.uniform(0, 1), columns, Shape.of(2, 2));

        assertThat(shared.png().bytes()).isEqualTo(dense.png().bytes());
        assertThatThrownBy(() -> Plots.fields(OneToOne.of(1), WEIGHTS, Shape.of(2, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("OneToOne");
    }

    /** Tests run without a display. */
    @Test
    void windowNeedsADisplay() {
        assertThat(Picture.canBeShown()).isFalse();
        assertThatThrownBy(() -> Plots.raster(RECORDED).show())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("there is no display");
        assertThatThrownBy(() -> Plots.raster(RECORDED).showAndWait()).isInstanceOf(IllegalStateException.class);
    }
}
