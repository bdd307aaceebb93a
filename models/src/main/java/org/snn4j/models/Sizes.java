package org.snn4j.models;

/** The check that whole numbers in models go through. */
final class Sizes {
    private Sizes() {}

    static void require(String owner, String name, int size) {
        if (size < 1) {
            throw new IllegalArgumentException(owner + "." + name + " is " + size + "; it must be at least 1");
        }
    }
}
