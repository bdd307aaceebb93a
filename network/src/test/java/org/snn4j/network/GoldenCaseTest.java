package org.snn4j.network;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The oracle is the reference simulator that recorded the cases; see golden/README.md. */
class GoldenCaseTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "neuron-mcculloch-pitts",
                "neuron-if",
                "neuron-boosted-lif",
                "neuron-current-lif",
                "neuron-adaptive-lif",
                "neuron-izhikevich",
                "run-frozen",
                "run-bias",
                "rule-hebbian",
                "rule-weight-dependent",
                "rule-mstdp",
                "rule-mstdpet",
                "connection-conv2d",
                "connection-conv2d-post-pre",
                "neuron-lif",
                "neuron-lif-half-step",
                "neuron-lif-lower-bound",
                "neuron-diehl-and-cook",
                "rule-post-pre",
                "rule-post-pre-batch-sum",
                "rule-post-pre-norm-decay",
                "model-diehl-and-cook-2015",
                "model-diehl-and-cook-v2"
            })
    void eventEngineAgreesWithReferenceSimulator(String name) throws Exception {
        GoldenCase.of(name).holdsOn(Engine.event());
    }
}
