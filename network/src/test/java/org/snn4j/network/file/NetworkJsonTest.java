package org.snn4j.network.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snn4j.network.Layer;
import org.snn4j.network.Network;
import org.snn4j.network.RandomExperiment;
import org.snn4j.network.RandomExperiment.Size;
import org.snn4j.network.Trace;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Norm;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.learning.Rates;
import org.snn4j.network.learning.Reduction;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;

/** Oracle: reading undoes writing; the same network built by hand; an error names the place in the document. */
class NetworkJsonTest {
    private static final FloatArray WEIGHTS = FloatArray.of(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);

    /** The smallest document of each thing; the tests of errors replace parts of it. */
    private static final String DOCUMENT = """
            {
              "dt": 1,
              "layers": [
                {"name": "X", "type": "Input", "shape": [2], "traces": true},
                {"name": "Y", "type": "LIF", "shape": [3], "traces": true},
                {"name": "Z", "type": "DiehlAndCook", "shape": [3]}
              ],
              "connections": [
                {"source": "X", "target": "Y", "type": "Dense", "weights": "w.npy", "rule": {"type": "PostPre"}},
                {"source": "Y", "target": "Z", "type": "OneToOne", "weight": 2},
                {"source": "Z", "target": "Y", "type": "AllButSelf", "weight": -3},
                {"source": "X", "target": "Z", "type": "Dense", "weights": {"uniform": {"low": 0, "high": 1}}}
              ]
            }
            """;

    @Test
    void whatADocumentLeavesOutIsStatedOnceInTheRecords() throws IOException {
        Network expected = Network.builder()
                .dt(1)
                .layer(Layer.of("X", new Input(), 2).withTrace(Trace.replacing(20)))
                .layer(Layer.of("Y", LIF.defaults(), 3).withTrace(Trace.replacing(20)))
                .layer("Z", DiehlAndCook.defaults(), 3)
                .connect("X", "Y", Dense.of(WEIGHTS).learning(PostPre.defaults()))
                .connect("Y", "Z", OneToOne.of(2))
                .connect("Z", "Y", AllButSelf.of(-3))
                .connect("X", "Z", Dense.uniform(0, 1))
                .build();
        assertThat(read(DOCUMENT)).isEqualTo(expected);
    }

    @Test
    void everythingThatIsWrittenIsReadBack() throws IOException {
        DiehlAndCook cell = new DiehlAndCook(-51.5, -64, -59, 4.5, 90, 0.1, 1e6, false, -80, Double.POSITIVE_INFINITY);
        LIF lif = new LIF(-50, -60, -62, 1.5, 12, -70);
        Dense full = Dense.of(WEIGHTS)
                .bounds(-1, 7)
                .norm(3.5)
                .weightDecay(0.01)
                .learning(new PostPre(new Rates(0.1, 0.2), Reduction.MEAN))
                .biased(FloatArray.of(Shape.of(3), 7, 8, 9));
        Network network = Network.builder()
                .dt(0.1)
                .layer(Layer.of("X", new Input(), 1, 2).withTrace(new Trace(15, 0.5, Trace.OnSpike.ADD)))
                .layer(Layer.of("Y", cell, 3).withTrace(Trace.replacing(7)))
                .layer("Z", lif, 3, 1)
                .connect("X", "Y", full)
                .connect("X", "Y", Dense.uniform(-0.3, 0.7).bounds(Double.NEGATIVE_INFINITY, 2))
                .connect("X", "Y", Dense.uniform(0, 1).norm(Norm.ofLength(4.5)))
                .connect("X", "Y", Dense.uniform(0.1, 0.1).bounds(0, Double.POSITIVE_INFINITY))
                .connect("Y", "Z", OneToOne.of(1e-9))
                .connect("Z", "Y", AllButSelf.of(-1.0 / 3))
                .build();
        assertRoundTrip(network);
    }

    /** Files from before there were lengths say "norm" and mean the sum. */
    @Test
    void normIsTheSumAndLengthTheLength() throws IOException {
        assertThat(normOf("\"norm\": 3")).contains(Norm.ofSum(3));
        assertThat(normOf("\"length\": 3")).contains(Norm.ofLength(3));
        assertThat(normOf("\"dale\": true")).isEmpty();
    }

