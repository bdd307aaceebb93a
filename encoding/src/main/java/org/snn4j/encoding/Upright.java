package org.snn4j.encoding;

/**
 * Images of handwriting sheared upright, so that slanted writing looks like any other: "deskewed" in LeCun et al. 1998 (doi
 * 10.1109/5.726791), where a nearest neighbour then errs half as often. Nothing is learned for it and no label is used.
 */
public final class Upright {
    /** What images are made of: encoders have their tables for these. */
    private static final float LEVELS = 255;

    private Upright() {}

    /**
     * The image sheared along its rows until ink above and below the centre of mass lies over each other, and moved so that the
     * centre of mass is in the middle: with c the middle, m the centre and s = Σ v (x − mx)(y − my) / Σ v (y − my)², the value
     * at (x, y) is that of the image at (x − c + mx + s (y − c), y − c + my), between four pixels in proportion, in whole 255ths.
     * Nothing lies outside.
     *
     * @param image row by row, as many rows as columns; not modified
     * @return of the same length; of an image without ink, the same values
     * @throws IllegalArgumentException if it is not square
     */
    public static float[] of(float[] image) {
        int side = (int) Math.sqrt(image.length);
        if (side * side != image.length) {
            throw new IllegalArgumentException("the image has " + image.length
                    + " pixels; only one with as many rows as columns can be sheared upright");
        }
        Moments ink = Moments.of(image, side);
        return ink.sum() > 0 ? sheared(image, side, ink) : image.clone();
    }

    private static float[] sheared(float[] image, int side, Moments ink) {
        float[] upright = new float[image.length];
        double middle = (side - 1) / 2.0;
        for (int y = 0; y < side; y++) {
            double fromY = y - middle + ink.y();
            double shift = ink.x() - middle + ink.slope() * (y - middle);
            for (int x = 0; x < side; x++) {
                double value = between(image, side, x + shift, fromY);
                upright[y * side + x] = (float) Math.rint(value * LEVELS) / LEVELS;
            }
        }
        return upright;
    }

    private static double between(float[] image, int side, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double right = x - left;
        double down = y - top;
        return (1 - down) * ((1 - right) * at(image, side, left, top) + right * at(image, side, left + 1, top))
                + down * ((1 - right) * at(image, side, left, top + 1) + right * at(image, side, left + 1, top + 1));
    }

    private static double at(float[] image, int side, int x, int y) {
        return x >= 0 && x < side && y >= 0 && y < side ? image[y * side + x] : 0;
    }

    /**
     * Where the ink of an image is.
     *
     * @param x the column of its centre
     * @param y the row of its centre
     * @param slope by how many columns it leans to the right with each row down
     */
    private record Moments(double sum, double x, double y, double slope) {
        static Moments of(float[] image, int side) {
            double sum = 0;
            double sumX = 0;
            double sumY = 0;
            double sumXY = 0;
            double sumYY = 0;
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    double value = image[y * side + x];
                    sum += value;
                    sumX += value * x;
                    sumY += value * y;
                    sumXY += value * x * y;
                    sumYY += value * y * y;
                }
            }
            double centreX = sumX / sum;
            double centreY = sumY / sum;
            double spread = sumYY / sum - centreY * centreY;
            // Of a level line there is nothing that could lean, but for rounding.
            double slope = spread > 1e-3 ? (sumXY / sum - centreX * centreY) / spread : 0;
            return new Moments(sum, centreX, centreY, slope);
        }
    }
}
