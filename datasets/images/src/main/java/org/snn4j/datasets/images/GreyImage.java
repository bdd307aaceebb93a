package org.snn4j.datasets.images;

import java.util.Arrays;
import java.util.stream.IntStream;

/** An immutable grey image, 0 black to 255 white, rows from top to bottom. */
public final class GreyImage {
    private final int height;
    private final int width;
    private final byte[] pixels;

    private GreyImage(int height, int width, byte[] pixels) {
        if (height < 1 || width < 1 || (long) height * width != pixels.length) {
            throw new IllegalArgumentException("an image of " + height + " x " + width + " needs height times width"
                    + " pixels, and at least one, but has " + pixels.length);
        }
        this.height = height;
        this.width = width;
        this.pixels = pixels;
    }

    /** Copies the pixels, unsigned bytes, row by row. */
    public static GreyImage of(int height, int width, byte... pixels) {
        return new GreyImage(height, width, pixels.clone());
    }

    /** As {@link #of}, but takes the array over: the caller must not keep it. */
    static GreyImage owning(int height, int width, byte[] pixels) {
        return new GreyImage(height, width, pixels);
    }

    public int height() {
        return height;
    }

    public int width() {
        return width;
    }

    public int pixel(int row, int column) {
        return pixels[row * width + column] & 0xFF;
    }

    /** A new array of the pixels, unsigned bytes, row by row. */
    public byte[] pixels() {
        return pixels.clone();
    }

    /** A new array of the pixels divided by 255, row by row. */
    public float[] intensities() {
        return Intensities.of(pixels, 0, pixels.length);
    }

    /** A new array of rows of the pixels, from 0 to 255. */
    public double[][] levels() {
        double[][] levels = new double[height][width];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                levels[row][column] = pixel(row, column);
            }
        }
        return levels;
    }

    /** The median of the pixels along the border, which mostly is that of the background. */
    public int borderMedian() {
        IntStream topAndBottom =
                IntStream.range(0, width).flatMap(column -> IntStream.of(pixel(0, column), pixel(height - 1, column)));
        IntStream leftAndRight =
                IntStream.range(0, height).flatMap(row -> IntStream.of(pixel(row, 0), pixel(row, width - 1)));
        int[] border = IntStream.concat(topAndBottom, leftAndRight).sorted().toArray();
        return border[border.length / 2];
    }

    /** This image with black and white swapped. */
    public GreyImage inverted() {
        byte[] inverted = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            inverted[i] = (byte) ~pixels[i];
        }
        return new GreyImage(height, width, inverted);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GreyImage that && width == that.width && Arrays.equals(pixels, that.pixels);
    }

    @Override
    public int hashCode() {
        return 31 * width + Arrays.hashCode(pixels);
    }

    @Override
    public String toString() {
        return "GreyImage[" + height + " x " + width + "]";
    }
}
