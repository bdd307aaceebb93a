package org.snn4j.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say how to run and what to show. */
final class Execution {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--engine",
            paramLabel = "event",
            defaultValue = "event",
            description = "What simulates. Default: ${DEFAULT-VALUE}")
    private String engine;

    @Option(names = "--json", description = "Print exactly one JSON object.")
    private boolean json;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads for passes in which nothing is learned; results do not depend on it. Default: one"
                    + " for each core.")
    void setThreads(int count) {
        if (count < 1) {
            throw new ParameterException(spec.commandLine(), "--threads is " + count + "; it must be at least 1");
        }
        threads = count;
    }

    int threads() {
        return threads;
    }

    /** The engine's name. @throws ParameterException if there is no such engine */
    String engine() {
        if (!engine.equals("event")) {
            throw new ParameterException(
                    spec.commandLine(), "there is no engine " + engine + " in this version; event would be right");
        }
        return engine;
    }

    boolean json() {
        return json;
    }

    ProgressLine progress(CommandSpec command) {
        return ProgressLine.of(
                quiet ? ProgressLine.Mode.QUIET : ProgressLine.Mode.SHOW,
                command.commandLine().getErr());
    }
}
