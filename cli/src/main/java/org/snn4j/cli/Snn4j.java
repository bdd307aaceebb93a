package org.snn4j.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The {@code snn4j} command: spiking neural networks that learn by spike timing. */
@Command(
        name = "snn4j",
        description = "Spiking neural networks that learn by spike timing.",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        abbreviateSynopsis = true,
        sortOptions = false,
        subcommands = {
            TrainCommand.class,
            ResumeCommand.class,
            SearchCommand.class,
            ReproduceCommand.class,
            EvaluateCommand.class,
            PredictCommand.class,
            SimulateCommand.class,
            BenchCommand.class,
            EncodeCommand.class,
            ScoreCommand.class,
            PlotCommand.class,
            DatasetsCommand.class,
            DoctorCommand.class
        },
        footer = {"", "Exit status: 0 done, 1 failed, 2 wrong use."})
public final class Snn4j {
    private static final int LONGEST_OPTION = 30;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "With an error, show where in the program it came from.")
    private boolean stacktrace;

    private Snn4j() {}

    /** Runs a command line and ends the process with its exit status. */
    public static void main(String... arguments) {
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
    }

    /**
     * Runs a command line.
     *
     * @param results where results go
     * @param messages where progress and errors go
     * @return the exit status: 0 done, 1 failed, 2 wrong use
     */
    static int run(PrintWriter results, PrintWriter messages, String... arguments) {
        CommandLine command = commandLine(results, messages);
        Snn4j options = command.getCommand();
        command.setParameterExceptionHandler(Failures::wrongUse);
        command.setExecutionExceptionHandler((error, where, parsed) -> options.failed(error, where));
        try {
            return command.execute(arguments);
        } catch (OutOfMemoryError e) {
            return options.failed(e, command);
        }
    }

    /** All commands with their options. */
    static CommandLine commandLine(PrintWriter results, PrintWriter messages) {
        CommandLine command = new CommandLine(new Snn4j());
        for (String name : List.of("train", "search")) {
            CommandSpec trains = command.getSubcommands().get(name).getCommandSpec();
            TeacherParameters.addTo(trains);
            ModelParameters.addTo(trains);
        }
        HelpSections.addTo(command);
        command.setOut(results);
        command.setErr(messages);
        command.setUsageHelpLongOptionsMaxWidth(LONGEST_OPTION);
        return command;
    }

    private int failed(Throwable error, CommandLine command) {
        if (stacktrace) {
            error.printStackTrace(command.getErr());
        }
        return Failures.failed(error, command);
    }
}
