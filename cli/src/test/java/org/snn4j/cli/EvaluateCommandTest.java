package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The oracle is the test that training ended with. */
class EvaluateCommandTest {
    @TempDir
    private static Path temporary;

    private static SmallRun run;
    private static JsonNode training;

    @BeforeAll
    static void train() throws IOException {
        run = new SmallRun(temporary.resolve("run"));
        training = run.train("--json", "--quiet", "--seed", 11).json();
    }

    @Test
    void savedModelGivesTheFiguresOfItsOwnTest() throws IOException {
        JsonNode json = evaluate("--json").json();
        for (String key : List.of(
                "accuracy", "abstentions", "unassignedNeurons", "weightsSha256", "testSamples", "seed", "model")) {
            assertThat(json.get(key)).as(key).isEqualTo(training.get(key));
        }
    }

    @Test
    void figuresDoNotDependOnThreads() throws IOException {
        assertThat(evaluate("--json", "--threads", 5).json().get("accuracy")).isEqualTo(training.get("accuracy"));
    }

    @Test
    void otherImagesGiveOtherFigures() throws IOException {
        JsonNode json = Invocation.of("evaluate", run.model(), "--json", "--hold-out", 1000, "--test-samples", 100)
                .json();
        assertThat(json.get("dataset").asText()).isEqualTo("mnist-train[59000:59100]");
        assertThat(json.get("accuracy")).isNotEqualTo(training.get("accuracy"));
    }

    @Test
    void resultsForPeopleHaveTheThreeVotes() {
        Invocation invocation = evaluate("--quiet");
        assertThat(invocation.status()).isZero();
        assertThat(invocation.messages()).isEmpty();
        assertThat(invocation.results()).startsWith("test on 100 images of mnist-test[0:100]:");
        training.get("accuracy").forEach(accuracy -> assertThat(invocation.results())
                .contains(String.format(Locale.ROOT, "%.2f %%", 100 * accuracy.asDouble())));
        assertThat(invocation.results()).contains("all activity", "proportion weighting", "confidence weighting");
    }

    private static Invocation evaluate(Object... more) {
        Object[] all = new Object[more.length + 4];
        all[0] = "evaluate";
        all[1] = run.model();
        all[2] = "--test-samples";
        all[3] = SmallRun.TEST_SAMPLES;
        System.arraycopy(more, 0, all, 4, more.length);
        return Invocation.of(all);
    }
}
