package org.snn4j.network;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The oracle of the oracle is the reference simulator that recorded the golden cases; see golden/README.md. */
class ReferenceSimulatorTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "neuron-lif",
                "neuron-lif-half-step",
                "neuron-lif-lower-bound",
                "neuron-diehl-and-cook",
                "rule-post-pre",
                "rule-post-pre-batch-sum",
                "rule-post-pre-norm-decay"
            })
    void agreesWithTheGoldenCases(String name) throws Exception {
        GoldenCase.of(name).holdsOn(new ReferenceSimulator());
    }
}
