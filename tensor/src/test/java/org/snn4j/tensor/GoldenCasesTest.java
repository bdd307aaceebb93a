package org.snn4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.file.Npy;
import org.snn4j.network.file.Scenario;
import org.snn4j.network.file.ScenarioOutput;

/** The oracle is the reference simulator that recorded the cases; see golden/README.md in network. */
class GoldenCasesTest {
    private static final Path ROOT = Path.of("..", "network", "src", "test", "resources", "golden");
    private static final String SCENARIO = "scenario.json";
    private static final String EXPECTED = "expected.";
    /** What values may differ by, relative to 1 + |value|; spikes may not differ at all. */
    private static final double TOLERANCE = 1e-3;

    @ParameterizedTest
    @MethodSource("cases")
    void tensorEngineAgreesWithReferenceSimulator(Path folder) throws IOException {
        Set<String> compared = new HashSet<>();
        Scenario.read(folder.resolve(SCENARIO)).run(new TensorEngine(), 0, output -> {
            assertAgrees(output, Npy.read(folder.resolve(EXPECTED + output.fileName())));
            compared.add(EXPECTED + output.fileName());
        });
        assertThat(compared).isEqualTo(expectedFiles(folder)).isNotEmpty();
    }

    static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(folder -> Files.exists(folder.resolve(SCENARIO)))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> expectedFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(EXPECTED))
                    .collect(Collectors.toSet());
        }
    }

    private static void assertAgrees(ScenarioOutput output, NdArray expected) {
        NdArray actual = output.values();
        String name = output.fileName();
        assertThat(actual.shape()).as(name).isEqualTo(expected.shape());
        if (!(actual instanceof FloatArray)) {
            assertThat(actual).as(name).isEqualTo(expected);
            return;
        }
        for (int i = 0; i < expected.shape().size(); i++) {
            double reference = expected.asDouble(i);
            assertThat(Math.abs(actual.asDouble(i) - reference) / (1 + Math.abs(reference)))
                    .as("%s[%d]: %s, expected %s", name, i, actual.asDouble(i), reference)
                    .isLessThanOrEqualTo(TOLERANCE);
        }
    }
}
