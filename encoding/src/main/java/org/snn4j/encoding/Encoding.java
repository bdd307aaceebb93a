package org.snn4j.encoding;

import java.util.List;

/** A way of turning values into spikes: a record of its parameters. */
public interface Encoding {
    /** The name on the command line and in files: "poisson". */
    String name();

    /** The rate of an input of value 1, Hz. */
    double intensity();

    /**
     * An encoder for samples shown in the given window.
     *
     * @param seed together with the number of a sample fixes its spikes
     */
    Encoder encoder(Window window, long seed);

    /**
     * The encoding of a name.
     *
     * @throws IllegalArgumentException naming those that there are
     */
    static Encoding named(String name, double intensity) {
        List<Encoding> encodings = List.of(new Poisson(intensity), new PoissonIntervals(intensity));
        return encodings.stream()
                .filter(encoding -> encoding.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no encoder " + name + "; the encoders are "
                        + encodings.stream().map(Encoding::name).toList()));
    }
}
