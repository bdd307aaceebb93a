package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.evaluation.OnlinePoint;
import org.snn4j.evaluation.Vote;
import org.snn4j.network.array.LongArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.file.MalformedFileException;
import org.snn4j.network.file.Npz;

/** Oracle: what was written. */
class FinishedRunTest {
    @TempDir
    private Path path;

    private RunFolder folder;

    @BeforeEach
    void writeTheModel() throws IOException {
        folder = new RunFolder(path);
        Small.MODEL.save(folder.model());
    }

    @Test
    void modelCurveAndAccuracyAreReadBack() throws IOException {
        List<OnlinePoint> curve = new Trainer(Small.plan(1), Progress.Listener.NONE)
                .learn(Small.TRAIN)
                .curve();
        folder.writeMetrics(curve);
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.putObject("accuracy").put("allActivity", 0.25).put("confidenceWeighting", 0.5);
        folder.writeResult(result);
        FinishedRun run = FinishedRun.in(path);

        assertThat(run.model().learned()).isEqualTo(Small.MODEL.learned());
        assertThat(run.curve())
                .hasSize(2)
                .isEqualTo(curve.stream().map(FinishedRun.Point::of).toList());
        assertThat(run.curve().get(1).accuracy().get(Vote.ALL_ACTIVITY))
                .isEqualTo(curve.get(1).accuracy(Vote.ALL_ACTIVITY).value());
        assertThat(run.testAccuracy()).isEqualTo(Map.of(Vote.ALL_ACTIVITY, 0.25, Vote.CONFIDENCE_WEIGHTING, 0.5));
    }

    @Test
    void confusionOfEveryVoteIsReadBack() throws IOException {
        TestResult result = Small.test(Small.MODEL, 1);
        folder.writeConfusion(result);

        for (Vote vote : Vote.values()) {
            assertThat(FinishedRun.in(path).confusion(vote)).isEqualTo(result.confusion(vote));
        }
    }

    @Test
    void folderWithoutAModelIsNoRun() throws IOException {
        Files.delete(folder.model());

        assertThatThrownBy(() -> FinishedRun.in(path))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("holds no model.zip");
    }

    @Test
    void damagedFilesAreNamedWithTheirPlace() throws IOException {
        Files.writeString(folder.metrics(), "{\"samples\": 1, \"accuracy\": {}}\n{\"samples\": 2\n");
        Npz.write(Map.of("allActivity", LongArray.of(Shape.of(2, 2), 1, 2, 3, 4)), folder.confusion());
        FinishedRun run = FinishedRun.in(path);

        assertThatThrownBy(run::curve).hasMessageContaining("metrics.jsonl, line 2");
        assertThatThrownBy(() -> run.confusion(Vote.ALL_ACTIVITY))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("[classes, classes + 1]");
        assertThatThrownBy(() -> run.confusion(Vote.PROPORTION_WEIGHTING))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("proportionWeighting");
    }
}
