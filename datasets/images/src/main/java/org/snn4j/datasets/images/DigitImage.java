package org.snn4j.datasets.images;

import java.io.IOException;
import java.nio.file.Path;

/** A digit in an image file, brought into the form of MNIST's, so that a network trained on those can read it. */
public final class DigitImage {
    private DigitImage() {}

    /**
     * Reads an image of any size that the JDK can decode (PNG, JPEG, GIF, BMP, TIFF), colours as grey and transparency
     * as white, and makes it 28 x 28, light on dark. The median of the pixels along the border is the background; if
     * that is light, the image is inverted. An image that is 28 x 28 already is otherwise left as it is. Any other has
     * its background taken away, is cut to its ink, scaled to 20 pixels along the longer side, stretched to full white
     * and placed with its centre of mass in the middle.
     *
     * @throws IOException naming the file if it is missing, no image, damaged, larger than 64 million pixels, or empty
     */
    public static GreyImage read(Path file) throws IOException {
        GreyImage image = ImageFile.read(file);
        try {
            return DigitFrame.frame(image);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }
}
