package org.snn4j.cli;

import org.snn4j.network.kernel.ArrayKernels;

/** Which array kernels the event engine runs on. */
final class VectorUnit {
    private VectorUnit() {}

    /** The width of the vector unit, or why none is used. */
    static String inUse() {
        return ArrayKernels.fastest().vectorUnit();
    }
}
