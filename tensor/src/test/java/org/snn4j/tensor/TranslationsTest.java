package org.snn4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.network.connection.Topology;
import org.snn4j.network.file.MalformedJsonException;
import org.snn4j.network.file.NetworkJson;
import org.snn4j.network.file.StrictJson;
import org.snn4j.tensor.connection.ConnectionTranslations;

/** What files can name, the tensor engine runs, or refuses in a sentence that names it; docs/engines.md says which. */
class TranslationsTest {
    private static final String NO_TRANSLATION = "no translation to ND4J";
    private static final Path TABLE = Path.of("..", "docs", "engines.md");

    @TempDir
    private Path folder;

    @Test
    void everyNeuronModelIsTranslatedOrRefusedByName() throws IOException {
        for (String type : neuronModels()) {
            assertRunsOrIsRefused(type, layers(type), "");
        }
    }

    @Test
    void everyLearningRuleIsTranslatedOrRefusedByName() throws IOException {
        for (String type : learningRules()) {
            assertRunsOrIsRefused(type, layers("SRM0"), connection(type));
        }
    }

    @Test
    void everyKindOfConnectionIsTranslated() {
        assertThat(Set.<Class<?>>copyOf(ConnectionTranslations.models())).hasSameElementsAs(kinds());
    }

    @Test
    void tableInDocsNamesEverything() throws IOException {
        List<String> rows = Files.readAllLines(TABLE);
        Stream<String> names = Stream.concat(
                Stream.concat(neuronModels().stream(), learningRules().stream()),
                kinds().stream().map(Class::getSimpleName));
        assertThat(names).allSatisfy(name -> assertThat(rows)
                .as(TABLE + " has no row for " + name)
                .anyMatch(row -> row.startsWith("| ") && row.split("\\|")[1].matches(".*\\b" + name + "\\b.*")));
    }

    private void assertRunsOrIsRefused(String type, String layers, String connections) throws IOException {
        var network = NetworkJson.read(StrictJson.read(json(layers, connections)), name -> {
            throw new AssertionError(name);
        });
        try (var stepper = new TensorEngine().open(network, 0, 1)) {
            assertThatCode(stepper::reset).doesNotThrowAnyException();
        } catch (UnsupportedOperationException e) {
            assertThat(e)
                    .hasMessageContaining(type)
                    .hasMessageContaining(NO_TRANSLATION)
                    .hasMessageEndingWith("use the event engine");
        }
    }

    private List<String> neuronModels() throws IOException {
        return named(json(layers("nothing"), ""));
    }

    private List<String> learningRules() throws IOException {
        return named(json(layers("LIF"), connection("nothing")));
    }

    private static List<Class<?>> kinds() {
        return List.of(Topology.class.getPermittedSubclasses());
    }

    /** The names that the reader offers when it finds one that it does not know. */
    private static List<String> named(Path json) {
        MalformedJsonException error = catchThrowableOfType(
                MalformedJsonException.class,
                () -> NetworkJson.read(StrictJson.read(json), name -> {
                    throw new AssertionError(name);
                }));
        Matcher list = Pattern.compile("one of \\[([^\\]]+)\\]").matcher(error.getMessage());
        assertThat(list.find()).as(error.getMessage()).isTrue();
        return List.of(list.group(1).split(", "));
    }

    private Path json(String layers, String connections) throws IOException {
        return Files.writeString(
                folder.resolve("network.json"),
                "{\"dt\": 1, \"layers\": [%s], \"connections\": [%s]}".formatted(layers, connections));
    }

    private static String layers(String target) {
        return """
                {"name": "X", "type": "Input", "shape": [2], "traces": true},
                {"name": "Y", "type": "%s", "shape": [2], "traces": true}""".formatted(target);
    }

    private static String connection(String rule) {
        return """
                {"source": "X", "target": "Y", "type": "Dense", "weights": {"uniform": {"low": 0, "high": 1}},
                 "wmin": 0, "wmax": 1, "rule": {"type": "%s"}}""".formatted(rule);
    }
}
