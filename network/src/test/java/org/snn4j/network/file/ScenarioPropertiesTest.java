package org.snn4j.network.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.snn4j.network.Engine;
import org.snn4j.network.GoldenCase;

/** Whatever is done to one place of a scenario that is right, it runs, or ends in an error that says where it is wrong. */
class ScenarioPropertiesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "0.5",
            "1e300",
            "-1e300",
            "1e-300",
            "2147483648",
            "9223372036854775808",
            "\"\"",
            "\"X\"",
            "\"Y\"",
            "\"x.npy\"",
            "\"w.npy\"",
            "\"SRM0\"",
            "\"Conv3d\"",
            "\"MSTDP\"",
            "[]",
            "[0]",
            "[-1]",
            "[1, 2, 3]",
            "[65536, 65536]",
            "[[0, 0]]",
            "[null]",
            "{}",
            "{\"X\": \"w.npy\"}",
            "{\"uniform\": {}}");

    private static Path folder;

    @BeforeContainer
    static void copyGoldenCase() throws IOException {
        folder = Files.createTempDirectory("scenario");
        Path golden = GoldenCase.of("connection-conv2d-post-pre").file().getParent();
        for (String name : List.of("scenario.json", "w.npy", "x.npy")) {
            Files.copy(golden.resolve(name), folder.resolve(name));
        }
    }

    @AfterContainer
    static void delete() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Property(tries = 500)
    void changedScenarioRunsOrIsRefused(
            @ForAll @IntRange(max = 10_000) int place, @ForAll @IntRange(max = 10_000) int value) throws IOException {
        JsonNode json = MAPPER.readTree(folder.resolve("scenario.json").toFile());
        List<Runnable> changes = new ArrayList<>();
        collect(json, MAPPER.readTree(VALUES.get(value % VALUES.size())), changes);
        changes.get(place % changes.size()).run();
        Path changed = Files.write(folder.resolve("changed.json"), MAPPER.writeValueAsBytes(json));
        try {
            Scenario scenario = Scenario.read(changed);
            scenario.run(Engine.event(), 0, output -> {});
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageMatching("(record|runs)\\[.*");
        } catch (MalformedJsonException e) {
            assertThat(e).hasMessageStartingWith(changed + ": ");
        }
    }

    /** The value put in the place of each member of each object and list below. */
    private static void collect(JsonNode node, JsonNode value, List<Runnable> changes) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> {
                changes.add(() -> object.set(name, value));
                changes.add(() -> object.remove(name));
            });
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                int index = i;
                changes.add(() -> list.set(index, value));
            }
        }
        node.forEach(child -> collect(child, value, changes));
    }
}
