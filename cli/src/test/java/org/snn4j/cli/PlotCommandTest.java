package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.analysis.chart.Picture;
import org.snn4j.analysis.chart.Plots;
import org.snn4j.analysis.chart.Recorded;
import org.snn4j.analysis.run.ModelPlots;
import org.snn4j.evaluation.Vote;
import org.snn4j.network.Variable;
import org.snn4j.network.file.Npy;
import org.snn4j.training.FinishedRun;
import org.snn4j.training.RunFolder;
import org.snn4j.training.TrainedModel;

/** Oracle: the library's own pictures of the same files, byte for byte, and the JDK, which opens them. */
class PlotCommandTest {
    private static final Path GOLDEN =
            Path.of("..", "network", "src", "test", "resources", "golden", "model-diehl-and-cook-2015");

    @TempDir
    private static Path folder;

    private static Path run;
    private static Path recordings;
    private static Path spikes;

    @BeforeAll
    static void makeARunAndRecordings() {
        run = folder.resolve("run");
        recordings = folder.resolve("recordings");
        spikes = folder.resolve("spikes.npy");
        assertThat(new SmallRun(run).train("--seed", 1, "--quiet").status()).isZero();
        assertThat(Invocation.of("simulate", GOLDEN.resolve("scenario.json"), "--out", recordings, "--seed", 1)
                        .status())
                .isZero();
        assertThat(Invocation.of("encode", "--count", 2, "--seed", 1, "--out", spikes)
                        .status())
                .isZero();
    }

    @AfterEach
    void beWithoutADisplayAgain() {
        System.setProperty("java.awt.headless", "true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fields", "class-map", "accuracy", "confusion", "weights", "theta", "input"})
    void everyPictureOfARunIsDrawn(String kind) throws IOException {
        JsonNode json = plot(kind, run, "--json").json();
        BufferedImage image = ImageIO.read(folder.resolve(kind + ".png").toFile());

        assertThat(json.get("kind").textValue()).isEqualTo(kind);
        assertThat(json.get("out").textValue())
                .isEqualTo(folder.resolve(kind + ".png").toString());
        assertThat(image.getWidth()).isEqualTo(json.get("width").intValue());
        assertThat(image.getHeight()).isEqualTo(json.get("height").intValue());
    }

    /** The report's pictures are of the same run. */
    @ParameterizedTest
    @CsvSource({"fields, receptive-fields", "accuracy, accuracy", "confusion, confusion", "theta, theta"})
    void pictureIsTheOneInTheRunsReport(String kind, String picture) throws IOException {
        assertThat(plot(kind, run).status()).isZero();

        assertThat(folder.resolve(kind + ".png"))
                .hasBinaryContent(Files.readAllBytes(new RunFolder(run).plots().resolve(picture + ".png")));
    }

