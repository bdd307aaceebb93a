package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Oracle: the run that nobody stopped. Each training here is a process of its own. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signals; a process there is always killed")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KilledTrainingTest {
    private static final int KILLS = 10;
    private static final int LONGEST_DELAY_MILLIS = 25;
    private static final int SIGTERM = 15;
    private static final List<String> RESULTS =
            List.of("weightsSha256", "accuracy", "abstentions", "unassignedNeurons", "repetitions", "diagnosis");

    @TempDir
    private Path temporary;

    private Path run;
    private List<String> options;

    @BeforeEach
    void makeImages() throws IOException {
        run = temporary.resolve("run");
        options = List.of(
                "--dataset",
                TinyImages.write(temporary.resolve("images"), 200, 40).toString(),
                "--neurons",
                "10",
                "--epochs",
                "8",
                "--time",
                "60",
                "--threads",
                "1",
                "--seed",
                "8");
    }

    @Test
    void trainingThatIsKilledTenTimesComesToTheSame() throws IOException, InterruptedException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        JsonNode unbroken = unbroken();
        List<String> command = train();
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start(command);
            awaitCheckpointAfter(newest(), process);
            Thread.sleep(random.nextInt(LONGEST_DELAY_MILLIS));
            process.destroyForcibly();
            assertThat(process.waitFor())
                    .as("delays by seed %d: over before kill %d", seed, kill)
                    .isNotZero();
            command = List.of("resume", run.toString());
        }
        assertSame(Invocation.of("resume", run, "--json").json(), unbroken, "delays by seed " + seed);
    }

    @Test
    void trainingThatIsAskedToStopStopsAfterACheckpointAndSaysHowToGoOn() throws IOException, InterruptedException {
        Process process = start(train());
        awaitCheckpointAfter("", process);
        process.toHandle().destroy();
        String messages = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(128 + SIGTERM);
        assertThat(messages.lines().filter(line -> !line.contains("incubator")))
                .singleElement()
                .asString()
                .matches("snn4j: stopped, train [0-9,]+ of 1,600; ./snn4j resume " + run + " goes on");
        String shown = messages.replaceAll("(?s).*train ([0-9,]+) of .*", "$1").replace(",", "");
        assertThat(newest()).isEqualTo("sample-%012d.zip".formatted(Integer.valueOf(shown)));
        assertSame(Invocation.of("resume", run, "--json", "--threads", 2).json(), unbroken(), "after SIGTERM");
    }

    private List<String> train() {
        List<String> command = new ArrayList<>(List.of("train"));
        command.addAll(options);
        command.addAll(List.of("--out", run.toString(), "--checkpoint-every", "10", "--quiet"));
        return command;
    }

    private JsonNode unbroken() throws IOException {
        List<Object> command = new ArrayList<>(List.of("train", "--json", "--out", temporary.resolve("unbroken")));
        command.addAll(options);
        return Invocation.of(command.toArray()).json();
    }

    private void assertSame(JsonNode resumed, JsonNode unbroken, String how) throws IOException {
        for (String key : RESULTS) {
            assertThat(resumed.get(key)).as("%s, %s", key, how).isEqualTo(unbroken.get(key));
        }
        for (String file : List.of("metrics.jsonl", "plots/receptive-fields.png", "plots/accuracy.png", "model.zip")) {
            assertThat(run.resolve(file)).as(how).hasSameBinaryContentAs(temporary.resolve("unbroken/" + file));
        }
    }

    private static Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Snn4j.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void awaitCheckpointAfter(String before, Process process) throws IOException, InterruptedException {
        while (process.isAlive() && newest().equals(before)) {
            Thread.sleep(5);
        }
    }

    /** The name of the last checkpoint; empty if there is none. */
    private String newest() throws IOException {
        Path folder = run.resolve("checkpoints");
        if (Files.notExists(folder)) {
            return "";
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("sample-"))
                    .max(String::compareTo)
                    .orElse("");
        }
    }
}
