package org.snn4j.analysis.chart;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** A mosaic in a palette of some colours and one for the gaps, one pixel for each value. */
final class IndexedMosaic {
    /**
     * So few that two pixels share a byte: the file is a third of a smooth one. An odd number, so that of weights of both signs
     * zero has a colour of its own.
     */
    static final int FEW = 7;
    /** So many that it looks smooth, and a byte can still number them and the gap. */
    static final int MANY = 255;

    private static final int BITS_OF_FEW = 4;

    private final Mosaic mosaic;
    private final ColourScale scale;
    private final Color gap;
    private final int colours;
    /** The number of each pixel's colour; that of the gap is the last. */
    private final byte[] pixels;

    /** Nothing but gap so far. @param colours {@link #FEW} or {@link #MANY} */
    IndexedMosaic(Mosaic mosaic, ColourScale scale, Color gap, int colours) {
        this.mosaic = mosaic;
        this.scale = scale;
        this.gap = gap;
        this.colours = colours;
        this.pixels = new byte[mosaic.width() * mosaic.height()];
        Arrays.fill(pixels, (byte) colours);
    }

    /** @param values of the pixels of the image at that place, row by row */
    void paint(int place, IntToDoubleFunction values) {
        double perColour = (scale.high() - scale.low()) / (colours - 1);
        int corner = mosaic.top(place) * mosaic.width() + mosaic.left(place);
        for (int row = 0; row < mosaic.imageHeight(); row++) {
            for (int column = 0; column < mosaic.imageWidth(); column++) {
                double value = values.applyAsDouble(row * mosaic.imageWidth() + column);
                long colour = Math.round((value - scale.low()) / perColour);
                pixels[corner + row * mosaic.width() + column] = (byte) Math.min(Math.max(colour, 0), colours - 1);
            }
        }
    }

    PngImage png() {
        boolean few = colours == FEW;
        BufferedImage image = new BufferedImage(
                mosaic.width(),
                mosaic.height(),
                few ? BufferedImage.TYPE_BYTE_BINARY : BufferedImage.TYPE_BYTE_INDEXED,
                palette(few ? BITS_OF_FEW : Byte.SIZE));
        image.getRaster().setDataElements(0, 0, mosaic.width(), mosaic.height(), pixels);
        return PngImage.encode(image, 1);
    }

    private IndexColorModel palette(int bits) {
        int[] rgb = new int[colours + 1];
        for (int colour = 0; colour < colours; colour++) {
            rgb[colour] = scale.colour(scale.low() + colour * (scale.high() - scale.low()) / (colours - 1))
                    .getRGB();
        }
        rgb[colours] = gap.getRGB();
        return new IndexColorModel(bits, rgb.length, rgb, 0, false, -1, DataBuffer.TYPE_BYTE);
    }
}
