package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.network.file.Sha256;
import org.snn4j.training.ProcessLock;
import org.snn4j.training.RunFolder;

/** Oracle: the run that nobody stopped; here one that has ended is made unfinished again. */
class ResumeCommandTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private static Path once;

    private static JsonNode unbroken;

    @TempDir
    private Path temporary;

    private Path run;

    @BeforeAll
    static void train() throws IOException {
        TinyImages.write(once.resolve("images"), 120, 30);
        unbroken = train("--teacher", "symmetric", "--checkpoint-every", 50, "--out", once.resolve("run"))
                .json();
    }

    private static Invocation train(Object... more) {
        List<Object> command = new ArrayList<>(List.of("train", "--dataset", once.resolve("images")));
        command.addAll(List.of("--neurons", 10, "--time", 50, "--seed", 4, "--json", "--quiet"));
        command.addAll(List.of(more));
        return Invocation.of(command.toArray());
    }

    @BeforeEach
    void copyRun() throws IOException {
        run = temporary.resolve("run");
        try (Stream<Path> files = Files.walk(once.resolve("run"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, run.resolve(once.resolve("run").relativize(file)));
            }
        }
    }

    @Test
    void completeRunSaysSo() throws IOException {
        Invocation again = Invocation.of("resume", run);
        assertThat(again.status()).isZero();
        assertThat(again.results())
                .isEqualTo(run + " is complete, there is nothing to go on with: its model is "
                        + run.resolve("model.zip") + ", its report " + run.resolve("report.html")
                        + System.lineSeparator());
        assertThat(Invocation.of("resume", run, "--json").json()).isEqualTo(unbroken);
    }

    @Test
    void runThatEndedInItsTestGoesOn() throws IOException {
        Files.delete(run.resolve("result.json"));
        assertSame(resumed());
    }

    /** Two checkpoints are kept: after 100 images, and after the last. */
    @Test
    void runThatEndedInLearningGoesOnFromACheckpoint() throws IOException {
        makeUnfinished();
        Invocation again = Invocation.of("resume", run);
        assertThat(again.results())
                .startsWith("diehl-cook, 10 neurons, 1 x 120 images of images-train, seed 4, on from image 100\n");
        assertSame(MAPPER.readTree(run.resolve("result.json").toFile()));
    }

    /** Of 120 images the first two of the 20 moments are one. */
    @Test
    void sliderOfARunThatGoesOnHasTheMomentsBefore() throws IOException {
        List<String> frames = frames(once.resolve("run/report.html"));
        makeUnfinished();
        resumed();

        assertThat(frames).hasSize(19);
        assertThat(frames(run.resolve("report.html"))).isEqualTo(frames);
    }

    /** The moments of a slider, each with the hash of its picture. */
    private static List<String> frames(Path report) throws IOException {
        return Pattern.compile("<img [^>]*data-moment=\"([^\"]*)\"[^>]*>")
                .matcher(Files.readString(report))
                .results()
                .map(frame -> frame.group(1) + " " + Sha256.hex(frame.group().getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    @Test
    void runWithoutACheckpointBeginsAnew() throws IOException {
        makeUnfinished();
        Files.delete(run.resolve("checkpoints/sample-000000000100.zip"));
        assertSame(resumed());
    }

    @Test
    void damagedCheckpointGivesWayToTheOneBefore() throws IOException {
        Files.delete(run.resolve("result.json"));
        Files.write(run.resolve("checkpoints/sample-000000000120.zip"), new byte[99]);
        Invocation again = Invocation.of("resume", run, "--json", "--quiet");
        assertThat(again.messages())
                .startsWith("snn4j: " + run.resolve("checkpoints/sample-000000000120.zip"))
                .endsWith("; going on from the checkpoint before" + System.lineSeparator());
        assertSame(again.json());
    }

    @Test
    void whatAKilledProcessLeftGoesAway() throws IOException {
        makeUnfinished();
        Path left = Files.write(run.resolve("checkpoints/.writing-0815"), new byte[9]);
        assertSame(resumed());
        assertThat(left).doesNotExist();
    }

    @Test
    void pathsAmongTheArgumentsBeginWhereTheRunWasBegun() throws IOException {
        makeUnfinished();
        edit("\"" + once.resolve("images") + "\"", "\"images\"");
        edit(RunBeginning.read(new RunFolder(run)).workingFolder().toString(), once.toString());
        assertSame(resumed());
    }

    @Test
    void otherImagesAreRefused() throws IOException {
        makeUnfinished();
        edit(
                once.resolve("images").toString(),
                TinyImages.write(temporary.resolve("images"), 121, 30).toString());
        assertThat(Invocation.of("resume", run, "--json").requireFailure(1).messages())
                .contains("the checkpoint is of a training on other images");
    }

    @Test
    void otherArgumentsAreRefused() throws IOException {
        makeUnfinished();
        edit("\"50\", \"--seed\"", "\"60\", \"--seed\"");
        assertThat(Invocation.of("resume", run, "--json").requireFailure(1).messages())
                .contains("the checkpoint is of another training: its plan is ", "time=50.0", "time=60.0");
    }

    @Test
    void anotherVersionIsRefused() throws IOException {
        makeUnfinished();
        edit("\"version\" : \"", "\"version\" : \"7");
        assertThat(Invocation.of("resume", run).requireFailure(1).messages())
                .contains(run + ": was begun by snn4j 7", "only the same version goes on bit for bit");
    }

    @Test
    void argumentsThatNobodyUnderstandsAreNamed() throws IOException {
        makeUnfinished();
        edit("--neurons", "--neutrons");
        assertThat(Invocation.of("resume", run).requireFailure(1).messages())
                .contains(run.resolve("run.json") + ": arguments: Unknown option", "--neutrons");
        edit("\"train\"", "\"doctor\"");
        Invocation.of("resume", run).requireFailure(1);
    }

    @Test
    void folderThatIsNoRunSaysSo() {
        assertThat(Invocation.of("resume", temporary).requireFailure(1).messages())
                .isEqualTo("snn4j: " + temporary
                        + ": is no run folder: there is no run.json in it; a folder that train made" + " would be right"
                        + System.lineSeparator());
        assertThat(Invocation.of("resume", temporary.resolve("none"))
                        .requireFailure(1)
                        .messages())
                .contains("none: is no folder");
    }

    @Test
    void runOfAnotherProcessIsLeftAlone() throws IOException {
        makeUnfinished();
        try (var lock = ProcessLock.of(run.resolve("run.json")).orElseThrow()) {
            assertThat(lock.channel().isOpen()).isTrue();
            assertThat(Invocation.of("resume", run, "--json").requireFailure(1).messages())
                    .isEqualTo("snn4j: " + run + ": is being trained by another process" + System.lineSeparator());
        }
        assertSame(resumed());
    }

    /** Every spike lowers a threshold by as much as a float can hold. */
    @Test
    void stateThatBurstsEndsTrainingInWordsAndTheCheckpointsBeforeStay() throws IOException {
        Path bursting = temporary.resolve("bursting");
        Invocation training = train("--theta-plus", "-2e36", "--checkpoint-every", 1, "--out", bursting);
        assertThat(training.requireFailure(1).messages())
                .matches("snn4j: Ae.theta\\[[0-9]\\] has become -Infinity in the run of sample [0-9]+; .*\\R");
        long sample = Long.parseLong(training.messages().replaceAll("(?s).*run of sample ([0-9]+);.*", "$1"));
        assertThat(new RunFolder(bursting)
                        .checkpoints()
                        .last(problem -> {})
                        .orElseThrow()
                        .pass()
                        .shown())
                .isEqualTo(sample);
    }

    private void makeUnfinished() throws IOException {
        Files.delete(run.resolve("result.json"));
        Files.delete(run.resolve("model.zip"));
        Files.delete(run.resolve("checkpoints/sample-000000000120.zip"));
    }

    private void edit(String from, String to) throws IOException {
        Path file = run.resolve("run.json");
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private JsonNode resumed() throws IOException {
        return Invocation.of("resume", run, "--json").json();
    }

    private void assertSame(JsonNode result) {
        for (String key : List.of("weightsSha256", "accuracy", "abstentions", "trainSamples", "seed", "diagnosis")) {
            assertThat(result.get(key)).as(key).isEqualTo(unbroken.get(key));
        }
    }
}
