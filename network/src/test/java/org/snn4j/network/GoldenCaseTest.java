package org.snn4j.network;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The oracle is the reference simulator that recorded the cases; see golden/README.md. */
class GoldenCaseTest {
    static List<String> everyCase() throws IOException {
        return GoldenCase.names();
    }

    @ParameterizedTest
    @MethodSource("everyCase")
    void eventEngineAgreesWithReferenceSimulator(String name) throws Exception {
        GoldenCase.of(name).holdsOn(Engine.event());
    }
}
