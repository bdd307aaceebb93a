package org.snn4j.network.kernel;

/**
 * Where in an array a cache line begins. A vector that lies across two lines costs twice as much to load, and rows of weights
 * would all do so, since HotSpot puts the elements of an array 16 bytes after its beginning. Where objects begin with cache
 * lines (java -XX:ObjectAlignmentInBytes=64), element {@link #LEAD} does too.
 */
public final class CacheLine {
    /** What a program that has aligned its objects says so with: the number of bytes. */
    public static final String ALIGNMENT_PROPERTY = "org.snn4j.objectAlignmentInBytes";

    /** How many elements rows leave unused at their beginning. */
    public static final int LEAD = Integer.getInteger(ALIGNMENT_PROPERTY, 8) % 64 == 0 ? (64 - 16) / Float.BYTES : 0;

    private CacheLine() {}
}
