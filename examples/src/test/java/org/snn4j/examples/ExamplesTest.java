package org.snn4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.datasets.images.ImageFile;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.Mnist;
import org.snn4j.models.Catalogue;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.file.Npz;
import org.snn4j.training.Teacher;

/** Runs every example as its reader would. The oracle is what the example says it shows. */
class ExamplesTest {
    @TempDir
    private Path folder;

    @Test
    void firstNetworkFires() throws Exception {
        String shown = shownBy(FirstNetwork::main);

        assertThat(shown.lines()).hasSize(6);
        assertThat(shown).contains("spikes went in").doesNotContain("fired 0 times");
    }

    @Test
    void trainedModelReadsDigitAfterLoading() throws Exception {
        Path file = folder.resolve("digits.zip");

        String shown = shownBy(TrainSavePredict::main, file.toString());

        assertThat(file).isNotEmptyFile();
        assertThat(shown.strip()).isEqualTo("a 7 looks like a 7");
    }

    /** Of 100 neurons that have seen 2,000 digits; guessing would be right in one of ten. */
    @Test
    void readoutsAreComparedOnTheSameSpikes() throws Exception {
        List<double[]> lines = shownBy(CompareReadouts::main, "2000")
                .lines()
                .map(ExamplesTest::numbers)
                .toList();

        assertThat(lines).hasSize(2);
        for (double[] line : lines) {
            assertThat(line[0]).as("votes").isEqualTo(lines.get(0)[0]).isBetween(60.0, 99.0);
            assertThat(line[1]).as("the other readout").isBetween(60.0, 99.0);
            assertThat(line[2]).isCloseTo(line[1] - line[0], within(0.11));
        }
    }

    /** Guessing would be right in one of ten. */
    @Test
    void diehlAndCooksNetworkReadsDigitsAndIsDrawn() throws Exception {
        Path picture = folder.resolve("fields.png");

        List<double[]> votes = shownBy(DiehlAndCookDigits::main, "2000", picture.toString())
                .lines()
                .map(ExamplesTest::numbers)
                .toList();

        assertThat(votes).hasSize(3).allSatisfy(vote -> assertThat(vote[0]).isBetween(60.0, 99.0));
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isGreaterThan(1000);
    }

    @Test
    void networkLearnsWithATeacherAndWithoutOne() throws Exception {
        List<double[]> accuracies = shownBy(TeachLabels::main, "1000")
                .lines()
                .map(ExamplesTest::numbers)
                .toList();

        assertThat(accuracies).hasSize(2).allSatisfy(line -> assertThat(line[0]).isBetween(40.0, 99.0));
        assertThat(accuracies.get(0)[0]).isNotEqualTo(accuracies.get(1)[0]);
    }

    /**
     * Oracle: PostPre's window, +0.02 e^(−lag/20) where the presynaptic spike comes first, −0.01 e^(lag/20) where it comes
     * last.
     */
    @Test
    void windowOfALearningRuleIsTheOneOfItsEquation() throws Exception {
        Path picture = folder.resolve("window.png");

        List<double[]> pairs = shownBy(LearningRuleWindow::main, picture.toString())
                .lines()
                .map(ExamplesTest::numbers)
                .toList();

        assertThat(pairs).extracting(pair -> pair[0]).containsExactly(-60.0, -40.0, -20.0, 0.0, 20.0, 40.0, 60.0);
        for (double[] pair : pairs) {
            if (pair[0] != 0) {
                double size = pair[0] > 0 ? 0.02 : -0.01;
                assertThat(pair[1]).isCloseTo(size * Math.exp(-Math.abs(pair[0]) / 20), within(1e-5));
            }
        }
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(1400);
    }

    @Test
    void trainingSaysWhereItIsWatched() throws Exception {
        List<String> lines = shownBy(WatchTraining::main, "100").lines().toList();

        assertThat(lines.get(0)).matches("open http://127\\.0\\.0\\.1:\\d+/[0-9a-f-]{36}/");
        assertThat(lines.get(1)).isEqualTo("learned from 100 digits");
    }

