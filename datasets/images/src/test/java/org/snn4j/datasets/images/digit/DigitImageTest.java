package org.snn4j.datasets.images.digit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntUnaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.datasets.images.GreyImage;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.Mnist;

/** Oracle: MNIST's own digits, which enlarged and framed again must come out as they were. */
class DigitImageTest {
    private static LabelledImages digits;

    @TempDir
    Path folder;

    @BeforeAll
    static void read() throws IOException {
        digits = Mnist.test().first(250);
    }

    private static byte[] bytes(int size, IntUnaryOperator value) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) value.applyAsInt(i);
        }
        return bytes;
    }

    /** Every pixel as a block of {@code factor} x {@code factor}, within a margin of the background. */
    private static GreyImage enlarged(GreyImage image, int factor, int margin) {
        int side = factor * image.width() + 2 * margin;
        return GreyImage.of(side, side, bytes(side * side, i -> {
            int row = Math.floorDiv(i / side - margin, factor);
            int column = Math.floorDiv(i % side - margin, factor);
            boolean inside = row >= 0 && column >= 0 && row < image.height() && column < image.width();
            return inside ? image.pixel(row, column) : 0;
        }));
    }

    private static double meanDifference(GreyImage a, GreyImage b) {
        double sum = 0;
        for (int i = 0; i < 28 * 28; i++) {
            sum += Math.abs(a.pixel(i / 28, i % 28) - b.pixel(i / 28, i % 28));
        }
        return sum / (28 * 28);
    }

    private Path png(GreyImage image) throws IOException {
        BufferedImage png = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_BYTE_GRAY);
        for (int row = 0; row < image.height(); row++) {
            for (int column = 0; column < image.width(); column++) {
                png.getRaster().setSample(column, row, 0, image.pixel(row, column));
            }
        }
        Path file = folder.resolve("digit.png");
        ImageIO.write(png, "png", file.toFile());
        return file;
    }

    @Test
    void exportedDigitsComeBackUnchanged() throws IOException {
        for (int i = 0; i < 20; i++) {
            assertThat(DigitImage.read(png(digits.image(i)))).isEqualTo(digits.image(i));
            assertThat(DigitImage.read(png(digits.image(i).inverted()))).isEqualTo(digits.image(i));
        }
    }

    /** A few in a thousand may move by a pixel: those whose centre of mass lies on the edge between two. */
    @Test
    void enlargedDigitsComeBackNearlyUnchanged() {
        int moved = 0;
        for (int i = 0; i < digits.size(); i++) {
            GreyImage large = enlarged(digits.image(i), 5, 17);
            GreyImage framed = DigitFrame.frame(large);
            moved += meanDifference(framed, digits.image(i)) < 1 ? 0 : 1;
            assertThat(DigitFrame.frame(large.inverted())).isEqualTo(framed);
        }
        assertThat(moved).isLessThanOrEqualTo(1);
    }

    @Test
    void faintDigitsOnGreyPaperComeBackNearlyUnchanged() {
        GreyImage digit = digits.image(0);
        GreyImage large = enlarged(digit, 7, 40);
        GreyImage scan = GreyImage.of(large.height(), large.width(), bytes(large.height() * large.width(), i -> {
            int noise = (i * 31 ^ i >> 5) % 3;
            return 180 + noise - large.pixel(i / large.width(), i % large.width()) / 3;
        }));
        assertThat(meanDifference(DigitFrame.frame(scan), digit)).isLessThan(3);
    }

    /** A square bar of ink: 20 rows high after scaling, and where its centre of mass says. */
    @Test
    void barIsScaledAndCentred() {
        GreyImage bar = GreyImage.of(
                100, 60, bytes(6000, i -> i / 60 >= 10 && i / 60 < 90 && i % 60 < 8 && i % 60 >= 4 ? 200 : 0));
        GreyImage framed = DigitFrame.frame(bar);
        for (int row = 0; row < 28; row++) {
            for (int column = 0; column < 28; column++) {
                boolean ink = row >= 4 && row < 24 && column == 14;
                assertThat(framed.pixel(row, column)).isEqualTo(ink ? 255 : 0);
            }
        }
    }

    /** All the mass at one end would push the other end out of the frame. */
    @Test
    void lopsidedInkStaysWithinTheFrame() {
        GreyImage nail = GreyImage.of(
                40, 200, bytes(8000, i -> i % 200 < 8 && i % 200 > 0 || i / 200 == 20 && i % 200 > 0 ? 255 : 0));
        GreyImage framed = DigitFrame.frame(nail);
        assertThat(framed.pixel(13, 27) + framed.pixel(14, 27)).isPositive();
    }

    @Test
    void emptyImagesAreRefusedWithTheirName() throws IOException {
        for (int side : new int[] {1, 28, 50}) {
            Path file = png(GreyImage.of(side, side, bytes(side * side, i -> 255)));
            assertThatThrownBy(() -> DigitImage.read(file))
                    .isInstanceOf(IOException.class)
                    .hasMessage(file + ": the image is empty: nothing stands out from its background");
        }
    }
}
