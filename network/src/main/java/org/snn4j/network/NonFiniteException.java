package org.snn4j.network;

/** A weight, threshold or potential has become infinite or not a number, from which no sample brings it back. */
public final class NonFiniteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * What was found.
     *
     * @param what the variable and its index: "X-Ae.w[12, 3]"
     * @param value what it has become
     * @param sample the number of the sample in whose run it has
     */
    public NonFiniteException(String what, float value, long sample) {
        super(what + " has become " + value + " in the run of sample " + sample
                + "; smaller learning rates, weights or currents, or bounds on the weights, would keep it finite");
    }
}
