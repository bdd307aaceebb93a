package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.datasets.images.ImageFile;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.Mnist;

/** Training on folders. Oracle: MNIST's digits, which the folders hold. */
class DatasetFolderTest {
    @TempDir
    private Path temporary;

    private LabelledImages digits;

    @BeforeEach
    void read() throws IOException {
        digits = Mnist.test().first(100);
    }

    private Invocation train(Path folder, Object... more) {
        Object[] few = {
            "train",
            "--neurons",
            4,
            "--quiet",
            "--json",
            "--seed",
            1,
            "--dataset",
            folder,
            "--out",
            temporary.resolve("run")
        };
        Object[] all = new Object[few.length + more.length];
        System.arraycopy(few, 0, all, 0, few.length);
        System.arraycopy(more, 0, all, few.length, more.length);
        return Invocation.of(all);
    }

    @Test
    void folderOfImagesIsTrainedOnAndEvaluatedAlike() throws IOException {
        Path folder = ClassImages.write(digits, temporary.resolve("digits"));
        JsonNode run = train(folder).json();
        assertThat(run.get("trainSamples").asInt() + run.get("testSamples").asInt())
                .isEqualTo(100);
        JsonNode again = Invocation.of(
                        "evaluate", temporary.resolve("run/model.zip"), "--dataset", folder, "--quiet", "--json")
                .json();
        assertThat(again.get("accuracy")).isEqualTo(run.get("accuracy"));
        assertThat(again.get("dataset").asText()).isEqualTo("digits-test");
    }

    /** Oracle: the picture in the run's own report. */
    @Test
    void inputOfARunIsDrawnOfItsOwnTestImages() throws IOException {
        Path folder = ClassImages.write(digits, temporary.resolve("digits"));
        train(folder, "--frame", "digit", "--split-seed", 9, "--hold-out", 20).json();
        Path run = temporary.resolve("run");
        Path picture = temporary.resolve("input.png");
        Object[] plot = {"plot", "input", run, "--sample", 1, "--size", "600x440", "--out", picture};

        assertThat(Invocation.of(plot).status()).isZero();
        assertThat(picture).hasBinaryContent(Files.readAllBytes(run.resolve("plots/sample-1.png")));
        assertThat(Invocation.of("plot", "input", run.resolve("model.zip"), "--out", picture)
                        .status())
                .isZero();
        assertThat(Invocation.of("plot", "input", run, "--frame", "whole")
                        .requireFailure(2)
                        .messages())
                .contains("--frame is for folders of images, but a run without --dataset knows its own images.");
    }

    @Test
    void splitSeedAndFractionChangeTheParts() throws IOException {
        Path folder = ClassImages.write(digits, temporary.resolve("digits"));
        JsonNode run = train(folder, "--test-fraction", 0.5, "--split-seed", 9).json();
        assertThat(run.get("testSamples").asInt()).isBetween(46, 54);
        assertThat(train(folder, "--test-fraction", 1).requireFailure(2).messages())
                .contains("--test-fraction", "1.0");
    }

    @Test
    void trainAndTestFoldersAreTheParts() throws IOException {
        Path folder = temporary.resolve("digits");
        ClassImages.write(digits, folder.resolve("train"));
        ClassImages.write(digits.first(60), folder.resolve("test"));
        JsonNode run = train(folder).json();
        assertThat(run.get("trainSamples").asInt()).isEqualTo(100);
        assertThat(run.get("testSamples").asInt()).isEqualTo(60);
        assertThat(train(folder, "--test-fraction", 0.5).requireFailure(2).messages())
                .contains("--test-fraction", "train and test images of its own");
    }

    @Test
    void namesOfClassesGoIntoTheModelAndItsAnswers() throws IOException {
        Path folder = temporary.resolve("letters");
        for (int i = 0; i < 40; i++) {
            Path ofClass = folder.resolve(digits.label(i) < 5 ? "low" : "high");
            Files.createDirectories(ofClass);
            Files.write(ofClass.resolve(i + ".png"), ImageFile.png(digits.image(i)));
        }
        train(folder).json();
        Path image;
        try (var files = Files.list(folder.resolve("low"))) {
            image = files.findFirst().orElseThrow();
        }
        JsonNode answer = Invocation.of(
                        "predict", temporary.resolve("run/model.zip"), image, "--frame", "whole", "--json")
                .json()
                .get("predictions")
                .get(0);
        assertThat(answer.get("className").asText())
                .isEqualTo(
                        new String[] {"", "high", "low"}[1 + answer.get("label").asInt()]);
    }

    @Test
    void imagesOfOtherClassesThanTheModelsAreNoticed() throws IOException {
        for (int i = 0; i < 100; i++) {
            for (String[] names :
                    new String[][] {{"numbered", "0", "1"}, {"named", "cat", "dog"}, {"others", "cow", "ox"}}) {
                Path ofClass =
                        Files.createDirectories(temporary.resolve(names[0]).resolve(names[1 + digits.label(i) % 2]));
                Files.write(ofClass.resolve(i + ".png"), ImageFile.png(digits.image(i)));
            }
        }
        train(temporary.resolve("named")).json();
        Path model = temporary.resolve("run/model.zip");
        assertThat(Invocation.of("evaluate", model, "--dataset", temporary.resolve("others"))
                        .requireFailure(1)
                        .messages())
                .contains("the model's classes are cat, dog, those of others-test are cow, ox");
        Invocation numbered =
                Invocation.of("evaluate", model, "--dataset", temporary.resolve("numbered"), "--quiet", "--json");
        assertThat(numbered.json().get("testSamples").asInt()).isPositive();
        assertThat(numbered.messages()).contains("those of numbered-test are 0, 1; they are taken as the same");
    }

    @Test
    void foldersThatAreNoDataSetAreNamed() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("empty"));
        assertThat(train(folder).requireFailure(1).messages())
                .contains(folder.toString(), "neither IDX files", "nor a folder of images for each class");
        Files.createDirectory(folder.resolve("one"));
        assertThat(train(folder).requireFailure(1).messages()).contains("holds 1 folders");
        assertThat(temporary.resolve("run")).doesNotExist();
    }

    @Test
    void knownSetInAFolderIsReadAsThatSet() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("files"));
        assertThat(train(Path.of("emnist-letters=" + folder)).requireFailure(1).messages())
                .contains("holds none of emnist-letters-train-labels-idx1-ubyte");
    }
}
