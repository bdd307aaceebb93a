package org.snn4j.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.spikes.SpikeTrain;

/** Oracle: what every encoder owes, whatever its law: spikes fixed by seed, sample, place and value alone. */
class EncoderTest {
    private static final Window WINDOW = new Window(250, 1);
    private static final float[] IMAGE = image();

    /** Those that draw numbers. */
    static Stream<Encoding> drawn() {
        return Stream.of(new Poisson(128), new PoissonIntervals(128), new Bernoulli(0.128));
    }

    static Stream<Encoding> encodings() {
        return Stream.concat(drawn(), Stream.of(new Single(0.5), new RankOrder(), new Latency()));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void trainHasTheShapeOfTheValuesAndTheStepsOfTheWindow(Encoding encoding) {
        SpikeTrain train = encoding.encoder(new Window(100, 0.5), 1).encode(IMAGE, 0);
        assertThat(train.shape()).isEqualTo(Shape.of(IMAGE.length));
        assertThat(train.steps()).isEqualTo(200);
        assertThat(train.count()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void seedAndSampleFixTheSpikes(Encoding encoding) {
        SpikeTrain train = encoding.encoder(WINDOW, 1).encode(IMAGE, 5);
        Encoder encoder = encoding.encoder(WINDOW, 1);
        encoder.encode(IMAGE, 4);
        assertThat(encoder.encode(IMAGE, 5)).isEqualTo(train);
        assertThat(encoder.encode(IMAGE, 6)).isNotEqualTo(train);
        assertThat(encoder.encode(IMAGE, 5 + (1L << 32))).isNotEqualTo(train);
        assertThat(encoding.encoder(WINDOW, 2).encode(IMAGE, 5)).isNotEqualTo(train);
    }

    /** An encoder keeps its arrays for the next sample. */
    @ParameterizedTest
    @MethodSource("encodings")
    void oneEncoderTakesSamplesOfAnyLength(Encoding encoding) {
        float[] longer = Arrays.copyOf(IMAGE, 2 * IMAGE.length);
        longer[longer.length - 1] = 1;
        Encoder encoder = encoding.encoder(WINDOW, 1);
        SpikeTrain train = encoder.encode(IMAGE, 5);
        assertThat(encoder.encode(longer, 5))
                .isEqualTo(encoding.encoder(WINDOW, 1).encode(longer, 5));
        assertThat(encoder.encode(IMAGE, 5)).isEqualTo(train);
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void spikesDependOnNothingElse(Encoding encoding) {
        SpikeTrain train = encoding.encoder(WINDOW, 1).encode(IMAGE, 5);
        assertThat(encoding.encoder(WINDOW, 1).encode(IMAGE.clone(), 5)).isEqualTo(train);
        if (drawn().noneMatch(encoding::equals)) {
            assertThat(encoding.encoder(WINDOW, 2).encode(IMAGE, 6)).isEqualTo(train);
        }
    }

    /** Bernoulli trains of two samples coincide as those of two inputs do; six standard errors have probability 2e-9. */
    @Test
    void samplesDoNotDependOnEachOther() {
        Encoder encoder = new Bernoulli(0.1).encoder(WINDOW, 1);
        float[] white = new float[100];
        Arrays.fill(white, 1);
        int both = 0;
        for (int sample = 0; sample < 100; sample += 2) {
            byte[] first = encoder.encode(white, sample).toDense().values();
            byte[] second = encoder.encode(white, sample + 1).toDense().values();
            for (int i = 0; i < first.length; i++) {
                both += first[i] & second[i];
            }
        }
        int pairs = 50 * 100 * 250;
        assertThat((double) both).isCloseTo(0.01 * pairs, within(6 * Math.sqrt(0.01 * 0.99 * pairs)));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void denseAndListedSpikesAreTheSame(Encoding encoding) {
        SpikeTrain train = encoding.encoder(WINDOW, 1).encode(IMAGE, 0);
        ByteArray dense = train.toDense();
        assertThat(dense.shape()).isEqualTo(Shape.of(250, IMAGE.length));
        assertThat(SpikeTrain.ofDense(dense)).isEqualTo(train);
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void threadsMayShareAnEncoder(Encoding encoding) {
        Encoder encoder = encoding.encoder(WINDOW, 1);
        List<SpikeTrain> inTurn = LongStream.range(0, 64)
                .mapToObj(sample -> encoder.encode(IMAGE, sample))
                .toList();
        List<SpikeTrain> atOnce = LongStream.range(0, 64)
                .parallel()
                .mapToObj(sample -> encoder.encode(IMAGE, sample))
                .toList();
        assertThat(atOnce).isEqualTo(inTurn);
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void valuesAreLeftAsTheyWere(Encoding encoding) {
        float[] values = IMAGE.clone();
        encoding.encoder(WINDOW, 1).encode(values, 0);
        assertThat(values).containsExactly(IMAGE);
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void blackIsSilent(Encoding encoding) {
        SpikeTrain train = encoding.encoder(WINDOW, 1).encode(new float[] {0, -0f, 1, 0}, 0);
        assertThat(train.count()).isPositive();
        for (int step = 0; step < 250; step++) {
            for (int k = 0; k < train.count(step); k++) {
                assertThat(train.neuron(step, k)).isEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void noInputDependsOnAnother(Encoding encoding) {
        Encoder encoder = encoding.encoder(WINDOW, 1);
        float[] alone = new float[IMAGE.length];
        alone[40] = IMAGE[40];
        SpikeTrain train = encoder.encode(IMAGE, 0);
        SpikeTrain single = encoder.encode(alone, 0);
        assertThat(stepsOf(train, 40)).isNotEmpty().isEqualTo(stepsOf(single, 40));
    }

    /** A value on the grid of bytes has a table that was made before, its neighbours have not. */
    @ParameterizedTest
    @MethodSource("drawn")
    void valuesBesideTheGridGiveTheSpikesOfTheGrid(Encoding encoding) {
        Encoder encoder = encoding.encoder(WINDOW, 1);
        float[] grid = new float[255];
        float[] above = new float[255];
        float[] below = new float[255];
        for (int level = 1; level <= 255; level++) {
            grid[level - 1] = level / 255f;
            above[level - 1] = Math.nextUp(level / 255f);
            below[level - 1] = Math.nextDown(level / 255f);
        }
        SpikeTrain expected = encoder.encode(grid, 3);
        assertThat(encoder.encode(above, 3)).isEqualTo(expected);
        assertThat(encoder.encode(below, 3)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void extremeValuesAreEncoded(Encoding encoding) {
        Encoder encoder = encoding.encoder(WINDOW, 1);
        assertThat(encoder.encode(new float[] {Float.MIN_VALUE}, 0).count()).isZero();
        assertThat(encoder.encode(new float[] {Float.MAX_VALUE}, 0).count()).isEqualTo(250);
        assertThat(encoder.encode(new float[0], 0).count()).isZero();
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void imagesWithoutPixelsAndBlackOnesAreSilent(Encoding encoding) {
        Encoder encoder = encoding.encoder(WINDOW, 1);
        assertThat(encoder.encode(new float[0], 0).count()).isZero();
        assertThat(encoder.encode(new float[10], 0).count()).isZero();
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void valueThatIsNoRateIsNamedWithItsPlace(Encoding encoding) {
        Encoder encoder = encoding.encoder(WINDOW, 1);
        for (float wrong :
                new float[] {Float.NaN, -1, -Float.MIN_VALUE, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> encoder.encode(new float[] {0, 1, wrong, 1}, 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("input 2")
                    .hasMessageContaining(String.valueOf(wrong));
        }
    }

    private static int[] stepsOf(SpikeTrain train, int input) {
        return IntStream.range(0, train.steps())
                .filter(step -> IntStream.range(0, train.count(step)).anyMatch(k -> train.neuron(step, k) == input))
                .toArray();
    }

    private static float[] image() {
        Random random = new Random(1);
        float[] image = new float[100];
        for (int i = 0; i < image.length; i++) {
            image[i] = random.nextInt(256) / 255f;
        }
        return image;
    }
}
