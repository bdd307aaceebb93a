package org.snn4j.cli;

import java.io.PrintWriter;
import java.util.OptionalInt;
import org.snn4j.datasets.images.download.DownloadListener;
import org.snn4j.network.Engine;
import org.snn4j.tensor.TensorEngine;
import picocli.CommandLine.Option;

/** The options that say how to run and what to show. */
final class Execution {
    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = "event",
            converter = Values.Engine.class,
            description =
                    "What simulates: event, or tensor (ND4J), for train with --batch, simulate and bench [${DEFAULT-VALUE}]")
    private String engine;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = Values.Count.class,
            description = "Threads: learning takes one and encodes on a second, passes in which nothing is learned"
                    + " take all; results do not depend on it [one for each core]")
    private Integer threads;

    @Option(names = "--json", description = "Print exactly one JSON object.")
    private boolean json;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    String engine() {
        return engine;
    }

    /** For commands that show one image at a time to a frozen network, at which the tensor engine is slow. */
    void requireEvent() {
        if (!engine.equals("event")) {
            throw new WrongUse("--engine is " + engine
                    + "; in this version event would be right, tensor serves train, simulate and bench");
        }
    }

    /** Takes the engine of a run that is gone on with. @throws WrongUse if another was asked for */
    void goOnOnEngineOf(Execution begun) {
        if (!engine.equals("event") && !engine.equals(begun.engine)) {
            throw new WrongUse("--engine is " + engine + ", but the run began on " + begun.engine
                    + ", on which alone it goes on bit for bit");
        }
        engine = begun.engine;
    }

    /** What simulates. An engine that joins gets its name in {@link Values.Engine} and its case here. */
    Engine newEngine() {
        return switch (engine) {
            case "event" -> Engine.event(threads());
            case "tensor" -> new TensorEngine();
            default -> throw new IllegalStateException("nothing makes the engine " + engine);
        };
    }

    int threads() {
        return threadsGiven().orElse(Runtime.getRuntime().availableProcessors());
    }

    /** How many threads were asked for. */
    OptionalInt threadsGiven() {
        return threads == null ? OptionalInt.empty() : OptionalInt.of(threads);
    }

    boolean json() {
        return json;
    }

    /** Says something beside the results, if progress is wanted. */
    void note(PrintWriter messages, String text) {
        if (!quiet) {
            messages.println(text);
        }
    }

    /** Says what is downloaded, if progress is wanted. */
    DownloadListener downloads(PrintWriter messages) {
        return quiet ? DownloadListener.NONE : new DownloadText(messages);
    }

    /** Shows progress, if it is wanted. */
    ProgressDisplay progress(PrintWriter messages) {
        return quiet ? ProgressDisplay.none() : ProgressDisplay.to(messages);
    }
}
