package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.Mnist;
import org.snn4j.encoding.Encoder;
import org.snn4j.encoding.Encoding;
import org.snn4j.encoding.Window;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.LongArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.file.Npy;
import org.snn4j.network.spikes.SpikeBatch;
import org.snn4j.network.spikes.SpikeTrain;
import org.snn4j.training.Phase;

/** Oracle: the library's encoders, which have tests of their own, with the seeds of the phases of training. */
class EncodeCommandTest {
    @TempDir
    private Path temporary;

    private static SpikeTrain expected(Encoding encoding, Window window, long seed, LabelledImages images, int image) {
        Encoder encoder = encoding.encoder(window, seed);
        return encoder.encode(images.intensities(image), image);
    }

    @ParameterizedTest
    @ValueSource(strings = {"poisson", "poisson-intervals", "bernoulli", "single", "rank-order", "latency"})
    void trainingImagesHaveTheSpikesThatTrainingShows(String name) throws IOException {
        Path file = temporary.resolve("spikes.npy");
        JsonNode json = Invocation.of(
                        "encode",
                        "--encoder",
                        name,
                        "--dataset",
                        "mnist",
                        "--split",
                        "train",
                        "--first",
                        7,
                        "--count",
                        50,
                        "--time",
                        100,
                        "--dt",
                        0.5,
                        "--intensity",
                        64,
                        "--sparsity",
                        0.25,
                        "--seed",
                        3,
                        "--out",
                        file,
                        "--json")
                .json();
        SpikeBatch batch = SpikeBatch.ofDense(Npy.readBytes(file));
        assertThat(batch.steps()).isEqualTo(200);
        assertThat(batch.shape()).isEqualTo(Shape.of(784));
        Encoding encoding = Encoding.named(name, parameter -> switch (parameter) {
            case "intensity" -> 64;
            case "maxProbability" -> 0.032;
            case "sparsity" -> 0.25;
            default -> throw new AssertionError(parameter);
        });
        LabelledImages images = Mnist.split().train();
        long spikes = 0;
        for (int i = 0; i < 50; i++) {
            SpikeTrain train = expected(encoding, new Window(100, 0.5), Phase.TRAIN.seed(3), images, 7 + i);
            assertThat(batch.train(i)).as("image %d", i).isEqualTo(train);
            spikes += train.count();
        }
        assertThat(json.get("spikes").longValue()).isPositive().isEqualTo(spikes);
        assertThat(json.get("steps").intValue()).isEqualTo(200);
        assertThat(json.get("samples").intValue()).isEqualTo(50);
    }

    /** More images than are held at a time. */
    @Test
    void testImagesHaveTheSpikesThatTheTestShows() throws IOException {
        Path file = temporary.resolve("spikes.npy");
        Path labels = temporary.resolve("labels.npy");
        Invocation done = Invocation.of(
                "encode", "--split", "test", "--count", 100, "--seed", 5, "--out", file, "--labels-out", labels);
        assertThat(done.status()).as(done.messages()).isZero();
        assertThat(done.results()).contains("mnist-test[0:100]", "250 steps", "seed 5", "uint8 [250, 100, 784]");
        SpikeBatch batch = SpikeBatch.ofDense(Npy.readBytes(file));
        LabelledImages images = Mnist.split().test();
        Encoding encoding = Encoding.named("poisson", parameter -> 128);
        for (int i = 0; i < 100; i++) {
            assertThat(batch.train(i)).isEqualTo(expected(encoding, new Window(250, 1), Phase.TEST.seed(5), images, i));
        }
        LongArray written = Npy.readLongs(labels);
        assertThat(written.shape()).isEqualTo(Shape.of(100));
        for (int i = 0; i < 100; i++) {
            assertThat(written.get(i)).isEqualTo(images.label(i));
        }
    }

    @Test
    void repeatedValuesAreWrittenAsACurrent() throws IOException {
        Path file = temporary.resolve("currents.npy");
        JsonNode json = Invocation.of(
                        "encode",
                        "--encoder",
                        "repeat",
                        "--time",
                        3,
                        "--first",
                        1,
                        "--count",
                        2,
                        "--out",
                        file,
                        "--json")
                .json();
        FloatArray currents = Npy.readFloats(file);
        LabelledImages images = Mnist.split().train();
        assertThat(currents.shape()).isEqualTo(Shape.of(3, 2, 784));
        for (int i = 0; i < currents.shape().size(); i++) {
            assertThat(currents.get(i)).isEqualTo(images.pixel(1 + i / 784 % 2, i % 784) / 255f);
        }
        assertThat(json.get("spikes").longValue()).isZero();
        assertThat(json.get("type").textValue()).isEqualTo("float32");
        assertThat(json.get("seed").isIntegralNumber()).isTrue();
    }

