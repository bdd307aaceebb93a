package org.snn4j.network.kernel;

/** Chooses, once, between the plain kernels and those on {@code jdk.incubator.vector}. */
final class FastestKernels {
    static final ArrayKernels CHOSEN = choose();

    private static final String VECTOR_MODULE = "jdk.incubator.vector";
    private static final String VECTOR_KERNELS = "org.snn4j.network.kernel.VectorKernels";

    private FastestKernels() {}

    private static ArrayKernels choose() {
        if (ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty()) {
            return new PlainKernels("none: plain Java kernels; java --add-modules " + VECTOR_MODULE + " would use one");
        }
        try {
            return (ArrayKernels)
                    Class.forName(VECTOR_KERNELS).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            return new PlainKernels("none: plain Java kernels; those on " + VECTOR_MODULE + " do not load: " + e);
        }
    }
}
