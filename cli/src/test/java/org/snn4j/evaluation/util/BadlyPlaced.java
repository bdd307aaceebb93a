package org.snn4j.evaluation.util;

/** For the architecture test: in a package whose name says nothing. */
public final class BadlyPlaced {
    private BadlyPlaced() {}
}
