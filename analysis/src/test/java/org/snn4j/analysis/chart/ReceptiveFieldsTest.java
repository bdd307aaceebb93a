package org.snn4j.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.title.PaintScaleLegend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;

class ReceptiveFieldsTest {
    private static final int WHITE = 0xffffffff;
    /** Where the mosaic begins in a picture. */
    private static final int LEFT = 24;
    /** Right of the mosaic's edge; over an image of 28 columns whether a weight takes 2 pixels or 16. */
    private static final int WITHIN_FIRST_IMAGE = 30;

    @Test
    void columnOfTheWeightsIsOneNeuronsImage() {
        FloatArray weights = FloatArray.of(
                Shape.of(6, 2),
                0,
                0, // input 0: top left
                1,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                1); // input 5: bottom right
        BufferedImage image = ReceptiveFields.of(weights, Shape.of(2, 3)).image();
        int dark = ColourScale.ofWeights(0, 1).colour(1).getRGB();

        assertThat(image.getWidth()).isEqualTo(1 + 3 + 1 + 3 + 1);
        assertThat(image.getHeight()).isEqualTo(1 + 2 + 1);
        assertThat(image.getRGB(2, 1)).isEqualTo(dark);
        assertThat(image.getRGB(7, 2)).isEqualTo(dark);
        assertThat(image.getRGB(1, 1)).isEqualTo(WHITE);
        assertThat(image.getRGB(5, 1)).isEqualTo(WHITE);
        assertThat(image.getRGB(4, 1)).isNotEqualTo(WHITE).isNotEqualTo(dark);
    }

    /** Oracle: the place of neuron k by long division of k by the smallest square's side, the colour by the scale. */
    @Property(tries = 50)
    void everyPixelOfEveryNeuronStandsAtItsPlace(
            @ForAll @IntRange(min = 1, max = 30) int neurons,
            @ForAll @IntRange(min = 1, max = 6) int height,
            @ForAll @IntRange(min = 1, max = 6) int width,
            @ForAll long seed) {
        FloatArray weights = random(height * width, neurons, seed);
        ReceptiveFields fields = ReceptiveFields.of(weights, Shape.of(height, width));
        BufferedImage image = fields.image();
        int side = 1;
        while (side * side < neurons) {
            side++;
        }
        for (int k = 0; k < neurons; k++) {
            for (int input = 0; input < height * width; input++) {
                int x = 1 + k % side * (width + 1) + input % width;
                int y = 1 + k / side * (height + 1) + input / width;
                Color expected = fields.scale().colour(weights.get(input * neurons + k));
                assertThat(new Color(image.getRGB(x, y))).isEqualTo(expected);
            }
        }
    }

