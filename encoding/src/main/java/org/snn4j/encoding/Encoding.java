package org.snn4j.encoding;

/** A way of turning values into spikes: a record of its parameters. */
public interface Encoding {
    /** The name on the command line and in files: "poisson". */
    String name();

    /**
     * An encoder for samples shown in the given window.
     *
     * @param seed together with the number of a sample fixes its spikes
     */
    Encoder encoder(Window window, long seed);
}
