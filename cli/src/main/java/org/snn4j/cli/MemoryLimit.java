package org.snn4j.cli;

import java.util.Locale;

/** Refuses what cannot fit into the memory that Java may use, before it has taken any time. */
final class MemoryLimit {
    private static final double MEBI = 1 << 20;
    private static final double GIBI = 1 << 30;
    /** What is worth recommending, beside what is needed at least. */
    private static final double ROOM = 1.25;

    private MemoryLimit() {}

    /** @throws IllegalArgumentException if it is more than Java may use, with both and the way out */
    static void require(long bytes) {
        require(bytes, Runtime.getRuntime().maxMemory());
    }

    static void require(long bytes, long limit) {
        if (bytes > limit) {
            long enough = (long) Math.ceil(ROOM * bytes / GIBI);
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "this needs at least %,.0f MiB of memory, but Java may use %,.0f MiB. Fewer neurons or threads need less;"
                            + " SNN4J_JAVA_OPTS=-Xmx%dg in the environment allows %d GiB.",
                    bytes / MEBI,
                    limit / MEBI,
                    enough,
                    enough));
        }
    }
}
