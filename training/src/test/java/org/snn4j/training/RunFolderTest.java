package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.evaluation.OnlinePoint;
import org.snn4j.evaluation.Vote;

/** Oracle: a JSON parser reads back what was written. */
class RunFolderTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void folderIsMadeWithThoseAboveIt() throws IOException {
        RunFolder run = RunFolder.create(folder.resolve("runs/first"));
        assertThat(run.path()).isEmptyDirectory();
        assertThat(run.model()).isEqualTo(folder.resolve("runs/first/model.zip"));
        assertThat(RunFolder.create(run.path())).isEqualTo(run);
    }

    @Test
    void folderWithContentIsRefusedAndUntouched() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "mine");
        assertThatThrownBy(() -> RunFolder.create(folder))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessage(folder + ": the run folder is not empty; a new or empty one would be right");
        assertThat(folder).isDirectoryContaining(file::equals);
        assertThat(file).hasContent("mine");
    }

    @Test
    void fileInTheFoldersPlaceIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("run"), "mine");
        assertThatThrownBy(() -> RunFolder.create(file))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining(file.toString());
        assertThat(file).hasContent("mine");
    }

    @Test
    void metricsAreLinesOfJsonWithRisingSamples() throws IOException {
        List<OnlinePoint> curve = new Trainer(Small.plan(1), Progress.Listener.NONE)
                .learn(Small.TRAIN)
                .curve();
        new RunFolder(folder).writeMetrics(curve);

        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("metrics.jsonl"))) {
            lines.add(MAPPER.readTree(line));
        }
        assertThat(lines).extracting(line -> line.get("samples").longValue()).containsExactly(200L, 300L);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i).get("phase").textValue()).isEqualTo("train");
            assertThat(lines.get(i).get("abstentions").longValue())
                    .isEqualTo(curve.get(i).abstentions());
            for (Vote vote : Vote.values()) {
                assertThat(lines.get(i).get("accuracy").get(vote.fieldName()).doubleValue())
                        .isEqualTo(curve.get(i).accuracy(vote).value());
            }
        }
    }

    @Test
    void noMetricsAreAnEmptyFile() throws IOException {
        new RunFolder(folder).writeMetrics(List.of());
        assertThat(folder.resolve("metrics.jsonl")).isEmptyFile();
    }

    @Test
    void resultIsReadBackAsItWas() throws IOException {
        ObjectNode result =
                MAPPER.createObjectNode().put("seed", Long.MAX_VALUE).put("name", "größte");
        result.putObject("accuracy").put("allActivity", 0.1 + 0.2);
        RunFolder run = new RunFolder(folder);
        run.writeResult(MAPPER.createObjectNode());
        run.writeResult(result);

        assertThat(MAPPER.readTree(folder.resolve("result.json").toFile())).isEqualTo(result);
    }
}
