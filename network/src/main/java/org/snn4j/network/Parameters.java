package org.snn4j.network;

/**
 * The checks that parameters of models and rules go through; written so that NaN fails. A number beyond what a 32-bit float
 * holds counts as infinite.
 */
public final class Parameters {
    /** Engines compute in single precision. */
    private static final double LARGEST = Float.MAX_VALUE;

    private Parameters() {}

    public static void finite(String owner, String name, double value) {
        require(Math.abs(value) <= LARGEST, owner, name, value, "a finite number");
    }

    public static void positive(String owner, String name, double value) {
        require(value > 0 && value <= LARGEST, owner, name, value, "a finite number above 0");
    }

    public static void atLeastZero(String owner, String name, double value) {
        require(value >= 0 && value <= LARGEST, owner, name, value, "a finite number of at least 0");
    }

    /** For a lower limit: any number below infinity, negative infinity for none. */
    public static void lowerLimit(String owner, String name, double value) {
        require(
                value == Double.NEGATIVE_INFINITY || Math.abs(value) <= LARGEST,
                owner,
                name,
                value,
                "a finite number, or negative infinity for none");
    }

    /** For a scale that need not be there: any number above 0, infinity for none. */
    public static void positiveOrNone(String owner, String name, double value) {
        require(
                value > 0 && (value <= LARGEST || value == Double.POSITIVE_INFINITY),
                owner,
                name,
                value,
                "a finite number above 0, or infinity for none");
    }

    private static void require(boolean holds, String owner, String name, double value, String right) {
        if (!holds) {
            throw new IllegalArgumentException(owner + "." + name + " is " + value + "; it must be " + right);
        }
    }
}
