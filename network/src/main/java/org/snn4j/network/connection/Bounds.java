package org.snn4j.network.connection;

/**
 * The range that weights are clipped to after each step: wmin and wmax.
 *
 * @param low the least weight; negative infinity for none
 * @param high the greatest weight; infinity for none
 */
public record Bounds(double low, double high) {
    public static final Bounds NONE = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public Bounds {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "wmin is " + low + " and wmax is " + high + "; wmin must not be above wmax");
        }
    }
}
