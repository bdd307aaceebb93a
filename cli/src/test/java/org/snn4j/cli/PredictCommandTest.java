package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.datasets.images.GreyImage;
import org.snn4j.datasets.images.ImageFile;
import org.snn4j.datasets.images.Mnist;
import org.snn4j.evaluation.Vote;
import org.snn4j.training.Prediction;
import org.snn4j.training.TrainedModel;

/** The oracle is what the library says to the same pixels. */
class PredictCommandTest {
    @TempDir
    private static Path temporary;

    private static SmallRun run;
    private static GreyImage digit;
    private static Prediction expected;

    @BeforeAll
    static void train() throws IOException {
        run = new SmallRun(temporary.resolve("run"));
        run.train("--json", "--quiet", "--seed", 7).json();
        digit = Mnist.test().image(0);
        expected = TrainedModel.load(run.model()).predict(digit.intensities());
    }

    @Test
    void digitAsItIsGetsTheLabelAndVotesOfTheLibrary() throws IOException {
        Path image = png("digit.png", digit, 1);
        JsonNode json = Invocation.of("predict", run.model(), image, "--json").json();
        assertThat(json.get("model").asText()).isEqualTo(run.model().toString());
        JsonNode prediction = json.get("predictions").get(0);
        assertThat(prediction.get("image").asText()).isEqualTo(image.toString());
        assertThat(prediction.get("label").asInt()).isEqualTo(expected.label(Vote.CONFIDENCE_WEIGHTING));
        assertThat(prediction.get("spikes").asInt()).isEqualTo(expected.spikes());
        for (Vote vote : Vote.values()) {
            assertThat(prediction.get("labels").get(vote.fieldName()).asInt()).isEqualTo(expected.label(vote));
            assertThat(prediction.get("votes").get(vote.fieldName()))
                    .extracting(JsonNode::asDouble)
                    .isEqualTo(expected.scores().get(vote));
        }
    }

    @Test
    void darkOnLightIsTheSameAsLightOnDark() throws IOException {
        JsonNode predictions = Invocation.of(
                        "predict",
                        run.model(),
                        png("light.png", digit, 1),
                        png("dark.png", digit.inverted(), 1),
                        "--json")
                .json()
                .get("predictions");
        assertThat(predictions)
                .extracting(prediction -> Path.of(prediction.get("image").asText()))
                .containsExactly(temporary.resolve("light.png"), temporary.resolve("dark.png"));
        assertThat(predictions.get(1).get("votes")).isEqualTo(predictions.get(0).get("votes"));
    }

    /** MNIST's digits fill 20 pixels and stand with their centre of mass in the middle already. */
    @Test
    void enlargedDigitGetsTheSameLabel() throws IOException {
        JsonNode predictions = Invocation.of(
                        "predict",
                        run.model(),
                        png("large.png", digit, 5),
                        png("large-dark.png", digit.inverted(), 3),
                        "--json")
                .json()
                .get("predictions");
        for (JsonNode prediction : predictions) {
            assertThat(prediction.get("label").asInt()).isEqualTo(expected.label(Vote.CONFIDENCE_WEIGHTING));
        }
    }

    @Test
    void resultsForPeopleAreALineForEachImage() throws IOException {
        Path first = png("first.png", digit, 1);
        Path second = png("second.png", Mnist.test().image(1), 2);
        Invocation invocation = Invocation.of("predict", run.model(), first, second);
        assertThat(invocation.status()).isZero();
        assertThat(invocation.messages()).isEmpty();
        int label = expected.label(Vote.CONFIDENCE_WEIGHTING);
        assertThat(invocation.results().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(first + ": " + label + "   (" + expected.spikes() + " spikes; votes "
                                        + label + ": "),
                        line -> assertThat(line).startsWith(second + ": "));
    }

    @Test
    void inputIsShownAsImages() throws IOException {
        Path folder = temporary.resolve("shown");
        Files.createDirectories(temporary.resolve("other"));
        Path same = Files.copy(png("seven.png", digit, 1), temporary.resolve("other/seven.jpg.png"));
        Path large = png("seven.jpg.png", digit.inverted(), 4);
        JsonNode predictions = Invocation.of("predict", run.model(), same, large, "--show-input", folder, "--json")
                .json()
                .get("predictions");
        assertThat(predictions)
                .extracting(prediction -> Path.of(prediction.get("input").asText()))
                .containsExactly(folder.resolve("seven.jpg.png"), folder.resolve("seven.jpg-2.png"));
        assertThat(ImageFile.read(folder.resolve("seven.jpg.png"))).isEqualTo(digit);
        GreyImage shown = ImageFile.read(folder.resolve("seven.jpg-2.png"));
        assertThat(predictions.get(1).get("spikes").asInt())
                .isEqualTo(TrainedModel.load(run.model())
                        .predict(shown.intensities())
                        .spikes());
        assertThat(Invocation.of("predict", run.model(), large, "--show-input", folder)
                        .requireFailure(1)
                        .messages())
                .contains(folder.toString(), "not an empty folder");
    }