    @Test
    void modelAloneIsEnoughForWhatItLearned() throws IOException {
        Path model = new RunFolder(run).model();
        plot("class-map", model, "--size", "500x400");

        assertThat(folder.resolve("class-map.png"))
                .hasBinaryContent(new ModelPlots(TrainedModel.load(model))
                        .classMap()
                        .orElseThrow()
                        .sized(500, 400)
                        .png()
                        .bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-activity", "allActivity"})
    void voteHasItsNameWithDashesOrAsInJson(String name) throws IOException {
        plot("confusion", run, "--vote", name);
        Picture expected = Plots.confusion(FinishedRun.in(run).confusion(Vote.ALL_ACTIVITY));

        assertThat(folder.resolve("confusion.png"))
                .hasBinaryContent(expected.png().bytes());
    }

    @Test
    void rasterIsOfTheRunThatIsAskedFor() throws IOException {
        plot("raster", recordings, "--run", 2, "--dt", 0.5);
        Picture expected =
                Plots.raster(Recorded.read(recordings, 2, Variable.SPIKES).withDt(0.5));

        assertThat(folder.resolve("raster.png")).hasBinaryContent(expected.png().bytes());
    }

    @Test
    void voltagesAreLinesOrColoursWithTheThresholdThatThetaRaises() throws IOException {
        Recorded recorded = Recorded.read(recordings, Variable.VOLTAGE, Variable.THETA);
        plot("voltages", recordings, "--neurons", "4,8", "--threshold", -52);
        assertThat(folder.resolve("voltages.png"))
                .hasBinaryContent(
                        Plots.voltages(recorded.voltages(-52), 4, 8).png().bytes());
        plot("voltages", recordings, "--heat-map", "--threshold", -52);
        assertThat(folder.resolve("voltages.png"))
                .hasBinaryContent(Plots.voltageMap(recorded.voltages(-52)).png().bytes());
    }

    @Test
    void encodedImageStandsBesideItsSpikes() throws IOException {
        Recorded recorded = Recorded.read(spikes, Variable.SPIKES).ofSample(1);
        plot("input", spikes, "--sample", 1);
        byte[] without = Files.readAllBytes(folder.resolve("input.png"));
        plot("input", spikes, "--sample", 1, "--dataset", "mnist", "--split", "train");

        assertThat(without).isEqualTo(Plots.input(recorded).png().bytes());
        assertThat(Files.readAllBytes(folder.resolve("input.png"))).isNotEqualTo(without);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    raster --sample 2                 | --sample is 2; there is no sample 2 in spikes.s; there are samples 0 to 1
                    raster --layers A                 | --layers is A
                    raster --size 900                 | '900' is not a size such as 900x600
                    raster --size 0x5                 | '0x5' is not a size
                    raster --size 9000x5              | each side from 1 to 8192
                    raster --dt 0                     | finite number above 0
                    raster --out .                    | which is a folder
                    input --dataset mnist --first 10000 | there is no image 10000; mnist-test has 10000 images
                    """)
    void wrongUseEndsWithTwo(String command, String message) {
        String[] words = command.split(" ");
        Object[] arguments = new Object[words.length + 2];
        arguments[0] = "plot";
        System.arraycopy(words, 0, arguments, 1, words.length);
        arguments[words.length + 1] = spikes;

        assertThat(Invocation.of(arguments).requireFailure(2).messages()).contains(message);
    }

    @Test
    void linesAndColoursAtOnceAreWrongUse() {
        assertThat(plot("voltages", recordings, "--heat-map", "--neurons", 1)
                        .requireFailure(2)
                        .messages())
                .contains("--heat-map shows all neurons");
        assertThat(plot("voltages", recordings, "--neurons", 40)
                        .requireFailure(2)
                        .messages())
                .contains("there is no neuron 40; there are neurons 0 to 39");
    }

    @Test
    void sourceOfAnotherKindIsNamed() throws IOException {
        assertThat(plot("fields", recordings).requireFailure(1).messages()).contains("holds no model.zip");
        assertThat(plot("raster", run).requireFailure(1).messages()).contains("holds no run0.LAYER.s.npy");
        assertThat(plot("voltages", spikes).requireFailure(1).messages()).contains("voltages are floats");
        assertThat(plot("raster", folder.resolve("nothing.npy"))
                        .requireFailure(1)
                        .messages())
                .contains("nothing.npy: there is no such file");
        Path voltages = folder.resolve("floats.npy");
        Npy.write(Recorded.read(recordings, Variable.VOLTAGE).voltages().voltages(), voltages);
        assertThat(plot("raster", voltages).requireFailure(1).messages()).contains("spikes are 0 or 1");
    }

    /** Asked for once before, so that Java has looked for a display, and found none, as the tests tell it. */
    @Test
    void windowWithoutADisplayFailsAndWritesNothing() {
        assertThat(Picture.canBeShown()).isFalse();
        Path out = folder.resolve("shown.png");
        Invocation shown = Invocation.of("plot", "raster", spikes, "--show", "--out", out);

        assertThat(shown.requireFailure(1).messages()).contains("--show: there is no display");
        assertThat(out).doesNotExist();
    }

    private static Invocation plot(String kind, Path source, Object... more) {
        Object[] all = new Object[more.length + 5];
        all[0] = "plot";
        all[1] = kind;
        all[2] = source;
        all[3] = "--out";
        all[4] = folder.resolve(kind + ".png");
        System.arraycopy(more, 0, all, 5, more.length);
        return Invocation.of(all);
    }
}
