package org.snn4j.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.snn4j.network.NonFiniteException;
import org.snn4j.training.TrainingStopped;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one or two lines what went wrong, and which exit status that is. */
final class Failures {
    private static final long MEBI = 1L << 20;

    /** What shells take for the end by Ctrl-C. */
    private static final int INTERRUPTED = 130;

    private Failures() {}

    /** Arguments that picocli could not understand. */
    static int wrongUse(ParameterException error, String... arguments) {
        CommandLine command = error.getCommandLine();
        say(command, error.getMessage().lines().findFirst().orElse("wrong use"));
        if (!UnmatchedArgumentException.printSuggestions(error, command.getErr())) {
            command.getErr().println(command.getCommandSpec().qualifiedName() + " --help lists what it takes.");
        }
        return CommandLine.ExitCode.USAGE;
    }

    /** What a command threw. */
    static int failed(Throwable error, CommandLine command) {
        if (error instanceof TrainingStopped) {
            // The signal's own handling says so, and how to go on.
            return INTERRUPTED;
        }
        say(command, message(error));
        return error instanceof WrongUse ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
    }

    private static void say(CommandLine command, String message) {
        command.getErr().println("snn4j: " + message.replaceAll("\\R", " "));
    }

    /** What went wrong, in words. */
    static String message(Throwable error) {
        if (error instanceof FileSystemException file) {
            return message(file);
        }
        if (error instanceof OutOfMemoryError || error.getCause() instanceof OutOfMemoryError) {
            return "memory is full: Java may use " + Runtime.getRuntime().maxMemory() / MEBI
                    + " MiB. Fewer neurons or steps need less; SNN4J_JAVA_OPTS=-Xmx16g in the environment allows 16 GiB.";
        }
        boolean expected = error instanceof IOException
                || error instanceof UncheckedIOException
                || error instanceof IllegalArgumentException
                || error instanceof NonFiniteException
                || error instanceof WrongUse;
        return expected && error.getMessage() != null
                ? error.getMessage()
                : "unexpected " + error + "; --stacktrace shows where it came from";
    }

    /** The file and what is wrong with it, which the JDK leaves to the exception's type. */
    static String message(FileSystemException error) {
        if (error.getReason() != null) {
            return error.getMessage();
        }
        if (error instanceof NoSuchFileException) {
            return error.getFile() + ": there is no such file";
        }
        if (error instanceof AccessDeniedException) {
            return error.getFile() + ": access is denied";
        }
        if (error instanceof FileAlreadyExistsException) {
            return error.getFile() + ": a file is in the way";
        }
        return error.getFile() + ": not possible: " + error.getClass().getSimpleName();
    }
}
