package org.snn4j.datasets.images;

import java.util.Arrays;

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

    /** A new array of the pixels divided by 255, row by row. */
    public float[] intensities() {
        return Intensities.of(pixels, 0, pixels.length);
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
