package org.snn4j.datasets.images.folder;

import java.util.Arrays;
import java.util.Objects;
import org.snn4j.datasets.images.AreaMean;
import org.snn4j.datasets.images.GreyImage;
import org.snn4j.datasets.images.digit.DigitImage;

/**
 * The form that all images of a set are brought into.
 *
 * @param height in pixels
 * @param width in pixels
 * @param framing how; digits are framed in 28 x 28 only
 */
public record ImageForm(int height, int width, Framing framing) {
    /** MNIST's 28 x 28. */
    private static final int SIDE = 28;

    public ImageForm {
        Objects.requireNonNull(framing, "the framing of images is missing");
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException("images are to have " + height + " x " + width
                    + " pixels; at least one in either direction would be right");
        }
        if (framing == Framing.DIGIT && (height != SIDE || width != SIDE)) {
            throw new IllegalArgumentException("digits are framed in 28 x 28 pixels, not in " + height + " x " + width);
        }
    }

    /** 28 x 28, which networks made for MNIST take. */
    public static ImageForm of(Framing framing) {
        return new ImageForm(SIDE, SIDE, framing);
    }

    /**
     * An image in this form; one that has the size already is left as it is, but that a digit dark on light becomes light
     * on dark.
     *
     * @throws IllegalArgumentException if a digit is wanted, but the image is empty
     */
    public GreyImage applied(GreyImage image) {
        if (framing == Framing.DIGIT) {
            return DigitImage.framed(image);
        }
        return image.height() == height && image.width() == width ? image : fitted(image);
    }

    private GreyImage fitted(GreyImage image) {
        double scale = Math.min((double) height / image.height(), (double) width / image.width());
        double[][] scaled =
                AreaMean.scaled(image.levels(), Math.max(1, (int) Math.round(scale * image.height())), Math.max(1, (int)
                        Math.round(scale * image.width())));
        byte[] pixels = new byte[height * width];
        Arrays.fill(pixels, (byte) image.borderMedian());
        int top = (height - scaled.length) / 2;
        int left = (width - scaled[0].length) / 2;
        for (int row = 0; row < scaled.length; row++) {
            for (int column = 0; column < scaled[0].length; column++) {
                pixels[(top + row) * width + left + column] = (byte) Math.round(scaled[row][column]);
            }
        }
        return GreyImage.of(height, width, pixels);
    }
}
