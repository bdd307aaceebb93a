package org.snn4j.datasets.images.digit;

import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.snn4j.datasets.images.AreaMean;
import org.snn4j.datasets.images.GreyImage;

/**
 * Frames a drawn or photographed digit as MNIST does: light on dark, the longer side of its ink 20 pixels, the centre
 * of mass in the middle of 28 x 28.
 *
 * @see <a href="http://yann.lecun.com/exdb/mnist/">LeCun, Cortes and Burges, The MNIST database</a>
 */
final class DigitFrame {
    private static final int SIDE = 28;
    private static final int INK_SIDE = 20;
    /** Larger images are shrunk first: a photograph's noise goes, its digits are still much larger than needed. */
    private static final int LARGEST = 512;

    private DigitFrame() {}

    /**
     * An image that is 28 x 28 already is only inverted, if its border is light.
     *
     * @throws IllegalArgumentException if the image holds nothing but its background
     */
    static GreyImage frame(GreyImage image) {
        return image.height() == SIDE && image.width() == SIDE
                ? lightOnDark(image)
                : centred(Ink.of(shrunk(image)).scaled(INK_SIDE));
    }

    private static GreyImage lightOnDark(GreyImage image) {
        int border = image.borderMedian();
        GreyImage upright = border < 128 ? image : image.inverted();
        int background = border < 128 ? border : 255 - border;
        if (IntStream.range(0, SIDE * SIDE).noneMatch(i -> upright.pixel(i / SIDE, i % SIDE) > background)) {
            throw new IllegalArgumentException("the image is empty: nothing stands out from its background");
        }
        return upright;
    }

    private static double[][] shrunk(GreyImage image) {
        double[][] levels = image.levels();
        double scale = (double) LARGEST / Math.max(image.height(), image.width());
        return scale >= 1
                ? levels
                : AreaMean.scaled(levels, (int) Math.max(1, Math.round(scale * image.height())), (int)
                        Math.max(1, Math.round(scale * image.width())));
    }

    /** Puts the ink in its place and stretches it to full white, as thin strokes pale when they shrink. */
    private static GreyImage centred(double[][] ink) {
        int height = ink.length;
        int width = ink[0].length;
        double strongest =
                Stream.of(ink).flatMapToDouble(DoubleStream::of).max().orElseThrow();
        int top = place(row -> DoubleStream.of(ink[row]).sum(), height);
        int left =
                place(column -> Stream.of(ink).mapToDouble(row -> row[column]).sum(), width);
        byte[] pixels = new byte[SIDE * SIDE];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                pixels[(top + row) * SIDE + left + column] = (byte) Math.round(255 * ink[row][column] / strongest);
            }
        }
        return GreyImage.of(SIDE, SIDE, pixels);
    }

    /** Where to start so that the centre of mass lies in the pixel after the middle, as in MNIST, and all fits. */
    private static int place(IntToDoubleFunction mass, int length) {
        double total = IntStream.range(0, length).mapToDouble(mass).sum();
        double moment = IntStream.range(0, length)
                .mapToDouble(i -> mass.applyAsDouble(i) * (i + 0.5))
                .sum();
        int start = (int) Math.ceil(SIDE / 2 - moment / total);
        return Math.max(0, Math.min(SIDE - length, start));
    }
}
