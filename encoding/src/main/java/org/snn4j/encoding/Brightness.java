package org.snn4j.encoding;

/** What the values of a sample must be to say how bright an input is. */
final class Brightness {
    private Brightness() {}

    /** @throws IllegalArgumentException naming the first value that is negative or not finite */
    static void require(float... values) {
        for (int input = 0; input < values.length; input++) {
            if (!(values[input] >= 0 && values[input] < Float.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("the value of input " + input + " is " + values[input]
                        + "; a brightness must be finite and at least 0");
            }
        }
    }
}
