package org.snn4j.analysis.chart;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** A mosaic in a palette of seven colours and one for the gaps, which takes a third of the bytes of a smooth one. */
final class IndexedMosaic {
    private static final int BITS = 4;
    /** An odd number, so that of weights of both signs zero has a colour of its own. */
    private static final int COLOURS = 7;

    private final Mosaic mosaic;
    private final ColourScale scale;
    private final Color gap;
    /** The number of each pixel's colour; that of the gap is the last. */
    private final int[] pixels;

    /** Nothing but gap so far. */
    IndexedMosaic(Mosaic mosaic, ColourScale scale, Color gap) {
        this.mosaic = mosaic;
        this.scale = scale;
        this.gap = gap;
        this.pixels = new int[mosaic.width() * mosaic.height()];
        Arrays.fill(pixels, COLOURS);
    }

    /** @param values of the pixels of the image at that place, row by row */
    void paint(int place, IntToDoubleFunction values) {
        double perColour = (scale.high() - scale.low()) / (COLOURS - 1);
        int corner = mosaic.top(place) * mosaic.width() + mosaic.left(place);
        for (int row = 0; row < mosaic.imageHeight(); row++) {
            for (int column = 0; column < mosaic.imageWidth(); column++) {
                double value = values.applyAsDouble(row * mosaic.imageWidth() + column);
                long colour = Math.round((value - scale.low()) / perColour);
                pixels[corner + row * mosaic.width() + column] = (int) Math.min(Math.max(colour, 0), COLOURS - 1);
            }
        }
    }

    /** One pixel for each value. */
    PngImage png() {
        BufferedImage image =
                new BufferedImage(mosaic.width(), mosaic.height(), BufferedImage.TYPE_BYTE_BINARY, palette());
        image.getRaster().setPixels(0, 0, mosaic.width(), mosaic.height(), pixels);
        return PngImage.encode(image, 1);
    }

    private IndexColorModel palette() {
        int[] rgb = new int[COLOURS + 1];
        for (int colour = 0; colour < COLOURS; colour++) {
            rgb[colour] = scale.colour(scale.low() + colour * (scale.high() - scale.low()) / (COLOURS - 1))
                    .getRGB();
        }
        rgb[COLOURS] = gap.getRGB();
        return new IndexColorModel(BITS, rgb.length, rgb, 0, false, -1, DataBuffer.TYPE_BYTE);
    }
}
