package org.snn4j.training.trial;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snn4j.network.file.AtomicFiles;
import org.snn4j.network.file.StrictJson;
import org.snn4j.network.file.StrictObject;
import org.snn4j.training.ProcessLock;

/**
 * What trials came to, kept in a folder: {@code trials.jsonl} has a line for each, which is written as it ends. One program
 * at a time may have the folder open. Safe for several threads.
 */
public final class TrialLog implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FINGERPRINT = "fingerprint";

    private final Path file;
    private final ProcessLock lock;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, Outcome> outcomes = new HashMap<>();

    private TrialLog(Path file, ProcessLock lock) {
        this.file = file;
        this.lock = lock;
    }

    /**
     * Opens the log in a folder, which is made if it is not there.
     *
     * @throws IOException if a line cannot be read, with its number, or another program has the folder open
     */
    public static TrialLog open(Path folder) throws IOException {
        Files.createDirectories(folder);
        ProcessLock lock = ProcessLock.of(folder.resolve("trials.lock"))
                .orElseThrow(
                        () -> new FileSystemException(
                                folder.toString(),
                                null,
                                "another program is at work in this folder; when it has ended, or another folder, would be right"));
        try {
            TrialLog log = new TrialLog(folder.resolve("trials.jsonl"), lock);
            log.read();
            return log;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The file. */
    public Path file() {
        return file;
    }

    /** What a trial came to, if it has been done. @param fingerprint the trial's */
    public synchronized Optional<Outcome> outcome(String fingerprint) {
        return Optional.ofNullable(outcomes.get(fingerprint));
    }

    /** Writes what a trial came to, before it returns. */
    public synchronized void add(Trial trial, String fingerprint, Outcome outcome) throws IOException {
        lines.add(MAPPER.writeValueAsString(line(trial, fingerprint, outcome)));
        byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        AtomicFiles.write(file, out -> out.write(text));
        outcomes.put(fingerprint, outcome);
    }

    private static ObjectNode line(Trial trial, String fingerprint, Outcome outcome) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        ObjectNode settings = line.putObject("settings");
        trial.settings().forEach(settings::put);
        line.put("model", trial.plan().model().name())
                .put("neurons", trial.plan().model().neurons())
                .put("seed", trial.plan().seed())
                .put("epochs", trial.plan().epochs())
                .put("trainSamples", trial.images().train().size())
                .put("testSamples", trial.images().test().size());
        return line.<ObjectNode>setAll(outcome.json()).put(FINGERPRINT, fingerprint);
    }

    private void read() throws IOException {
        if (Files.notExists(file)) {
            return;
        }
        lines.addAll(Files.readAllLines(file));
        for (int i = 0; i < lines.size(); i++) {
            byte[] line = lines.get(i).getBytes(StandardCharsets.UTF_8);
            StrictObject json = StrictJson.read(line, file + " line " + (i + 1));
            outcomes.put(json.text(FINGERPRINT), Outcome.read(json));
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
