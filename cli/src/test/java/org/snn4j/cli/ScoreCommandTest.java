package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.LongArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.file.Npy;

/** Oracle: the golden case {@code evaluation-labels}, which BindsNET recorded, and samples of a few spikes counted by hand. */
class ScoreCommandTest {
    private static final Path GOLDEN =
            Path.of("..", "evaluation", "src", "test", "resources", "golden", "evaluation-labels");
    private static final List<String> FILES = List.of(
            "all-activity.npy",
            "assignments.npy",
            "confidence-weighting.npy",
            "proportion-weighting.npy",
            "proportions.npy",
            "rates.npy");

    @TempDir
    private Path temporary;

    private Path out;

    @BeforeEach
    void setUp() {
        out = temporary.resolve("out");
    }

    private static Path golden(String name) {
        return GOLDEN.resolve(name + ".npy");
    }

    private Invocation scoreGolden(Object... more) {
        return score(golden("spikes"), golden("labels"), golden("new-spikes"), more);
    }

    private Invocation score(Path spikes, Path labels, Path newSpikes, Object... more) {
        Object[] all = {"score", "--spikes", spikes, "--labels", labels, "--new-spikes", newSpikes, "--out", out};
        return Invocation.of(
                Stream.concat(Arrays.stream(all), Arrays.stream(more)).toArray());
    }

