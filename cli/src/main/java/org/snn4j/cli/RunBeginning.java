package org.snn4j.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snn4j.network.file.AtomicFiles;
import org.snn4j.network.file.MalformedJsonException;
import org.snn4j.network.file.StrictJson;
import org.snn4j.network.file.StrictObject;
import org.snn4j.training.RunFolder;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * How a run was begun, which its folder remembers in {@code run.json}: enough to begin it again.
 *
 * @param arguments of the command line, the seed among them
 * @param workingFolder where it was given: paths among the arguments begin there
 * @param version of the program
 */
record RunBeginning(List<String> arguments, Path workingFolder, String version) {
    private static final String FORMAT = "snn4j-run/1";

    RunBeginning {
        arguments = List.copyOf(arguments);
    }

    /** One that begins here and now. */
    static RunBeginning now(List<String> arguments) {
        return new RunBeginning(arguments, Path.of("").toAbsolutePath(), Version.current());
    }

    static Path file(RunFolder folder) {
        return folder.path().resolve("run.json");
    }

    void write(RunFolder folder) throws IOException {
        ObjectNode json = Json.object().put("format", FORMAT);
        arguments.forEach(json.putArray("arguments")::add);
        json.put("workingFolder", workingFolder.toString()).put("version", version);
        byte[] text = StrictJson.write(json);
        AtomicFiles.write(file(folder), out -> out.write(text));
    }

    /** @throws IOException if it is no run folder, naming it, or its file is malformed */
    static RunBeginning read(RunFolder folder) throws IOException {
        Path file = file(folder);
        if (!Files.isRegularFile(file)) {
            String what =
                    Files.isDirectory(folder.path()) ? "is no run folder: there is no run.json in it" : "is no folder";
            throw new IOException(folder.path() + ": " + what + "; a folder that train made would be right");
        }
        StrictObject json = StrictJson.read(Files.readAllBytes(file), file.toString());
        if (!json.text("format").equals(FORMAT)) {
            throw json.wrong("format", json.required("format"), "\"" + FORMAT + "\", which this version reads,");
        }
        RunBeginning beginning =
                new RunBeginning(texts(json, "arguments"), Path.of(json.text("workingFolder")), json.text("version"));
        json.finish();
        return beginning;
    }

    private static List<String> texts(StrictObject json, String name) throws MalformedJsonException {
        List<String> texts = new ArrayList<>();
        for (JsonNode text : json.list(name)) {
            if (!text.isTextual()) {
                throw json.wrong(name, text, "a list of texts");
            }
            texts.add(text.textValue());
        }
        return texts;
    }

    /**
     * The command that began the run, with its options.
     *
     * @param user whose output it takes for its own
     * @throws IOException if it is another command, or has options that this version does not know
     */
    TrainCommand command(RunFolder folder, CommandLine user) throws IOException {
        CommandLine command = Snn4j.commandLine(user.getOut(), user.getErr());
        try {
            ParseResult parsed = command.parseArgs(arguments.toArray(String[]::new));
            if (parsed.hasSubcommand()
                    && parsed.subcommand().commandSpec().userObject() instanceof TrainCommand train) {
                return train;
            }
            throw new IOException(file(folder) + ": arguments are " + arguments + "; those of train would be right");
        } catch (ParameterException e) {
            throw new IOException(file(folder) + ": arguments: " + e.getMessage(), e);
        }
    }

    /** Takes the file away where nothing else is there: nothing has come of the run. */
    static void forget(RunFolder folder) throws IOException {
        if (Files.isDirectory(folder.path())) {
            try (var files = Files.list(folder.path())) {
                if (files.allMatch(file(folder)::equals)) {
                    Files.deleteIfExists(file(folder));
                }
            }
        }
    }
}
