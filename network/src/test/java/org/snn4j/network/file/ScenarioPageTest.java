package org.snn4j.network.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.network.Engine;
import org.snn4j.network.Trains;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;

/** docs/scenario.md says what is so: its example runs, and its tables hold what the schema holds. */
class ScenarioPageTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WRITTEN = Pattern.compile("\\| `(run.*\\.npy)` \\| (\\w+) \\| (\\[.*\\]) \\|");

    @TempDir
    private Path folder;

    @Test
    void exampleWritesTheFilesOfItsTable() throws IOException {
        String page = page();
        Map<String, String> expected = new TreeMap<>();
        Matcher rows = WRITTEN.matcher(page);
        while (rows.find()) {
            expected.put(rows.group(1), rows.group(2) + " " + rows.group(3));
        }
        Map<String, String> written = new TreeMap<>();
        example(page).run(Engine.event(), 1, output -> {
            String type = output.values() instanceof FloatArray ? "float32" : "uint8";
            written.put(output.fileName(), type + " " + output.values().shape());
        });
        assertThat(written).isNotEmpty().isEqualTo(expected);
    }

    @Test
    void everyKeyIsOnThePage() throws IOException {
        String page = page();
        for (JsonNode properties : schema().findValues("properties")) {
            properties.fieldNames().forEachRemaining(name -> assertThat(page)
                    .as(name)
                    .containsPattern("`[^`\n]*\\b" + name + "\\b[^`\n]*`"));
        }
    }

    @Test
    void everyTypeHasARowWithItsParametersAndDefaults() throws IOException {
        String page = page();
        JsonNode schema = schema();
        for (String kind : new String[] {"layer", "connection", "rule"}) {
            for (JsonNode type : schema.at("/$defs/" + kind + "/properties/type/enum")) {
                Matcher row = Pattern.compile("\\| (`\\w+`, )*`" + type.textValue() + "`(, `\\w+`)* \\|.*")
                        .matcher(page);
                assertThat(row.find()).as("a row for " + type).isTrue();
                if (!kind.equals("connection")) {
                    requireDefaults(row.group(), schema.at("/$defs/" + type.textValue()));
                }
            }
        }
    }

    private static void requireDefaults(String row, JsonNode definition) {
        definition.get("properties").properties().forEach(parameter -> {
            if (!parameter.getKey().equals("reduction")) {
                assertThat(row)
                        .contains("`" + parameter.getKey() + "` "
                                + plain(parameter.getValue().path("default")));
            }
        });
    }

    /** As the page writes defaults: 5, 1e7, [0, 0], true, none. */
    private static String plain(JsonNode value) {
        if (value.isMissingNode()) {
            return "none";
        }
        return value.toString().replace(",", ", ").replace(".0E", "e").replaceAll("\\.0\\b", "");
    }

    private Scenario example(String page) throws IOException {
        Matcher json = EXAMPLE.matcher(page);
        assertThat(json.find()).isTrue();
        Shape shape = Shape.of(100, 1, 20);
        byte[] spikes = Trains.random(20, 100, 0.1, new Random(1)).toDense().values();
        Npy.write(ByteArray.of(shape, spikes), folder.resolve("x.npy"));
        return Scenario.read(Files.writeString(folder.resolve("scenario.json"), json.group(1)));
    }

    private static String page() throws IOException {
        return Files.readString(DOCS.resolve("scenario.md"));
    }

    private static JsonNode schema() throws IOException {
        return new ObjectMapper().readTree(Files.readAllBytes(DOCS.resolve("scenario.schema.json")));
    }
}
