package org.snn4j.cli;

import java.io.PrintWriter;
import org.snn4j.network.Engine;
import picocli.CommandLine.Option;

/** The options that say how to run and what to show. */
final class Execution {
    @Option(
            names = "--engine",
            paramLabel = "event",
            defaultValue = "event",
            converter = Values.Engine.class,
            description = "What simulates [${DEFAULT-VALUE}]")
    private String engine;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = Values.Count.class,
            description = "Threads for passes in which nothing is learned; results do not depend on it [one"
                    + " for each core]")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "Print exactly one JSON object.")
    private boolean json;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    String engine() {
        return engine;
    }

    /** What simulates. An engine that joins gets its name in {@link Values.Engine} and its case here. */
    Engine newEngine() {
        return switch (engine) {
            case "event" -> Engine.event();
            default -> throw new IllegalStateException("nothing makes the engine " + engine);
        };
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