    @Test
    void recordingIsReadAsItWasWritten() throws Exception {
        Path file = folder.resolve("recording.npz");

        List<String> lines =
                shownBy(ReadRecording::main, file.toString()).lines().toList();

        assertThat(lines)
                .startsWith(
                        "inputs.s has shape [500, 1, 3]",
                        "neurons.s has shape [500, 1, 5]",
                        "neurons.v has shape [500, 1, 5]")
                .hasSize(5);
        assertThat(numbers(lines.get(3))[1]).isPositive();
        assertThat(numbers(lines.get(4))[0])
                .isEqualTo(Npz.read(file).get("neurons.v").asDouble(499 * 5));
    }

    @Test
    void plotsAreDrawn() throws Exception {
        shownBy(PlotSpikes::main, folder.toString());

        for (String picture : List.of("spikes", "voltages", "weights")) {
            assertThat(ImageIO.read(folder.resolve(picture + ".png").toFile()).getWidth())
                    .isGreaterThan(1000);
        }
    }

    @Test
    void savedModelIsUsedByAnotherProgram() throws Exception {
        Path file = folder.resolve("digits.zip");
        shownBy(TrainSavePredict::main, file.toString());
        Path image = Files.write(
                folder.resolve("seven.png"), ImageFile.png(Mnist.test().image(0)));

        List<String> lines = shownBy(UseTrainedModel::main, file.toString(), image.toString())
                .lines()
                .toList();

        assertThat(lines).hasSize(12);
        assertThat(lines.get(0)).isEqualTo("a diehl-cook that learned from 3000 images of mnist-train[0:3000]");
        assertThat(lines.get(1)).isEqualTo("the image shows 7");
        double[] votes = lines.subList(2, 12).stream()
                .mapToDouble(line -> numbers(line)[1])
                .toArray();
        assertThat(votes[7]).isEqualTo(Arrays.stream(votes).max().orElseThrow());
    }

    /** Oracle: 166 pixels of the digit have ink. */
    @Test
    void digitIsEncodedInEveryWay() throws Exception {
        String shown = shownBy(EncodeDigit::main);

        assertThat(shown.lines()).hasSize(7);
        assertThat(shown)
                .containsPattern("single: (\\d+) spikes, \\1 of them in the first step")
                .contains("rank-order: 166 spikes", "latency: 166 spikes", "FloatArray[250, 1, 784]");
    }

    /** Three digits that are easy to tell apart; guessing would be right in a third of cases. */
    @Test
    void ownImagesAreLearnedFromAFolder() throws Exception {
        LabelledImages digits = Mnist.train().first(3000);
        String[] names = {"nought", "one", null, null, null, null, "six"};
        for (int i = 0; i < digits.size(); i++) {
            String name = digits.label(i) < names.length ? names[digits.label(i)] : null;
            if (name != null) {
                Path file = folder.resolve("images").resolve(name).resolve(i + ".png");
                Files.createDirectories(file.getParent());
                Files.write(file, ImageFile.png(digits.image(i)));
            }
        }
        Path one = Files.write(
                folder.resolve("one.png"), ImageFile.png(digits.image(3).inverted()));

        List<String> lines = shownBy(OwnImages::main, folder.resolve("images").toString(), one.toString())
                .lines()
                .toList();

        assertThat(lines.get(0)).contains("images-train", "[nought, one, six]");
        assertThat(Double.parseDouble(lines.get(1).replace("right on the others: ", "")))
                .isGreaterThan(0.7);
        assertThat(lines.get(2)).isEqualTo("the photograph shows one");
    }

    /** Of 50,000 coins of 0.1 about 5,000 fall right; to be off by five standard errors, 335, has probability 6e-7. */
    @Test
    void tutorialDrawsWhatItRecordsWithAndWithoutLearning() throws Exception {
        String shown = shownBy(RecurrentTutorial::main, folder.toString());

        List<double[]> spikes = shown.lines().map(ExamplesTest::numbers).toList();
        assertThat(spikes).hasSize(2);
        assertThat(spikes.get(0)[0]).isCloseTo(5000, within(335.0)).isEqualTo(spikes.get(1)[0]);
        assertThat(spikes.get(0)[1]).isPositive();
        assertThat(spikes.get(1)[1]).as("learning lets them fire more").isGreaterThan(spikes.get(0)[1]);
        for (String part : List.of("fixed", "learning")) {
            for (String picture : List.of("spikes", "voltages", "voltage-map", "weights")) {
                Path file = folder.resolve(part).resolve(picture + ".png");
                assertThat(ImageIO.read(file.toFile()).getWidth()).isGreaterThan(1000);
            }
            Map<String, NdArray> recordings = Npz.read(folder.resolve(part).resolve("recordings.npz"));
            assertThat(recordings.keySet()).containsExactly("inputs.s", "neurons.s", "neurons.v");
            assertThat(recordings.get("neurons.v").shape()).isEqualTo(Shape.of(500, 1, 1000));
        }
    }

