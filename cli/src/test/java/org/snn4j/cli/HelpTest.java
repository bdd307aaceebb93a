package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.encoding.Poisson;
import org.snn4j.models.Catalogue;
import org.snn4j.training.Presentation;

class HelpTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "train",
                "search",
                "reproduce",
                "evaluate",
                "predict",
                "simulate",
                "datasets",
                "datasets list",
                "datasets get",
                "datasets verify",
                "bench",
                "encode",
                "score",
                "plot",
                "plot fields",
                "plot class-map",
                "plot accuracy",
                "plot confusion",
                "plot weights",
                "plot theta",
                "plot raster",
                "plot voltages",
                "plot input",
                "doctor"
            })
    void fitsATerminalAndEndsWithTheExitStatuses(String command) {
        Invocation help = Invocation.of((Object[]) (command + " --help").strip().split(" "));
        assertThat(help.status()).isZero();
        assertThat(help.messages()).isEmpty();
        assertThat(help.results().lines()).allMatch(line -> line.length() <= 80);
        assertThat(help.results()).contains("Usage: snn4j", "--stacktrace", "--help");
        assertThat(help.results().stripTrailing()).endsWith("Exit status: 0 done, 1 failed, 2 wrong use.");
    }

    static Stream<String> trainOptions() {
        return Stream.concat(
                Stream.of(
                        "--recipe",
                        "--model",
                        "--neurons",
                        "--epochs",
                        "--train-samples",
                        "--assign-samples",
                        "--test-samples",
                        "--time",
                        "--encoder",
                        "--intensity",
                        "--teacher",
                        "--slant",
                        "--min-spikes",
                        "--nu-decay",
                        "--nu-decay-samples",
                        "--theta-spread",
                        "--dataset",
                        "--engine",
                        "--threads",
                        "--seed",
                        "--out",
                        "--json",
                        "--watch",
                        "--watch-port",
                        "--watch-stay"),
                Stream.concat(
                        TeacherParameters.paths().stream().map(TeacherParameters::option),
                        ModelParameters.paths().stream().map(ModelParameters::option)));
    }

    @ParameterizedTest
    @MethodSource("trainOptions")
    void listsEveryOptionOfTrainOnce(String option) {
        assertThat(Invocation.of("train", "--help").results().lines())
                .filteredOn(line -> line.matches(" +" + option + "([= ].*|$)"))
                .hasSize(1);
    }

    @Test
    void optionsStandInSectionsInThisOrder() {
        assertThat(Invocation.of("train", "--help").results())
                .containsSubsequence(
                        "What to train:",
                        "--neurons=N",
                        "Images:",
                        "--dataset=",
                        "How to run:",
                        "--threads=N",
                        "Parameters of the teacher:",
                        "--teacher-rate=X",
                        "Parameters of the network:",
                        "--theta-plus=X",
                        "Other options:",
                        "--help");
    }

    /** Diehl and Cook's theta, and this program's own number of neurons. */
    @Test
    void showsDefaults() {
        assertThat(Invocation.of("train", "--help").results())
                .containsPattern("How many neurons learn;[^\\[]*\\[100\\]")
                .containsPattern("What a spike adds to theta, mV\\s+\\[0\\.05,\\s+symmetric-stdp\\s+0\\.07\\]")
                .contains("Their least potential, mV [none]");
    }

    @Test
    void showsHowEachModelIsShownImages() {
        String help = Invocation.of("train", "--help").results().replaceAll("\\s+", " ");
        Presentation most = Presentation.recommended(Catalogue.recommended("diehl-cook", 1));
        Presentation original = Presentation.recommended(Catalogue.recommended("diehl-cook-original", 1));
        assertThat(help)
                .contains("an image is shown [%.0f, diehl-cook-original %.0f]".formatted(most.time(), original.time()))
                .contains("white pixel [%.0f, diehl-cook-original %.2f]"
                        .formatted(
                                ((Poisson) most.encoding()).intensity(), ((Poisson) original.encoding()).intensity()));
    }

    @Test
    void versionIsShown() {
        assertThat(Invocation.of("--version").results()).startsWith("snn4j ");
        assertThat(Invocation.of("train", "--version").results()).startsWith("snn4j ");
    }
}
