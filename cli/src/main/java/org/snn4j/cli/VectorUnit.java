package org.snn4j.cli;

/** Which array kernels the event engine runs on. */
final class VectorUnit {
    private VectorUnit() {}

    /** "plain" for Java loops that the JIT compiler vectorises. */
    static String inUse() {
        return "plain";
    }
}
