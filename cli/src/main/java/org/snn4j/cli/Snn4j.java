package org.snn4j.cli;

import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The {@code snn4j} command: spiking neural networks that learn by spike timing. */
@Command(
        name = "snn4j",
        description = "Spiking neural networks that learn by spike timing.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TrainCommand.class, EvaluateCommand.class, PredictCommand.class, DoctorCommand.class},
        footer = {"", "Exit status: 0 done, 1 failed, 2 wrong use."})
public final class Snn4j {
    @Option(
            names = "--stacktrace",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show where in the program an error came from.")
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
        Snn4j options = new Snn4j();
        CommandLine command = new CommandLine(options);
        ModelParameters.addTo(command.getSubcommands().get("train").getCommandSpec());
        command.setOut(results);
        command.setErr(messages);
        command.setCaseInsensitiveEnumValuesAllowed(true);
        command.setParameterExceptionHandler(Snn4j::wrongUse);
        command.setExecutionExceptionHandler((error, where, parsed) -> failed(error, where, options.stacktrace));
        int status = command.execute(arguments);
        results.flush();
        messages.flush();
        return status;
    }

    private static int wrongUse(CommandLine.ParameterException error, String... arguments) {
        CommandLine command = error.getCommandLine();
        command.getErr()
                .println("snn4j: " + error.getMessage().lines().findFirst().orElse("wrong use"));
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(error, command.getErr())) {
            command.getErr().println("`" + command.getCommandSpec().qualifiedName() + " --help` lists what it takes.");
        }
        return CommandLine.ExitCode.USAGE;
    }

    private static int failed(Exception error, CommandLine command, boolean stacktrace) {
        command.getErr().println("snn4j: " + message(error).replaceAll("\\R", " "));
        if (stacktrace) {
            error.printStackTrace(command.getErr());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String message(Exception error) {
        if (error instanceof FileSystemException && ((FileSystemException) error).getReason() == null) {
            String file = ((FileSystemException) error).getFile();
            if (error instanceof NoSuchFileException) {
                return file + ": there is no such file";
            }
            if (error instanceof AccessDeniedException) {
                return file + ": access is denied";
            }
        }
        return error.getMessage() == null ? error.toString() : error.getMessage();
    }
}