    /** Oracle: which pixels are lit. */
    @Test
    void inputIsShownAsText() throws IOException {
        Invocation invocation =
                Invocation.of("predict", run.model(), png("text.png", digit, 1), "--show-input", "text");
        List<String> lines = invocation.results().lines().skip(1).toList();
        assertThat(lines).hasSizeLessThanOrEqualTo(28).allMatch(line -> line.length() <= 56);
        for (int row = 0; row < lines.size(); row++) {
            for (int column = 0; column < 28; column++) {
                String line = lines.get(row);
                boolean inked = 2 * column < line.length() && line.charAt(2 * column) != ' ';
                assertThat(inked).isEqualTo(digit.pixel(row, column) >= 26);
            }
        }
    }

    @Test
    void wholeImagesAreScaledOnly() throws IOException {
        Path folder = temporary.resolve("whole");
        Path image = png("whole.png", digit.inverted(), 3);
        Invocation.of("predict", run.model(), image, "--frame", "whole", "--show-input", folder, "--json")
                .json();
        assertThat(ImageFile.read(folder.resolve("whole.png"))).isEqualTo(digit.inverted());
    }

    /** A photograph as people take them: JPEG, dark on light, off the middle, in slanting light, with noise. */
    @Test
    void photographBecomesNearlyTheDigitThatItShows() throws IOException {
        GreyImage photograph = new Photograph((x, y) -> 90 + 120 * x + 30 * y, 0.6, 6).of(digit, 3);
        Path jpeg = temporary.resolve("photograph.jpg");
        ImageIO.write(ImageIO.read(png("photograph.png", photograph, 1).toFile()), "jpg", jpeg.toFile());
        Path folder = temporary.resolve("developed");
        Invocation.of("predict", run.model(), jpeg, "--show-input", folder, "--json")
                .json();
        GreyImage shown = ImageFile.read(folder.resolve("photograph.png"));
        double difference = 0;
        for (int i = 0; i < 784; i++) {
            difference += Math.abs(shown.pixel(i / 28, i % 28) - digit.pixel(i / 28, i % 28)) / 784.0;
        }
        assertThat(difference).isLessThan(12);
    }

    @Test
    void missingImageFailsWithoutResultsForTheOthers() throws IOException {
        assertThat(Invocation.of("predict", run.model(), png("good.png", digit, 1), temporary.resolve("none.png"))
                        .requireFailure(1)
                        .messages())
                .contains("none.png", "no such file");
    }

    @Test
    void whatIsNoImageFails() throws IOException {
        Path text = Files.writeString(temporary.resolve("text.png"), "This is not an image.");
        assertThat(Invocation.of("predict", run.model(), text).requireFailure(1).messages())
                .contains(text.toString(), "not read as an image");
    }

    @Test
    void truncatedImageFails() throws IOException {
        byte[] whole = Files.readAllBytes(png("whole.png", digit, 4));
        Path part = Files.write(temporary.resolve("part.png"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(Invocation.of("predict", run.model(), part).requireFailure(1).messages())
                .contains(part.toString());
    }

    @Test
    void stackTraceComesOnlyWhenAskedFor() {
        Invocation asked = Invocation.of("predict", run.model(), temporary.resolve("none.png"), "--stacktrace");
        assertThat(asked.status()).isEqualTo(1);
        assertThat(asked.messages()).contains("\tat org.snn4j.", "snn4j: ", "none.png");
        Invocation before = Invocation.of("--stacktrace", "predict", run.model(), temporary.resolve("none.png"));
        assertThat(before.messages()).contains("\tat org.snn4j.");
    }

    private static Path png(String name, GreyImage image, int enlargement) throws IOException {
        BufferedImage picture = new BufferedImage(
                enlargement * image.width(), enlargement * image.height(), BufferedImage.TYPE_BYTE_GRAY);
        for (int row = 0; row < picture.getHeight(); row++) {
            for (int column = 0; column < picture.getWidth(); column++) {
                picture.getRaster().setSample(column, row, 0, image.pixel(row / enlargement, column / enlargement));
            }
        }
        Path file = temporary.resolve(name);
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }
}