    @Test
    void everyModelAndTeacherIsShownWithItsAccuracy() throws Exception {
        List<String> shown = shownBy(ModelsAndTeachers::main, "100")
                .lines()
                .filter(line -> line.endsWith(" %"))
                .toList();

        assertThat(shown).hasSize(Catalogue.names().size() + Teacher.all().size());
        assertThat(shown)
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .startsWith(Catalogue.names().toArray(String[]::new))
                .endsWith(
                        "diehl-cook with teacher clamp",
                        "diehl-cook with teacher hold-back",
                        "diehl-cook with teacher symmetric",
                        "diehl-cook with teacher reward");
        assertThat(shown.get(0)).isEqualTo(shown.get(Catalogue.names().size()).replace(" with teacher none", ""));
    }

    @Test
    void rewardMovesTheRateItsWay() throws Exception {
        List<double[]> trials =
                shownBy(RewardLearning::main).lines().map(ExamplesTest::numbers).toList();

        assertThat(trials).hasSize(10);
        assertThat(trials.get(4)[2]).as("spikes are good").isGreaterThan(1.5 * trials.get(0)[2]);
        assertThat(trials.get(9)[2]).as("spikes are bad").isGreaterThan(0.75 * trials.get(5)[2]);
    }

    /** Oracle: the period 2 tau/√I · atan(peak/√I), in a second. */
    @Test
    void ownNeuronModelFiresAsItsEquationSays() throws Exception {
        double[] shown = numbers(shownBy(OwnNeuronModel::main));

        assertThat(shown).hasSize(6);
        for (int neuron = 0; neuron < 3; neuron++) {
            double root = Math.sqrt(shown[neuron]);
            assertThat(shown[3 + neuron]).isCloseTo(1000 / (10 / root * 2 * Math.atan(50 / root)), within(1.0));
        }
    }

    /** Oracle: from 1/2 the weight goes n times a share of its way to the trace, which is 1 for one input, 0 for the other. */
    @Test
    void ownLearningRuleChangesWeightsAsItsEquationSays() throws Exception {
        List<double[]> inputs = shownBy(OwnLearningRule::main)
                .lines()
                .map(ExamplesTest::numbers)
                .toList();

        double left = 0.5 * Math.pow(0.95, 40);
        assertThat(inputs.get(0)[0]).isCloseTo(1 - left, within(1e-4));
        assertThat(inputs.get(1)[0]).isCloseTo(left, within(1e-4));
    }

    /** A newcomer reads an example in one sitting, finds it in the README, and can trust that it was run. */
    @Test
    void everyExampleIsShortAndInTheReadmeAndRunHere() throws Exception {
        String here = Files.readString(Path.of("src/test/java/org/snn4j/examples/ExamplesTest.java"));
        String readme = Files.readString(Path.of("..", "README.md"));
        try (Stream<Path> files = Files.list(Path.of("src/main/java/org/snn4j/examples"))) {
            List<Path> examples = files.toList();
            assertThat(examples).hasSizeGreaterThan(10);
            for (Path example : examples) {
                String name = example.getFileName().toString().replace(".java", "");
                assertThat(Files.readAllLines(example)).as(name).hasSizeLessThan(60);
                assertThat(here).contains(name + "::main");
                assertThat(readme).contains("`" + name + "`");
            }
        }
    }

    /** The numbers of a line of text. */
    private static double[] numbers(String line) {
        return Pattern.compile("[+-]?\\d+(\\.\\d+)?")
                .matcher(line)
                .results()
                .mapToDouble(match -> Double.parseDouble(match.group()))
                .toArray();
    }

    private interface Example {
        void main(String... arguments) throws Exception;
    }

    private static String shownBy(Example example, String... arguments) throws Exception {
        PrintStream out = System.out;
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        System.setOut(new PrintStream(shown, true, StandardCharsets.UTF_8));
        try {
            example.main(arguments);
        } finally {
            System.setOut(out);
        }
        return shown.toString(StandardCharsets.UTF_8);
    }
}