    @Test
    void drawnSeedIsShownAndGivesTheSameAgain() throws IOException {
        Path drawn = temporary.resolve("drawn.npy");
        Path again = temporary.resolve("again.npy");
        JsonNode json = Invocation.of("encode", "--out", drawn, "--json").json();
        Invocation.of("encode", "--seed", json.get("seed").longValue(), "--out", again, "--json")
                .json();
        assertThat(again).hasSameBinaryContentAs(drawn);
        Invocation.of("encode", "--seed", json.get("seed").longValue() + 1, "--out", again, "--json")
                .json();
        assertThat(Files.mismatch(again, drawn)).isNotNegative();
    }

    /** What simulate reads is what encode writes. */
    @Test
    void simulateTakesWhatEncodeWrites() throws IOException {
        Invocation.of("encode", "--count", 3, "--time", 20, "--seed", 1, "--out", temporary.resolve("x.npy"), "--json")
                .json();
        Path scenario = Files.writeString(temporary.resolve("scenario.json"), """
                {"format": "snn4j-scenario/1",
                 "network": {"dt": 1,
                  "layers": [{"name": "X", "type": "Input", "shape": [784]}],
                  "connections": []},
                 "record": [{"layer": "X", "variables": ["s"]}],
                 "runs": [{"inputs": {"X": "x.npy"}, "time": 20}]}
                """);
        Path out = temporary.resolve("out");
        Invocation.of("simulate", scenario, "--out", out, "--json").json();
        assertThat(out.resolve("run0.X.s.npy")).hasSameBinaryContentAs(temporary.resolve("x.npy"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --encoder   | morse    | the encoders are [poisson, poisson-intervals, bernoulli, single, rank-order
            --sparsity  | 1.5      | not a number from 0 to 1
            --sparsity  | NaN      | not a number from 0 to 1
            --intensity | 0        | finite number above 0
            --time      | 0.25     | at least one step
            --dt        | 0        | finite number above 0
            --split     | both     | only train and test
            --first     | -1       | whole number from 0
            --first     | 60000    | from 0 to 59999
            --count     | 0        | whole number from 1
            --count     | 60001    | from 1 to 60000
            --seed      | luck     | whole number from
            --dataset   | imagenet | mnist or a folder
            """)
    void valueThatCannotBeIsNamedWithWhatWouldBeRight(String option, String value, String right) {
        Path out = temporary.resolve("spikes.npy");
        Invocation invocation = Invocation.of("encode", option, value, "--out", out);
        assertThat(invocation.requireFailure(2).messages()).contains(option, right);
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void optionsThatDoNotFitTogetherAreAllNamed() {
        Path out = temporary.resolve("spikes.npy");
        assertThat(Invocation.of("encode", "--split", "test", "--first", 9_990, "--count", 11, "--out", out)
                        .requireFailure(2)
                        .messages())
                .contains("--first", "--count", "from 1 to 10 would be right");
        assertThat(Invocation.of("encode", "--encoder", "bernoulli", "--intensity", 2500, "--dt", 0.5, "--out", out)
                        .requireFailure(2)
                        .messages())
                .contains("--intensity", "--dt", "at most 2000.0 would be right");
        assertThat(Invocation.of("encode", "--out", out, "--labels-out", out)
                        .requireFailure(2)
                        .messages())
                .contains("--out", "--labels-out");
        assertThat(Invocation.of("encode").requireFailure(2).messages()).contains("--out");
        assertThat(Invocation.of("encode", "--out", temporary).requireFailure(2).messages())
                .contains("is a folder");
        Invocation.of("encode", "--out", "").requireFailure(2);
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void failureLeavesNothingNewAndTheOldFile() throws IOException {
        Path nowhere = temporary.resolve("none/spikes.npy");
        assertThat(Invocation.of("encode", "--out", nowhere).requireFailure(1).messages())
                .contains(nowhere.toString(), "there is no folder");
        Path old = Files.writeString(temporary.resolve("old.npy"), "old");
        assertThat(Invocation.of("encode", "--out", old, "--labels-out", nowhere)
                        .requireFailure(1)
                        .messages())
                .contains("there is no folder");
        assertThat(old).hasContent("old");
        assertThat(Invocation.of("encode", "--count", 60_000, "--time", 1e8, "--encoder", "latency", "--out", old)
                        .requireFailure(1)
                        .messages())
                .contains("old.npy", "has room for", "fewer images or steps");
        assertThat(old).hasContent("old");
        assertThat(temporary).isDirectoryNotContaining("glob:**writing*");
    }
}