    private Path write(String name, NdArray array) throws IOException {
        Path file = temporary.resolve(name + ".npy");
        Npy.write(array, file);
        return file;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static long[] longs(Path file) throws IOException {
        assertThat(Npy.read(file)).isInstanceOf(LongArray.class);
        return Npy.readLongs(file).values();
    }

    private static void assertClose(Path actual, Path expected) throws IOException {
        FloatArray ours = (FloatArray) Npy.read(actual);
        FloatArray theirs = (FloatArray) Npy.read(expected);
        assertThat(ours.shape()).isEqualTo(theirs.shape());
        for (int i = 0; i < theirs.shape().size(); i++) {
            assertThat(ours.get(i)).isCloseTo(theirs.get(i), within(1e-6f * (1 + theirs.get(i))));
        }
    }

    @Test
    void filesAreThoseOfTheReference() throws IOException {
        JsonNode json = scoreGolden("--classes", 10, "--alpha", 1, "--json").json();
        assertThat(names(out)).isEqualTo(FILES);
        assertThat(longs(out.resolve("assignments.npy"))).isEqualTo(longs(golden("expected.assignments")));
        assertThat(longs(out.resolve("all-activity.npy"))).isEqualTo(longs(golden("expected.all-activity")));
        assertThat(longs(out.resolve("proportion-weighting.npy")))
                .isEqualTo(longs(golden("expected.proportion-weighting")));
        assertClose(out.resolve("rates.npy"), golden("expected.rates"));
        assertClose(out.resolve("proportions.npy"), golden("expected.proportions"));
        assertThat(json.get("samples").intValue())
                .isEqualTo(json.get("newSamples").intValue());
        assertThat(json.get("classes").intValue()).isEqualTo(10);
        assertThat(json.get("abstentions").intValue()).isZero();
        assertThat(json.get("unassignedNeurons").intValue()).isZero();
        assertThat(json.get("files")).extracting(JsonNode::textValue).containsExactlyInAnyOrderElementsOf(FILES);
        assertThat(json.has("accuracy")).isFalse();
    }

    /** The second block of the golden case, alpha 0.5. */
    @Test
    void ratesGoOnFromAnEarlierScore() throws IOException {
        scoreGolden("--json").json();
        Path rates = out.resolve("rates.npy");
        out = temporary.resolve("second");
        score(golden("new-spikes"), golden("new-labels"), golden("spikes"), "--rates", rates, "--alpha", 0.5, "--json")
                .json();
        assertThat(longs(out.resolve("assignments.npy")))
                .isEqualTo(longs(golden("expected.assignments-after-second-alpha-0.5")));
        assertClose(out.resolve("rates.npy"), golden("expected.rates-after-second-alpha-0.5"));
    }

    /** Counts, steps first, other types: the same spikes, so the same files. */
    @ParameterizedTest
    @CsvSource({"counts,", "float-counts,", "steps-first, --steps-first", "floats,"})
    void sameSpikesInAnotherFormHaveTheSameScore(String form, String option) throws IOException {
        scoreGolden("--json").json();
        Path usual = out;
        out = temporary.resolve("other");
        Object[] more = option == null ? new Object[] {"--json"} : new Object[] {option, "--json"};
        score(
                        write("a", converted(Npy.readBytes(golden("spikes")), form)),
                        golden("labels"),
                        write("b", converted(Npy.readBytes(golden("new-spikes")), form)),
                        more)
                .json();
        for (String file : FILES) {
            assertThat(out.resolve(file)).hasSameBinaryContentAs(usual.resolve(file));
        }
    }

    private static NdArray converted(ByteArray spikes, String form) {
        int samples = spikes.shape().length(0);
        int steps = spikes.shape().length(1);
        int neurons = spikes.shape().length(2);
        byte[] transposed = new byte[spikes.shape().size()];
        float[] floats = new float[transposed.length];
        long[] counts = new long[samples * neurons];
        for (int i = 0; i < transposed.length; i++) {
            int sample = i / neurons / steps;
            transposed[(i / neurons % steps * samples + sample) * neurons + i % neurons] = spikes.get(i);
            floats[i] = spikes.get(i);
            counts[sample * neurons + i % neurons] += spikes.get(i);
        }
        Shape byNeuron = Shape.of(samples, neurons);
        return switch (form) {
            case "counts" -> LongArray.of(byNeuron, counts);
            case "float-counts" -> FloatArray.of(byNeuron, floats(counts));
            case "steps-first" -> ByteArray.of(Shape.of(steps, samples, neurons), transposed);
            default -> FloatArray.of(spikes.shape(), floats);
        };
    }

    private static float[] floats(long... counts) {
        float[] floats = new float[counts.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = counts[i];
        }
        return floats;
    }

    /** Neuron 0 answers to class 0, neuron 1 to class 2, neuron 2 is silent; of five samples one is silent. */
    private Path[] small() throws IOException {
        return new Path[] {
            write("a", LongArray.of(Shape.of(3, 3), 4, 0, 0, 2, 0, 0, 0, 5, 0)),
            write("la", LongArray.of(Shape.of(3), 0, 0, 2)),
            write("b", LongArray.of(Shape.of(5, 3), 1, 0, 0, 0, 3, 0, 0, 0, 0, 0, 1, 0, 9, 0, 0)),
            write("lb", LongArray.of(Shape.of(5), 0, 2, 0, 0, 0))
        };
    }

    @Test
    void silenceIsMinusOneAndAccuracyCountsItAsWrong() throws IOException {
        Path[] files = small();
        JsonNode json = score(files[0], files[1], files[2], "--new-labels", files[3], "--json")
                .json();
        assertThat(longs(out.resolve("assignments.npy"))).containsExactly(0, 2, -1);
        assertThat(longs(out.resolve("all-activity.npy"))).containsExactly(0, 2, -1, 2, 0);
        assertThat(Npy.readFloats(out.resolve("rates.npy")))
                .isEqualTo(FloatArray.of(Shape.of(3, 3), 3, 0, 0, 0, 0, 5, 0, 0, 0));
        assertThat(json.get("abstentions").intValue()).isOne();
        assertThat(json.get("unassignedNeurons").intValue()).isOne();
        assertThat(json.get("accuracy").get("allActivity").doubleValue()).isEqualTo(0.6);
        assertThat(json.get("interval95").get("allActivity").get(0).doubleValue())
                .isBetween(0.2, 0.6);
    }

    @Test
    void personIsToldWhatTheScoreRestsOn() throws IOException {
        Path[] files = small();
        Invocation done = score(files[0], files[1], files[2], "--new-labels", files[3], "--logistic", 1);
        assertThat(done.status()).as(done.messages()).isZero();
        assertThat(done.results())
                .contains("3 labelled samples of 3 neurons, 3 classes; 5 new samples")
                .contains("1     (of 3)")
                .containsPattern("classes without sample +1; no neuron can stand for them")
                .containsPattern(
                        "confidence weighting +60.00 %   \\(95 % interval .*; 1 abstentions, counted as wrong\\)")
                .containsPattern("logistic +80.00 %")
                .containsPattern("commonest class +80.00 %")
                .contains("wrote 7 files into " + out);
        out = temporary.resolve("without");
        assertThat(score(files[0], files[1], files[2]).results())
                .containsPattern("all activity +1 abstentions \\(of 5\\)")
                .doesNotContain("interval");
    }

    /** In the first sample 0 comes before 1, in the second after it; their counts are the same. */
    @Test
    void orderOfSpikesTellsWhatCountsCannot() throws IOException {
        Path spikes = write("a", ByteArray.of(Shape.of(2, 2, 2), new byte[] {1, 0, 0, 1, 0, 1, 1, 0}));
        Path labels = write("la", LongArray.of(Shape.of(2), 0, 1));
        score(spikes, labels, spikes, "--ngram", 2, "--logistic", 0.5, "--json").json();
        assertThat(longs(out.resolve("ngram.npy"))).containsExactly(0, 1);
        assertThat(longs(out.resolve("all-activity.npy"))).containsExactly(0, 0);
        assertThat(longs(out.resolve("logistic.npy"))).containsExactly(0, 0);
        assertThat(names(out)).hasSize(8);
    }

    @Test
    void twoScoresOfTheSameSamplesAreCompared() throws IOException {
        Path[] files = small();
        score(files[0], files[1], files[2], "--json").json();
        Path first = out;
        out = temporary.resolve("second");
        Path better = write("c", LongArray.of(Shape.of(5, 3), 1, 0, 0, 0, 3, 0, 1, 0, 0, 1, 0, 0, 9, 0, 0));
        JsonNode comparison = score(files[0], files[1], better, "--new-labels", files[3], "--compare", first, "--json")
                .json()
                .get("comparison")
                .get("allActivity");
        assertThat(comparison.get("bothRight").intValue()).isEqualTo(3);
        assertThat(comparison.get("onlyThis").intValue()).isEqualTo(2);
        assertThat(comparison.get("onlyOther").intValue()).isZero();
        assertThat(comparison.get("difference").doubleValue()).isEqualTo(0.4);
        assertThat(comparison.get("exactP").doubleValue()).isCloseTo(0.5, within(1e-12));
        out = temporary.resolve("third");
        assertThat(score(files[0], files[1], better, "--new-labels", files[3], "--compare", first)
                        .results())
                .contains(
                        "all activity against " + first + ": +40.00 points", "alone right in 2 against 0", "p = 0.500");
        assertThat(score(files[0], files[1], better, "--compare", first)
                        .requireFailure(2)
                        .messages())
                .contains("--compare", "--new-labels");
    }

    @Test
    void labelsAreCheckedAgainstSamplesAndClasses() throws IOException {
        Path[] files = small();
        Path few = write("few", LongArray.of(Shape.of(2), 0, 1));
        Path negative = write("negative", LongArray.of(Shape.of(3), 0, -1, 1));
        Path floats = write("floats", FloatArray.of(Shape.of(3), 0, 1, 1));
        Path columns = write("columns", LongArray.of(Shape.of(3, 1), 0, 1, 1));
        refused("few.npy: has shape [2]; [3], one for each sample, would be right", files[0], few, files[2]);
        refused("negative.npy: the label of sample 1 is -1; at least 0", files[0], negative, files[2]);
        refused(
                "floats.npy: at byte 128: expected an array of '<i8', '<i4', '|u1', found '<f4'",
                files[0],
                floats,
                files[2]);
        refused("columns.npy: has shape [3, 1]; [3]", files[0], columns, files[2]);
        refused("la.npy: the label of sample 2 is 2; from 0 to 1", files[0], files[1], files[2], "--classes", 2);
        refused(
                "lb.npy: the label of sample 1 is 2; from 0 to 1",
                files[0],
                write("ok", LongArray.of(Shape.of(3), 0, 1, 1)),
                files[2],
                "--new-labels",
                files[3],
                "--classes",
                2);
        refused("la.npy: has shape [3]; [5]", files[0], files[1], files[2], "--new-labels", files[1]);
        refused("none.npy: there is no such file", files[0], temporary.resolve("none.npy"), files[2]);
    }

    @Test
    void spikesAreChecked() throws IOException {
        Path[] files = small();
        Path labels = files[1];
        Path other = write("other", LongArray.of(Shape.of(1, 4), 1, 2, 3, 4));
        refused(
                "other.npy: has shape [1, 4], which is [samples, neurons]; it must be of the same 3 neurons as ",
                files[0],
                labels,
                other);
        Path flat = write("flat", LongArray.of(Shape.of(3), 1, 2, 3));
        refused("flat.npy: has shape [3]; spikes of [samples, steps, neurons] or counts", flat, labels, files[2]);
        Path empty = write("empty", LongArray.of(Shape.of(3, 0)));
        refused(
                "empty.npy: has shape [3, 0], which is [samples, neurons], so there is nothing to score",
                empty,
                labels,
                files[2]);
        Path negative = write("negative", LongArray.of(Shape.of(3, 3), 0, 0, 0, 0, 0, -2, 0, 0, 0));
        refused(
                "negative.npy: the count of neuron 2 in sample 1 is -2; a whole number from 0",
                negative,
                labels,
                files[2]);
        Path half = write("half", FloatArray.of(Shape.of(1, 3), 0, 0.5f, 0));
        refused("half.npy: the count of neuron 1 in sample 0 is 0.5;", files[0], labels, half);
        Path nan = write("nan", FloatArray.of(Shape.of(1, 3), 0, 0, Float.NaN));
        refused("nan.npy: the count of neuron 2 in sample 0 is NaN;", files[0], labels, nan);
        Path two = write("two", ByteArray.of(Shape.of(1, 2, 3), new byte[] {0, 0, 0, 0, 2, 0}));
        refused(
                "two.npy: the spike of neuron 1 at step 1 of sample 0 is 2; 0 or 1 would be right",
                files[0],
                labels,
                two);
        refused("two.npy: the spike of neuron 1 at step 0 of sample 1 is 2;", files[0], labels, two, "--steps-first");
    }

    @Test
    void stepsTakenForSamplesAreSuspected() throws IOException {
        Path spikes = write("spikes", ByteArray.of(Shape.of(4, 2, 1), new byte[8]));
        Path labels = write("labels", LongArray.of(Shape.of(2), 0, 1));
        refused(
                "spikes.npy: has shape [4, 2, 1], which is [samples, steps, neurons], and with --steps-first [steps,"
                        + " samples, neurons]",
                spikes,
                labels,
                spikes);
        score(spikes, labels, spikes, "--steps-first", "--json").json();
    }

    @Test
    void ratesAreChecked() throws IOException {
        Path[] files = small();
        Path shape = write("shape", FloatArray.of(Shape.of(3, 2), new float[6]));
        refused(
                "shape.npy: has shape [3, 2]; [3, 3], [neurons, classes], would be right",
                files[0],
                files[1],
                files[2],
                "--rates",
                shape);
        Path wrong = write("wrong", FloatArray.of(Shape.of(3, 3), 0, 0, 0, 0, -1, 0, 0, 0, 0));
        refused("wrong.npy: the rate of neuron 1 to class 1 is -1.0", files[0], files[1], files[2], "--rates", wrong);
    }

    private void refused(String message, Path spikes, Path labels, Path newSpikes, Object... more) {
        assertThat(score(spikes, labels, newSpikes, more).requireFailure(1).messages())
                .contains(message);
        assertThat(out).doesNotExist();
    }

    @Test
    void wrongUseIsNamed() throws IOException {
        Path[] files = small();
        for (Object[] wrong : new Object[][] {
            {"--alpha", "2"}, {"--alpha", "NaN"}, {"--classes", "0"}, {"--ngram", "0"}, {"--logistic", "0"}
        }) {
            assertThat(score(files[0], files[1], files[2], wrong)
                            .requireFailure(2)
                            .messages())
                    .contains((String) wrong[0], (String) wrong[1]);
        }
        assertThat(score(files[0], files[1], files[2], "--ngram", 2)
                        .requireFailure(2)
                        .messages())
                .contains("--ngram is 2", "when neurons fired", "a.npy: has shape [3, 3]");
        assertThat(Invocation.of("score").requireFailure(2).messages()).contains("--spikes");
        assertThat(Invocation.of(
                                "score",
                                "--spikes",
                                files[0],
                                "--labels",
                                files[1],
                                "--new-spikes",
                                files[2],
                                "--out",
                                "")
                        .requireFailure(2)
                        .messages())
                .contains("--out");
        assertThat(out).doesNotExist();
    }

    @Test
    void folderThatIsNotEmptyIsLeftAlone() throws IOException {
        Path[] files = small();
        Files.createDirectory(out);
        Path mine = Files.writeString(out.resolve("rates.npy"), "mine");
        assertThat(score(files[0], files[1], files[2]).requireFailure(1).messages())
                .contains(out + ": is not an empty folder");
        assertThat(mine).hasContent("mine");
        assertThat(names(out)).containsExactly("rates.npy");
    }
}
