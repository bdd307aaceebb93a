package org.snn4j.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** The options that say how to run and what to show. */
final class Execution {
    @Option(
            names = "--engine",
            paramLabel = "event",
            converter = Values.Engine.class,
            description = "What simulates. Default: ${DEFAULT-VALUE}")
    private String engine = "event";

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = Values.Count.class,
            description = "Threads for passes in which nothing is learned; results do not depend on it. Default: one"
                    + " for each core")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "Print exactly one JSON object.")
    private boolean json;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    String engine() {
        return engine;
    }

    int threads() {
        return threads;
    }

    boolean json() {
        return json;
    }

    /** Shows progress, if it is wanted. */
    ProgressDisplay progress(PrintWriter messages) {
        return quiet ? ProgressDisplay.none() : ProgressDisplay.to(messages);
    }
}
