package org.snn4j.datasets.images.digit;

import java.io.IOException;
import java.nio.file.Path;
import org.snn4j.datasets.images.GreyImage;
import org.snn4j.datasets.images.ImageFile;

/** A digit in an image file, brought into the form of MNIST's, so that a network trained on those can read it. */
public final class DigitImage {
    private DigitImage() {}

    /**
     * Reads an image file that the JDK can decode (PNG, JPEG, GIF, BMP, TIFF), colours as grey and transparency as white,
     * and frames it.
     *
     * @throws IOException naming the file if it is missing, no image, damaged, larger than 64 million pixels, or empty
     */
    public static GreyImage read(Path file) throws IOException {
        GreyImage image = ImageFile.read(file);
        try {
            return framed(image);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Makes an image of any size 28 x 28, light on dark. An image that is 28 x 28 already is only inverted, if the median
     * of its border is light. Of any other, uneven light is estimated and divided out, so that ink remains, be it darker
     * or lighter than its background; noise and specks of dust go; the ink is cut out, scaled to 20 pixels along the
     * longer side, stretched to full white, and placed with its centre of mass in the middle.
     *
     * @throws IllegalArgumentException if the image holds nothing but its background
     */
    public static GreyImage framed(GreyImage image) {
        return DigitFrame.frame(image);
    }
}
