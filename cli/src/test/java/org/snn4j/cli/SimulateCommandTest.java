package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.file.Npy;

/** The oracle is the reference simulator that recorded the golden cases of {@code network}. */
class SimulateCommandTest {
    private static final Path GOLDEN = Path.of("..", "network", "src", "test", "resources", "golden");
    private static final String EXPECTED = "expected.";

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"run-clamp", "run-external", "neuron-adaptive-lif", "connection-conv2d", "rule-mstdp"})
    void writesWhatTheReferenceSimulatorRecorded(String name) throws IOException {
        Path out = temporary.resolve("new/out");
        JsonNode json = Invocation.of("simulate", scenario(name), "--out", out, "--json")
                .json();
        List<String> names = names(GOLDEN.resolve(name)).stream()
                .filter(file -> file.startsWith(EXPECTED))
                .map(file -> file.substring(EXPECTED.length()))
                .toList();
        assertThat(names(out)).containsExactlyElementsOf(names);
        assertThat(json.get("files")).extracting(JsonNode::textValue).containsExactlyInAnyOrderElementsOf(names);
        for (String file : names) {
            assertAgrees(out.resolve(file), GOLDEN.resolve(name).resolve(EXPECTED + file));
        }
    }

    @Test
    void jsonSaysWhatWasDone() throws IOException {
        Path out = temporary.resolve("out");
        JsonNode json = Invocation.of("simulate", scenario("run-clamp"), "--out", out, "--seed", 7, "--json")
                .json();
        assertThat(json.get("seed").longValue()).isEqualTo(7);
        assertThat(json.get("engine").textValue()).isEqualTo("event");
        assertThat(json.get("steps").longValue()).isEqualTo(120);
        long spikes = count(out.resolve("run0.A.s.npy")) + count(out.resolve("run1.A.s.npy"));
        assertThat(json.get("spikes").get("A").longValue()).isPositive().isEqualTo(spikes);
        assertThat(json.get("files"))
                .hasSize(10)
                .extracting(JsonNode::textValue)
                .contains("run1.X-A.w.npy");
    }

    @Test
    void drawnSeedIsShownAndGivesTheSameAgain() throws IOException {
        Path scenario = oneSpike();
        Invocation drawn = Invocation.of("simulate", scenario, "--out", temporary.resolve("a"));
        assertThat(drawn.status()).as(drawn.messages()).isZero();
        String seed = drawn.results().replaceAll("(?s).* seed (-?\\d+).*", "$1");
        Invocation.of("simulate", scenario, "--out", temporary.resolve("b"), "--seed", seed, "--json")
                .json();
        Invocation.of("simulate", scenario, "--out", temporary.resolve("c"), "--seed", seed + 1, "--json")
                .json();
        byte[] first = Files.readAllBytes(temporary.resolve("a/run0.Y.s.npy"));
        assertThat(temporary.resolve("b/run0.Y.s.npy")).hasBinaryContent(first);
        assertThat(Files.readAllBytes(temporary.resolve("c/run0.Y.s.npy"))).isNotEqualTo(first);
        assertThat(drawn.results()).contains("1 run, 100 steps of 1.0 ms", "wrote 1 file into ");
    }

    @Test
    void emptyFolderIsFilledAndAnotherLeftAlone() throws IOException {
        Path out = Files.createDirectory(temporary.resolve("out"));
        Invocation.of("simulate", scenario("run-clamp"), "--out", out, "--json").json();
        List<String> written = names(out);
        assertThat(written).hasSize(10);
        Invocation again =
                Invocation.of("simulate", scenario("run-frozen"), "--out", out).requireFailure(1);
        assertThat(again.messages()).contains(out + ": is not an empty folder; a new or empty one would be right");
        assertThat(names(out)).isEqualTo(written);
        Path file = Files.writeString(temporary.resolve("file"), "mine");
        Invocation.of("simulate", scenario("run-frozen"), "--out", file).requireFailure(1);
        assertThat(file).hasContent("mine");
    }

    @Test
    void brokenScenarioLeavesNothingBehind() throws IOException {
        Path scenario = broken("\"clamp\"", "\"clmap\"");
        Invocation failure = Invocation.of("simulate", scenario, "--out", temporary.resolve("a/b"))
                .requireFailure(1);
        assertThat(failure.messages()).contains(scenario + ": runs[0] has an unknown \"clmap\"; known are [");
        assertThat(temporary.resolve("a")).doesNotExist();
    }

    /** Only an engine knows which variables a layer has. */
    @Test
    void unknownVariableLeavesNothingBehind() throws IOException {
        Path scenario = broken("\"v\"", "\"q\"");
        Path existing = Files.createDirectory(temporary.resolve("existing"));
        for (Path out : List.of(temporary.resolve("a/b"), existing)) {
            Invocation failure =
                    Invocation.of("simulate", scenario, "--out", out).requireFailure(1);
            assertThat(failure.messages())
                    .contains(scenario + ": record[0].variables[1] is wrong: layer A (LIF) has no variable q");
        }
        assertThat(temporary.resolve("a")).doesNotExist();
        assertThat(existing).isEmptyDirectory();
    }

    @Test
    void missingArgumentsAreWrongUse() {
        assertThat(Invocation.of("simulate", scenario("run-clamp"))
                        .requireFailure(2)
                        .messages())
                .contains("--out");
        Invocation.of("simulate", "--out", temporary.resolve("a")).requireFailure(2);
        Invocation.of("simulate", scenario("run-clamp"), "--out", "").requireFailure(2);
        assertThat(Invocation.of("simulate", "none.json", "--out", temporary.resolve("a"))
                        .requireFailure(1)
                        .messages())
                .contains("none.json");
        assertThat(temporary).isEmptyDirectory();
    }

    private static Path scenario(String name) {
        return GOLDEN.resolve(name).resolve("scenario.json");
    }

    /** A copy of a golden case with something else in the JSON wherever it says {@code before}. */
    private Path broken(String before, String after) throws IOException {
        Path copy = Files.createDirectory(temporary.resolve("copy"));
        for (String file : names(GOLDEN.resolve("run-clamp"))) {
            Files.copy(GOLDEN.resolve("run-clamp").resolve(file), copy.resolve(file));
        }
        Path scenario = copy.resolve("scenario.json");
        return Files.writeString(scenario, Files.readString(scenario).replace(before, after));
    }

    /** Twenty neurons cross together in each step of which one, drawn, keeps its spike. */
    private Path oneSpike() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("one-spike"));
        Npy.write(ByteArray.of(Shape.of(20), ones(20)), folder.resolve("c.npy"));
        return Files.writeString(folder.resolve("scenario.json"), """
                {"format": "snn4j-scenario/1",
                 "network": {"dt": 1,
                  "layers": [{"name": "X", "type": "Input", "shape": [20]},
                             {"name": "Y", "type": "DiehlAndCook", "shape": [20]}],
                  "connections": [{"source": "X", "target": "Y", "type": "OneToOne", "weight": 30}]},
                 "record": [{"layer": "Y", "variables": ["s"]}],
                 "runs": [{"inputs": {}, "time": 100, "clamp": {"X": "c.npy"}}]}
                """);
    }

    private static byte[] ones(int count) {
        byte[] ones = new byte[count];
        Arrays.fill(ones, (byte) 1);
        return ones;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static long count(Path spikes) throws IOException {
        ByteArray array = Npy.readBytes(spikes);
        long count = 0;
        for (int i = 0; i < array.shape().size(); i++) {
            count += array.get(i);
        }
        return count;
    }

    /** Spikes byte for byte, other values within the golden cases' tolerance. */
    private static void assertAgrees(Path actual, Path expected) throws IOException {
        NdArray ours = Npy.read(actual);
        NdArray theirs = Npy.read(expected);
        if (theirs instanceof ByteArray) {
            assertThat(actual).hasSameBinaryContentAs(expected);
        }
        assertThat(ours.getClass()).isEqualTo(theirs.getClass());
        assertThat(ours.shape()).isEqualTo(theirs.shape());
        for (int i = 0; i < theirs.shape().size(); i++) {
            double error = Math.abs(ours.asDouble(i) - theirs.asDouble(i)) / (1 + Math.abs(theirs.asDouble(i)));
            assertThat(error).isLessThanOrEqualTo(1e-3);
        }
    }
}
