package org.snn4j.analysis.chart;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;

/**
 * The images of {@link ReceptiveFields} alone, one pixel for each weight, in 255 shades of the same colours: quickly drawn, to
 * be shown again and again.
 *
 * @param png the picture
 * @param columns how many images stand in a row; from one image to the next it is a pixel more than an image is wide, or
 *     high, and the first stands a pixel from the left and the top
 */
public record MosaicPicture(PngImage png, int columns) {
    private static final int SHADES = 255;
    private static final int GAP_INDEX = SHADES;
    private static final int GAP_COLOUR = 0xd5dae0;

    /**
     * Draws the images in the order of the neurons.
     *
     * @param fields [pixels, neurons], finite
     * @param image [height, width]
     * @throws IllegalArgumentException if the shapes do not fit each other or a weight is not finite
     */
    public static MosaicPicture of(FloatArray fields, Shape image) {
        ColourScale scale = ReceptiveFields.of(fields, image).scale();
        Mosaic mosaic = Mosaic.of(fields.shape().length(1), image);
        byte[] indices = new byte[mosaic.width() * mosaic.height()];
        Arrays.fill(indices, (byte) GAP_INDEX);
        for (int place = 0; place < mosaic.images(); place++) {
            paint(indices, mosaic, fields, scale, place);
        }
        BufferedImage picture =
                new BufferedImage(mosaic.width(), mosaic.height(), BufferedImage.TYPE_BYTE_INDEXED, palette(scale));
        picture.getRaster().setDataElements(0, 0, mosaic.width(), mosaic.height(), indices);
        return new MosaicPicture(PngImage.encode(picture, 1), mosaic.columns());
    }

    private static void paint(byte[] indices, Mosaic mosaic, FloatArray fields, ColourScale scale, int place) {
        double shade = (SHADES - 1) / (scale.high() - scale.low());
        for (int row = 0; row < mosaic.imageHeight(); row++) {
            int target = (mosaic.top(place) + row) * mosaic.width() + mosaic.left(place);
            for (int column = 0; column < mosaic.imageWidth(); column++) {
                int input = row * mosaic.imageWidth() + column;
                float weight = fields.get(input * mosaic.images() + place);
                indices[target + column] = (byte) Math.round((weight - scale.low()) * shade);
            }
        }
    }

    private static IndexColorModel palette(ColourScale scale) {
        int[] colours = new int[SHADES + 1];
        for (int shade = 0; shade < SHADES; shade++) {
            double value = scale.low() + shade * (scale.high() - scale.low()) / (SHADES - 1);
            colours[shade] = scale.colour(value).getRGB();
        }
        colours[GAP_INDEX] = GAP_COLOUR;
        return new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
    }
}