    private static Optional<Norm> normOf(String member) throws IOException {
        Network network = read(DOCUMENT.replace("\"rule\"", member + ", \"rule\""));
        return network.connections().get(0).topology().plasticity().norm();
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void readingUndoesWriting(@ForAll long seed) throws IOException {
        assertRoundTrip(RandomExperiment.learning(new Size(3, 2, 1), seed).network());
    }

    private static void assertRoundTrip(Network network) throws IOException {
        Map<String, NdArray> arrays = new HashMap<>();
        ObjectNode json = NetworkJson.write(network, arrays::put);
        byte[] document = StrictJson.write(json);
        assertThat(NetworkJson.read(StrictJson.read(document, "written"), arrays::get))
                .isEqualTo(network);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"dt\": 1, | | the document has no \"dt\"",
                "\"dt\": 1 | \"dt\": 0 | the document is wrong: network.dt is 0.0",
                "\"dt\": 1 | \"dt\": \"1\" | dt is \"1\"; a finite number",
                "\"dt\": 1 | \"dt\": 1e999 | dt is",
                "\"dt\": 1 | \"dt\": 1, \"DT\": 2 | the document has an unknown \"DT\"",
                "\"layers\" | \"layer\" | the document has no \"layers\"",
                "\"connections\" | \"connection\" | the document has no \"connections\"",
                "\"name\": \"X\", | | layers[0] has no \"name\"",
                "\"name\": \"X\" | \"name\": 3 | layers[0].name is 3; a text",
                "\"name\": \"X\" | \"name\": \"/\" | layers[0] is wrong: layer name \"/\"",
                "\"name\": \"Z\" | \"name\": \"Y\" | two layers are called Y",
                "\"type\": \"Input\", | | layers[0] has no \"type\"",
                "\"type\": \"Input\" | \"type\": \"Output\" | layers[0].type is \"Output\"; a neuron model, one of [",
                "\"shape\": [2], | | layers[0] has no \"shape\"",
                "\"shape\": [2] | \"shape\": 2 | layers[0].shape is 2; a list",
                "\"shape\": [2] | \"shape\": [2.5] | layers[0].shape[0] is 2.5",
                "\"shape\": [2] | \"shape\": [-2] | layers[0] is wrong: shape [-2]",
                "\"shape\": [2] | \"shape\": [0] | layers[0] is wrong: layer X has shape [0]",
                "\"shape\": [2] | \"shape\": [99999999999] | layers[0].shape[0] is 99999999999",
                "\"shape\": [2] | \"shape\": [65536, 65536] | layers[0] is wrong",
                "\"shape\": [2] | \"shape\": [2], \"threshold\": 1 | layers[0].threshold is unknown",
                "\"shape\": [2] | \"shape\": [2], \"tauTrace\": -20 | layers[0] is wrong: trace.tau is -20.0",
                "\"shape\": [2] | \"shape\": [2], \"tauTrace\": \"20\" | layers[0].tauTrace is \"20\"",
                "\"shape\": [2], \"traces\": true | \"shape\": [2], \"traces\": 1 | layers[0].traces is 1; true or false",
                "\"shape\": [2], \"traces\": true | \"shape\": [2] | reads the traces of layer X",
                "\"type\": \"LIF\" | \"type\": \"LIF\", \"tauMembrane\": -1 | layers[1] is wrong: LIF.tauMembrane is -1.0",
                "\"type\": \"LIF\" | \"type\": \"LIF\", \"threshold\": 1e999 | layers[1].threshold is",
                "\"type\": \"LIF\" | \"type\": \"LIF\", \"treshold\": -50 | layers[1].treshold is unknown",
                "\"type\": \"LIF\" | \"type\": \"LIF\", \"rest\": \"low\" | layers[1].rest is \"low\"",
                "\"source\": \"X\", \"target\": \"Y\" | \"target\": \"Y\" | connections[0] has no \"source\"",
                "\"source\": \"X\", \"target\": \"Y\" | \"source\": \"X\" | connections[0] has no \"target\"",
                "\"source\": \"X\", \"target\": \"Y\" | \"source\": \"Q\", \"target\": \"Y\" | there is no layer Q",
                "\"source\": \"X\", \"target\": \"Y\" | \"source\": \"Y\", \"target\": \"X\" | layer X is an Input layer",
                "\"type\": \"OneToOne\" | \"type\": \"OneToTwo\" | connections[1].type is \"OneToTwo\"",
                "\"weight\": 2 | \"weight\": 1e999 | connections[1].weight is",
                "\"weight\": 2 | \"weigth\": 2 | connections[1] has no \"weight\"",
                "\"weight\": 2 | \"weight\": 2, \"norm\": 3 | connections[1] has an unknown \"norm\"",
                "\"weights\": \"w.npy\", | | connections[0] has no \"weights\"",
                "\"weights\": \"w.npy\" | \"weights\": 3 | connections[0].weights is 3; an object",
                "\"weights\": \"w.npy\" | \"weights\": {} | connections[0].weights has no \"uniform\"",
                "\"weights\": \"w.npy\" | \"weights\": \"tall.npy\" | weights have shape [3, 2]; [2, 3] would be right",
                "\"weights\": \"w.npy\" | \"weights\": \"flat.npy\" | weights have shape [6]",
                "\"low\": 0, \"high\": 1 | \"low\": 0 | connections[3].weights.uniform has no \"high\"",
                "\"low\": 0, \"high\": 1 | \"low\": 2, \"high\": 1 | connections[3] is wrong: Uniform.high is 1.0",
                "\"high\": 1 | \"high\": 1, \"mean\": 1 | connections[3].weights.uniform has an unknown \"mean\"",
                "\"high\": 1} | \"high\": 1}, \"normal\": {} | connections[3].weights has an unknown \"normal\"",
                "\"type\": \"PostPre\" | \"nu\": [0, 0] | connections[0].rule has no \"type\"",
                "\"type\": \"PostPre\" | \"type\": \"PrePost\" | connections[0].rule.type is \"PrePost\"; a learning rule, one of [",
                "\"type\": \"PostPre\" | \"type\": \"PostPre\", \"nu\": [1] | connections[0].rule.nu is [1]",
                "\"type\": \"PostPre\" | \"type\": \"PostPre\", \"nu\": [1, 1e999] | connections[0].rule.nu[1] is",
                "\"type\": \"PostPre\" | \"type\": \"PostPre\", \"mu\": 1 | connections[0].rule.mu is unknown",
                "\"rule\": {\"type\": \"PostPre\"} | \"rule\": \"PostPre\" | connections[0].rule is \"PostPre\"; an object",
                "\"rule\" | \"wmin\": 2, \"wmax\": 1, \"rule\" | connections[0] is wrong: wmin is 2.0 and wmax is 1.0",
                "\"rule\" | \"norm\": -1, \"rule\" | connections[0] is wrong: connection.norm is -1.0",
                "\"rule\" | \"norm\": null, \"rule\" | connections[0].norm is null",
                "\"rule\" | \"length\": 0, \"rule\" | connections[0] is wrong: connection.length is 0.0",
                "\"rule\" | \"length\": \"2\", \"rule\" | connections[0].length is \"2\"; a finite number",
                "\"rule\" | \"norm\": 2, \"length\": 2, \"rule\" | connections[0] has both \"norm\", a sum, and \"length\"",
                "\"rule\" | \"weightDecay\": 2, \"rule\" | connections[0] is wrong: weightDecay is 2.0",
                "\"rule\" | \"bias\": 3, \"rule\" | connections[0].bias is 3; a text",
                "\"rule\" | \"bias\": \"flat.npy\", \"rule\" | bias has shape [6]",
                "\"rule\" | \"msak\": 1, \"rule\" | connections[0] has an unknown \"msak\""
            })
    void errorNamesThePlace(String found, String replacement, String culprit) {
        assertThat(DOCUMENT).contains(found);
        int start = DOCUMENT.indexOf(found);
        String wrong = DOCUMENT.substring(0, start)
                + (replacement == null ? "" : replacement)
                + DOCUMENT.substring(start + found.length());
        assertThatThrownBy(() -> read(wrong))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining("scenario.json")
                .hasMessageContaining(culprit);
    }

    @Test
    void arrayThatCannotBeReadIsTheReadersError() {
        String document = DOCUMENT.replace("w.npy", "missing.npy");
        assertThatThrownBy(() -> read(document))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContaining("missing.npy");
    }

    @Test
    void placeBeginsWhereTheNetworkStands() {
        String document = "{\"network\": " + DOCUMENT.replace("LIF", "FIL") + "}";
        assertThatThrownBy(() -> NetworkJson.read(
                        StrictJson.read(document.getBytes(UTF_8), "scenario.json")
                                .object("network"),
                        NetworkJsonTest::array))
                .hasMessageContaining("network.layers[1].type is \"FIL\"");
    }

    private static Network read(String document) throws IOException {
        return NetworkJson.read(StrictJson.read(document.getBytes(UTF_8), "scenario.json"), NetworkJsonTest::array);
    }

    private static FloatArray array(String name) throws IOException {
        return switch (name) {
            case "w.npy" -> WEIGHTS;
            case "tall.npy" -> FloatArray.of(Shape.of(3, 2), WEIGHTS.values());
            case "flat.npy" -> FloatArray.of(Shape.of(6), WEIGHTS.values());
            default -> throw new FileNotFoundException(name);
        };
    }
}
