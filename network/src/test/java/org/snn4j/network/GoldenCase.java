package org.snn4j.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.file.Npy;
import org.snn4j.network.file.Scenario;
import org.snn4j.network.file.ScenarioOutput;

/** An experiment that a reference simulator has done: runs it here and compares everything that was recorded there. */
public final class GoldenCase {
    /** What values may differ by, relative to 1 + |value|; spikes may not differ at all. */
    private static final double TOLERANCE = 1e-3;

    private static final String SCENARIO = "scenario.json";
    private static final String EXPECTED = "expected.";

    private final Path folder;
    private final Scenario scenario;

    private GoldenCase(Path folder) throws IOException {
        this.folder = folder;
        this.scenario = Scenario.read(folder.resolve(SCENARIO));
    }

    /** The names of all cases. */
    public static List<String> names() throws IOException {
        try (Stream<Path> folders = Files.list(root())) {
            return folders.filter(folder -> Files.exists(folder.resolve(SCENARIO)))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    public static GoldenCase of(String name) throws IOException {
        return new GoldenCase(root().resolve(name));
    }

    /** Its scenario.json. */
    public Path file() {
        return folder.resolve(SCENARIO);
    }

    public Scenario scenario() {
        return scenario;
    }

    public void holdsOn(Engine engine) throws IOException {
        Set<String> compared = new HashSet<>();
        scenario.run(engine, 0, output -> {
            assertAgrees(output);
            compared.add(EXPECTED + output.fileName());
        });
        assertThat(compared).isEqualTo(expectedFiles());
    }

    private static Path root() {
        try {
            return Path.of(Objects.requireNonNull(GoldenCase.class.getResource("/golden"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private Set<String> expectedFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(EXPECTED))
                    .collect(Collectors.toSet());
        }
    }

    private void assertAgrees(ScenarioOutput output) throws IOException {
        String name = output.fileName();
        NdArray actual = output.values();
        NdArray expected = Npy.read(folder.resolve(EXPECTED + name));
        assertThat(actual.shape()).as(name).isEqualTo(expected.shape());
        if (actual instanceof FloatArray) {
            for (int i = 0; i < expected.shape().size(); i++) {
                double reference = expected.asDouble(i);
                double error = Math.abs(actual.asDouble(i) - reference) / (1 + Math.abs(reference));
                assertThat(error)
                        .as("%s[%d]: %s, expected %s", name, i, actual.asDouble(i), reference)
                        .isLessThanOrEqualTo(TOLERANCE);
            }
        } else {
            assertThat(actual).as(name).isEqualTo(expected);
        }
    }
}
