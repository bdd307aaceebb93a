package org.snn4j.datasets.images;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Image files of any kind that the JDK knows (PNG, JPEG, GIF, BMP, TIFF) as grey images. Colours become their luma after
 * ITU-R BT.601, 0.299 R + 0.587 G + 0.114 B; grey samples are taken as they are stored, of 16 bits the upper 8; what is
 * transparent becomes white.
 */
public final class ImageFile {
    /** The most pixels that are decoded, so that a small hostile file cannot fill the memory. */
    public static final long MAX_PIXELS = 64_000_000;

    private ImageFile() {}

    /**
     * Reads the first image in the file.
     *
     * @throws IOException naming the file if it is missing, no image, damaged or larger than {@link #MAX_PIXELS}
     */
    public static GreyImage read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString(), null, "there is no such file; an image was expected");
        }
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            return grey(decode(in));
        } catch (IOException | RuntimeException e) { // the JDK's readers throw all sorts on damaged files
            throw new IOException(file + ": not read as an image: " + e.getMessage(), e);
        }
    }

    /** The image as the content of a PNG file of 8-bit grey samples. */
    public static byte[] png(GreyImage image) {
        BufferedImage picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_BYTE_GRAY);
        for (int row = 0; row < image.height(); row++) {
            for (int column = 0; column < image.width(); column++) {
                picture.getRaster().setSample(column, row, 0, image.pixel(row, column));
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
            if (!ImageIO.write(picture, "png", out)) {
                throw new IllegalStateException("every Java platform writes PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("nothing can fail in memory", e);
        }
        return png.toByteArray();
    }

    private static BufferedImage decode(ImageInputStream in) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            throw new IOException("its first bytes are none of the kinds that can be read: "
                    + String.join(", ", ImageIO.getReaderFileSuffixes()));
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MAX_PIXELS) {
                throw new IOException(reader.getWidth(0) + " x " + reader.getHeight(0) + " are " + pixels
                        + " pixels; at most " + MAX_PIXELS + " are read");
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static GreyImage grey(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        boolean stored = storesGrey(image.getColorModel());
        byte[] pixels = new byte[height * width];
        for (int row = 0; row < height; row++) {
            byte[] line = stored ? storedRow(image, row) : colourRow(image, row);
            System.arraycopy(line, 0, pixels, row * width, width);
        }
        return GreyImage.owning(height, width, pixels);
    }

    private static boolean storesGrey(ColorModel model) {
        return model.getColorSpace().getType() == ColorSpace.TYPE_GRAY
                && model.getComponentSize(0) <= Short.SIZE
                && !model.isAlphaPremultiplied();
    }

    /** The samples of a grey image as they are stored; getRGB would brighten them, as it takes them for linear. */
    private static byte[] storedRow(BufferedImage image, int row) {
        Raster raster = image.getRaster();
        int white = (1 << image.getColorModel().getComponentSize(0)) - 1;
        int[] grey = raster.getSamples(0, row, image.getWidth(), 1, 0, (int[]) null);
        int[] alpha = image.getColorModel().hasAlpha()
                ? raster.getSamples(0, row, image.getWidth(), 1, 1, (int[]) null)
                : null;
        byte[] line = new byte[grey.length];
        for (int i = 0; i < line.length; i++) {
            double opacity = alpha == null ? 1 : (double) alpha[i] / white;
            line[i] = (byte) onWhite(255.0 * grey[i] / white, opacity);
        }
        return line;
    }

    /** Luma after ITU-R BT.601. */
    private static byte[] colourRow(BufferedImage image, int row) {
        int[] colours = image.getRGB(0, row, image.getWidth(), 1, null, 0, image.getWidth());
        byte[] line = new byte[colours.length];
        for (int i = 0; i < line.length; i++) {
            int colour = colours[i];
            double luma = 0.299 * (colour >> 16 & 0xFF) + 0.587 * (colour >> 8 & 0xFF) + 0.114 * (colour & 0xFF);
            line[i] = (byte) onWhite(luma, (colour >>> 24) / 255.0);
        }
        return line;
    }

    private static long onWhite(double grey, double opacity) {
        return Math.round(opacity * grey + (1 - opacity) * 255);
    }
}
