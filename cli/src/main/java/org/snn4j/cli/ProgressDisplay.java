package org.snn4j.cli;

import java.io.PrintWriter;
import org.snn4j.training.Progress;

/** Shows on standard error how far a phase has come: one live line on a terminal, otherwise a line now and then. */
interface ProgressDisplay extends Progress.Listener, AutoCloseable {
    /** The launcher says so when standard error is a terminal, which Java cannot find out. */
    boolean TERMINAL = Boolean.getBoolean("snn4j.terminal");

    static ProgressDisplay none() {
        return progress -> {};
    }

    static ProgressDisplay to(PrintWriter messages) {
        return TERMINAL ? new LiveProgress(System.err) : new PlainProgress(messages);
    }

    /** What is shown next goes on from where another run of the program was after so many seconds. */
    default void goOnAfter(double seconds) {}

    /** Leaves the cursor at the beginning of a line. */
    @Override
    default void close() {}
}
