package org.snn4j.datasets.images;

import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Frames a drawn or photographed digit as MNIST does: light on dark, the longer side of its ink 20 pixels, the centre
 * of mass in the middle of 28 x 28.
 *
 * @see <a href="http://yann.lecun.com/exdb/mnist/">LeCun, Cortes and Burges, The MNIST database</a>
 */
final class DigitFrame {
    private static final int SIDE = 28;
    private static final int INK_SIDE = 20;

    private DigitFrame() {}

    /**
     * An image that is 28 x 28 already is only inverted, if its background is light.
     *
     * @throws IllegalArgumentException if the image holds nothing but its background
     */
    static GreyImage frame(GreyImage image) {
        int background = borderMedian(image);
        boolean dark = background < 128;
        Ink ink = Ink.of(dark ? image : image.inverted(), dark ? background : 255 - background);
        return image.height() == SIDE && image.width() == SIDE ? ink.image() : centred(ink.scaled(INK_SIDE));
    }

    private static int borderMedian(GreyImage image) {
        int lastRow = image.height() - 1;
        int lastColumn = image.width() - 1;
        IntStream topAndBottom = IntStream.rangeClosed(0, lastColumn)
                .flatMap(column -> IntStream.of(image.pixel(0, column), image.pixel(lastRow, column)));
        IntStream leftAndRight = IntStream.rangeClosed(0, lastRow)
                .flatMap(row -> IntStream.of(image.pixel(row, 0), image.pixel(row, lastColumn)));
        int[] border = IntStream.concat(topAndBottom, leftAndRight).sorted().toArray();
        return border[border.length / 2];
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
        return GreyImage.owning(SIDE, SIDE, pixels);
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
