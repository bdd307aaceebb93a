package org.snn4j.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.snn4j.evaluation.OnlinePoint;
import org.snn4j.evaluation.Vote;
import org.snn4j.network.file.AtomicFiles;

/**
 * Where a training run leaves what it made: the model, {@code metrics.jsonl}, {@code result.json}, {@code confusion.npz},
 * plots and the report, and checkpoints and snapshots while it learns. {@link FinishedRun} reads them back.
 *
 * @param path the folder
 */
public record RunFolder(Path path) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * Makes a folder, or takes an empty one.
     *
     * @throws FileAlreadyExistsException if something is there already
     */
    public static RunFolder create(Path path) throws IOException {
        Files.createDirectories(path);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            if (entries.iterator().hasNext()) {
                throw new FileAlreadyExistsException(
                        path.toString(), null, "the run folder is not empty; a new or empty one would be right");
            }
        }
        return new RunFolder(path);
    }

    /** The trained model. */
    public Path model() {
        return path.resolve("model.zip");
    }

    /** The accuracy while training, one line of JSON for each block of samples. */
    public Path metrics() {
        return path.resolve("metrics.jsonl");
    }

    /** What the run came to, as one JSON object. */
    public Path result() {
        return path.resolve("result.json");
    }

    /** What was taken for what in the test: for each vote int64 [classes, classes + 1], the last column for no answer. */
    public Path confusion() {
        return path.resolve("confusion.npz");
    }

    /** The report, one self-contained page. */
    public Path report() {
        return path.resolve("report.html");
    }

    /** From which an unfinished run can be gone on with. */
    public Checkpoints checkpoints() {
        return new Checkpoints(path.resolve("checkpoints"));
    }

    /** What the neurons looked for at some moments, written with each checkpoint. */
    public Path snapshots() {
        return path.resolve("snapshots.zip");
    }

    /** The folder of the report's pictures. */
    public Path plots() {
        return path.resolve("plots");
    }

    /** Writes {@code result.json}. */
    public void writeResult(ObjectNode result) throws IOException {
        byte[] text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(result);
        AtomicFiles.write(result(), out -> out.write(text));
    }

    /** Writes {@code confusion.npz}. */
    public void writeConfusion(TestResult result) throws IOException {
        ConfusionFile.write(result, confusion());
    }

    /** Writes {@code metrics.jsonl}: the accuracy while training, a line for each block of samples. */
    public void writeMetrics(List<OnlinePoint> curve) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (OnlinePoint point : curve) {
            ObjectNode line = JsonNodeFactory.instance.objectNode();
            line.put("phase", "train").put("samples", point.samples());
            ObjectNode accuracy = line.putObject("accuracy");
            for (Vote vote : Vote.values()) {
                if (point.accuracy(vote).samples() > 0) {
                    accuracy.put(vote.fieldName(), point.accuracy(vote).value());
                }
            }
            line.put("abstentions", point.abstentions());
            lines.append(MAPPER.writeValueAsString(line)).append('\n');
        }
        byte[] text = lines.toString().getBytes(StandardCharsets.UTF_8);
        AtomicFiles.write(metrics(), out -> out.write(text));
    }
}