    /** Oracle: the unscaled mosaic, found again in the picture as blocks of the same size. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 100, 400})
    void pictureShowsEveryWeightAsASquareOfTheSameSize(int neurons) throws IOException {
        ReceptiveFields fields = ReceptiveFields.of(random(784, neurons, 1), Shape.of(28, 28));
        BufferedImage mosaic = fields.image();
        BufferedImage picture = Pictures.decode(fields.png("Receptive fields"));
        int top = top(mosaic, picture);
        int factor = factor(mosaic, picture);

        assertThat(factor).isBetween(2, 16);
        for (int y = 0; y < mosaic.getHeight() * factor; y++) {
            for (int x = 0; x < mosaic.getWidth() * factor; x++) {
                if (picture.getRGB(LEFT + x, top + y) != mosaic.getRGB(x / factor, y / factor)) {
                    assertThat(new int[] {x, y}).as("pixel that differs").isNull();
                }
            }
        }
    }

    @Test
    void titleOfSeveralLinesLeavesTheMosaicItsSize() throws IOException {
        ReceptiveFields fields = ReceptiveFields.of(random(784, 1, 1), Shape.of(28, 28));
        BufferedImage brief = Pictures.decode(fields.png("One neuron"));
        BufferedImage verbose =
                Pictures.decode(fields.png("What the only neuron of this layer has learned to look for"));

        assertThat(verbose.getHeight()).isGreaterThan(brief.getHeight());
        assertThat(factor(fields.image(), verbose)).isEqualTo(factor(fields.image(), brief));
    }

    @Test
    void sixThousandFourHundredNeuronsKeepAPixelForEachWeight() throws IOException {
        ReceptiveFields fields = ReceptiveFields.of(random(784, 6_400, 2), Shape.of(28, 28));
        BufferedImage mosaic = fields.image();
        BufferedImage picture = Pictures.decode(fields.png("Receptive fields"));

        assertThat(picture.getWidth()).isBetween(mosaic.getWidth(), mosaic.getWidth() + 100);
        assertThat(rowsThatMatch(mosaic, picture)).isEqualTo(mosaic.getHeight());
    }

    @Test
    void mosaicTooLargeForAPictureIsShrunk() throws IOException {
        BufferedImage picture = Pictures.decode(
                ReceptiveFields.of(random(9_000, 1, 3), Shape.of(9_000, 1)).png("Tall"));

        assertThat(picture.getHeight()).isBetween(8_000, 8_400);
    }

    @Test
    void neuronsOfAClassStandTogetherAndThoseWithoutOneLast() {
        FloatArray weights = FloatArray.of(Shape.of(1, 5), 0.1f, 0.2f, 0.3f, 0.4f, 0.5f);
        ReceptiveFields fields = ReceptiveFields.of(weights, Shape.of(1, 1)).byClass(7, -1, 0, 7, 3);
        PixelImage drawn = drawn(fields.chart("Receptive fields"));

        assertThat(drawn.labels()).containsExactly("0", "3", "7", "7", "–");
        float[] expected = {0.3f, 0.5f, 0.1f, 0.4f, 0.2f};
        Mosaic mosaic = new Mosaic(5, 1, 1);
        for (int place = 0; place < 5; place++) {
            assertThat(new Color(drawn.image().getRGB(mosaic.left(place), mosaic.top(place))))
                    .isEqualTo(fields.scale().colour(expected[place]));
        }
    }

    @Test
    void classIsWrittenOnTheImage() throws IOException {
        ReceptiveFields fields = ReceptiveFields.of(FloatArray.of(Shape.of(784, 1), new float[784]), Shape.of(28, 28));

        assertThat(Pictures.colours(Pictures.decode(fields.byClass(8).png(""))))
                .isGreaterThan(Pictures.colours(Pictures.decode(fields.png(""))));
    }

    @Test
    void colourScaleRunsFromZeroToTheGreatestWeight() {
        FloatArray weights = FloatArray.of(Shape.of(1, 3), 0.25f, 0.5f, 0.125f);
        PaintScaleLegend legend = (PaintScaleLegend) ReceptiveFields.of(weights, Shape.of(1, 1))
                .chart("Receptive fields")
                .getSubtitle(0);

        assertThat(legend.getScale().getLowerBound()).isZero();
        assertThat(legend.getScale().getUpperBound()).isEqualTo(0.5);
        assertThat(legend.getAxis().getRange().getUpperBound()).isEqualTo(0.5);
    }

    @Test
    void weightsThatDoNotFitTheImageAreRejected() {
        assertThatThrownBy(() -> ReceptiveFields.of(random(783, 4, 1), Shape.of(28, 28)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[783, 4]")
                .hasMessageContaining("784 pixels");
        assertThatThrownBy(() -> ReceptiveFields.of(FloatArray.of(Shape.of(4), 1, 2, 3, 4), Shape.of(2, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[inputs, neurons]");
    }

    @Test
    void weightThatIsNotFiniteIsNamed() {
        FloatArray weights = FloatArray.of(Shape.of(2, 3), 0, 0, 0, 0, Float.NaN, 0);

        assertThatThrownBy(() -> ReceptiveFields.of(weights, Shape.of(2, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from input 1 to neuron 1 is NaN");
    }

    @Test
    void classesThatDoNotFitTheNeuronsAreRejected() {
        ReceptiveFields fields = ReceptiveFields.of(random(4, 2, 1), Shape.of(2, 2));

        assertThatThrownBy(() -> fields.byClass(1, 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 classes were given for 2 neurons");
        assertThatThrownBy(() -> fields.byClass(1, -2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("neuron 1 has class -2");
    }

    private static PixelImage drawn(JFreeChart chart) {
        List<?> annotations = chart.getXYPlot().getAnnotations();
        return (PixelImage) annotations.get(0);
    }

    private static int top(BufferedImage mosaic, BufferedImage picture) {
        int top = 0;
        while (picture.getRGB(LEFT, top) != mosaic.getRGB(0, 0)) {
            top++;
        }
        return top;
    }

    /** How many pixels the mosaic's edge is high. */
    private static int factor(BufferedImage mosaic, BufferedImage picture) {
        int top = top(mosaic, picture);
        int factor = 0;
        while (picture.getRGB(LEFT + WITHIN_FIRST_IMAGE, top + factor) == mosaic.getRGB(0, 0)) {
            factor++;
        }
        return factor;
    }

    /** The number of the mosaic's rows that stand in the picture one below the other, unscaled. */
    private static int rowsThatMatch(BufferedImage mosaic, BufferedImage picture) {
        int top = top(mosaic, picture);
        int width = mosaic.getWidth();
        int rows = 0;
        while (rows < mosaic.getHeight()
                && Arrays.equals(
                        mosaic.getRGB(0, rows, width, 1, null, 0, width),
                        picture.getRGB(LEFT, top + rows, width, 1, null, 0, width))) {
            rows++;
        }
        return rows;
    }

    private static FloatArray random(int inputs, int neurons, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        float[] weights = new float[inputs * neurons];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.nextFloat();
        }
        return FloatArray.of(Shape.of(inputs, neurons), weights);
    }
}
