package org.snn4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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

        assertThat(lines).hasSize(4);
        for (double[] readout : lines.subList(0, 3)) {
            assertThat(readout[0]).as("accuracy").isBetween(60.0, 99.0);
        }
        double difference = lines.get(2)[0] - lines.get(0)[0];
        assertThat(lines.get(3)[0]).isCloseTo(difference, within(0.11));
        assertThat(lines.get(3)[0]).isBetween(lines.get(3)[2], lines.get(3)[3]);
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

    /** Oracle: the period tau/√I · 2 atan(peak/√I) of a neuron with reset = −peak. */
    @Test
    void ownNeuronModelFiresAsItsEquationSays() throws Exception {
        List<double[]> neurons =
                shownBy(OwnNeuronModel::main).lines().map(ExamplesTest::numbers).toList();

        assertThat(neurons).hasSize(3);
        for (double[] neuron : neurons) {
            double root = Math.sqrt(neuron[0]);
            assertThat(neuron[1]).isCloseTo(1000 / (10 / root * 2 * Math.atan(50 / root)), within(1.0));
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
