package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchCommandTest {
    private static final List<Object> WHAT = List.of(
            "--recipe", "diehl-cook-400", "--neurons", 20, "--time", 50, "--train-samples", 90, "--test-samples", 80);

    @TempDir
    private static Path temporary;

    private static Invocation search;

    @BeforeAll
    static void search() {
        search = run(temporary.resolve("search"), "--seeds", 2, "--json", "--threads", 1);
    }

    /** Oracle: train with the same settings, seed and images. */
    @Test
    void trainingsAreThoseOfTrainOnImagesThatAreLeftOut() throws IOException {
        JsonNode ranking = search.json().get("ranking");
        assertThat(ranking).hasSize(3);
        for (JsonNode standing : List.of(ranking.get(0), ranking.get(2))) {
            List<Object> arguments = new ArrayList<>(List.of("train", "--hold-out", 10_000, "--seed", 2, "--json"));
            arguments.addAll(WHAT);
            standing.get("settings").properties().forEach(setting -> {
                arguments.add("--" + setting.getKey());
                arguments.add(setting.getValue().asText());
            });
            arguments.addAll(List.of(
                    "--out",
                    temporary.resolve("train" + standing.get("settings").hashCode())));
            JsonNode trained = Invocation.of(arguments.toArray()).json();
            assertThat(standing.get("weightsSha256").get(1)).isEqualTo(trained.get("weightsSha256"));
        }
    }

    @Test
    void bestComesFirstAndItsCommandTrainsOnAllImages() throws IOException {
        JsonNode json = search.json();
        List<Double> means = new ArrayList<>();
        json.get("ranking")
                .forEach(standing -> means.add(
                        standing.at("/accuracy/confidenceWeighting/mean").asDouble()));
        assertThat(means).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        StringBuilder command = new StringBuilder("./snn4j train --recipe=diehl-cook-400 --neurons=20 --time=50");
        json.at("/ranking/0/settings")
                .properties()
                .forEach(setting -> command.append(
                        " --" + setting.getKey() + "=" + setting.getValue().asText()));
        assertThat(json.get("train").asText()).isEqualTo(command.toString());
    }

    @Test
    void whatIsKnownIsNotTrainedAgainAndThreadsDoNotMatter() throws IOException {
        Invocation again = run(temporary.resolve("search"), "--seeds", 2, "--json", "--threads", 2);
        assertThat(again.json()).isEqualTo(search.json());
        assertThat(again.messages().lines()).hasSize(6).allMatch(line -> line.endsWith("known already"));

        Invocation anew = run(temporary.resolve("anew"), "--seeds", 2, "--json", "--threads", 2, "--quiet");
        assertThat(anew.messages()).isEmpty();
        assertThat(anew.json().at("/ranking/0/weightsSha256"))
                .isEqualTo(search.json().at("/ranking/0/weightsSha256"));
    }

    @Test
    void peopleGetATableAndTheCommand() {
        Invocation table = run(temporary.resolve("search"), "--seeds", 2, "--quiet");
        assertThat(table.results())
                .contains("diehl-cook-400, 3 settings, seeds 1, 2, learned from 90 images", "compared on 80 others")
                .containsPattern("as it is +\\d+\\.\\d\\d ± \\d+\\.\\d\\d ")
                .containsPattern("nu-post 0\\.0[12] +\\d+\\.\\d\\d ± ")
                .contains("  ./snn4j train --recipe=diehl-cook-400 --neurons=20 --time=50");
    }

    @Test
    void settingsThatCannotBeAreRefusedBeforeAnyTraining() {
        assertRefused("--vary: Unknown option: '--no-such=1'", "--vary", "noSuch=1,2");
        assertRefused("--vary: Invalid value for option '--nu-pre': 'x'", "--vary", "nu-pre=x");
        assertRefused("--vary: --tau-theta: ", "--vary", "tau-theta=1e6,-1");
        assertRefused("--vary: option '--nu-post' (X) should be specified only once", "--nu-post", 1);
        assertRefused("--vary train-samples", "--vary", "train-samples=1,2");
        assertRefused("--vary nu-post is given twice", "--vary", "nu-post=3");
        assertRefused("'nu-post=' is no setting", "--vary", "nu-post=");
        assertRefused("from 3.0 to 1.0", "--vary", "epochs=3:1");
        assertRefused("'0' names no seeds", "--seeds", 0);
        assertRefused("--rounds: search.rounds is 9; it must be from 1 to 6", "--rounds", 9);
        assertRefused("--hold-out is 60000; ", "--hold-out", 60_000);
        assertRefused("'majority' is no vote", "--vote", "majority");
    }

    private static void assertRefused(String message, Object... more) {
        Path folder = temporary.resolve("refused");
        assertThat(run(folder, more).requireFailure(2).messages()).contains(message);
        assertThat(Files.exists(folder)).isFalse();
    }

    private static Invocation run(Path out, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("search", "--vary", "nuPost=0.01,0.02", "--out", out));
        arguments.addAll(WHAT);
        arguments.addAll(List.of(more));
        return Invocation.of(arguments.toArray());
    }
}
