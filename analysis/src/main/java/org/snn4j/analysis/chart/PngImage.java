package org.snn4j.analysis.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.file.AtomicFiles;

/** An encoded PNG picture and the size at which it is meant to be shown, in CSS pixels. */
public final class PngImage {
    private static final int WHITE = 255;

    private final byte[] bytes;
    private final int width;
    private final int height;

    private PngImage(byte[] bytes, int width, int height) {
        this.bytes = bytes;
        this.width = width;
        this.height = height;
    }

    /**
     * An image in shades of grey, with a pixel for each value.
     *
     * @param values [height, width], 0 for black to 1 for white; what lies outside is cut off
     */
    public static PngImage grey(FloatArray values) {
        if (values.shape().rank() != 2 || values.shape().size() == 0) {
            throw new IllegalArgumentException(
                    "an image of shape " + values.shape() + " cannot be drawn; [height, width] would be right");
        }
        int width = values.shape().length(1);
        BufferedImage image = new BufferedImage(width, values.shape().length(0), BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < values.shape().size(); i++) {
            int grey = Math.round(WHITE * Math.min(Math.max(values.get(i), 0), 1));
            image.getRaster().setSample(i % width, i / width, 0, grey);
        }
        return encode(image, 1);
    }

    /**
     * Encodes a picture that holds {@code density} pixels, across and down, for each CSS pixel.
     *
     * @throws IllegalArgumentException if the density is less than 1
     */
    static PngImage encode(BufferedImage picture, int density) {
        if (density < 1) {
            throw new IllegalArgumentException("a picture of density " + density + " cannot be shown; use 1 or more");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(picture, "png", output)) {
                throw new IllegalStateException("this Java runtime has no PNG writer for " + picture);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("encoding a PNG in memory failed", e);
        }
        return new PngImage(
                bytes.toByteArray(),
                (picture.getWidth() + density - 1) / density,
                (picture.getHeight() + density - 1) / density);
    }

    /** A copy of the file's content. */
    public byte[] bytes() {
        return bytes.clone();
    }

    public InputStream stream() {
        return new ByteArrayInputStream(bytes);
    }

    /** Writes the file, whole or not at all. */
    public void write(Path file) throws IOException {
        AtomicFiles.write(file, out -> out.write(bytes));
    }

    /** In CSS pixels; the picture itself may hold several pixels for each. */
    public int width() {
        return width;
    }

    /** In CSS pixels; the picture itself may hold several pixels for each. */
    public int height() {
        return height;
    }

    @Override
    public String toString() {
        return "PNG of " + width + " x " + height + ", " + bytes.length + " bytes";
    }
}
