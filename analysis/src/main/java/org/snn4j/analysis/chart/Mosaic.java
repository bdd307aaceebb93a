package org.snn4j.analysis.chart;

import org.snn4j.network.array.Shape;

/**
 * Where the pixels of equally large images stand in a grid that is as square as their number allows, with a gap of
 * one pixel around each. Images fill the rows from the left and the rows from the top.
 */
record Mosaic(int images, int imageHeight, int imageWidth) {
    private static final int GAP = 1;

    Mosaic {
        if (images < 1 || imageHeight < 1 || imageWidth < 1) {
            throw new IllegalArgumentException("a mosaic of " + images + " images of " + imageHeight + " x "
                    + imageWidth + " pixels is empty; each of the three must be 1 or more");
        }
    }

    static Mosaic of(int images, Shape image) {
        if (image.rank() != 2) {
            throw new IllegalArgumentException(
                    "an image of shape " + image + " cannot be drawn; give [height, width], such as [28, 28]");
        }
        return new Mosaic(images, image.length(0), image.length(1));
    }

    int columns() {
        return (int) Math.ceil(Math.sqrt(images));
    }

    int rows() {
        return (images + columns() - 1) / columns();
    }

    /** Of the whole mosaic, in pixels. */
    int width() {
        return columns() * (imageWidth + GAP) + GAP;
    }

    /** Of the whole mosaic, in pixels. */
    int height() {
        return rows() * (imageHeight + GAP) + GAP;
    }

    /** The horizontal place of the leftmost pixels of the image that stands at {@code place}. */
    int left(int place) {
        return place % columns() * (imageWidth + GAP) + GAP;
    }

    /** The vertical place of the topmost pixels of the image that stands at {@code place}. */
    int top(int place) {
        return place / columns() * (imageHeight + GAP) + GAP;
    }
}
