package org.snn4j.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.file.NetworkJson;
import org.snn4j.network.file.Npy;
import org.snn4j.network.file.StrictJson;
import org.snn4j.network.file.StrictObject;
import org.snn4j.network.spikes.SpikeBatch;
import org.snn4j.network.spikes.Stimulus;

/** An experiment that a reference simulator has done: runs it here and compares everything that was recorded there. */
final class GoldenCase {
    /** What values may differ by, relative to 1 + |value|; spikes may not differ at all. */
    private static final double TOLERANCE = 1e-3;

    private final Path folder;
    private final StrictObject scenario;
    private final Network network;

    private GoldenCase(Path folder) throws IOException {
        this.folder = folder;
        this.scenario = StrictJson.read(folder.resolve("scenario.json"));
        this.network = NetworkJson.read(scenario.object("network"), name -> Npy.readFloats(folder.resolve(name)));
    }

    static GoldenCase of(String name) throws IOException, URISyntaxException {
        var resource = GoldenCase.class.getResource("/golden/" + name);
        return new GoldenCase(Path.of(Objects.requireNonNull(resource, name).toURI()));
    }

    Network network() {
        return network;
    }

    void holdsOn(Engine engine) throws IOException {
        try (Simulation simulation = network.simulate(engine, 0)) {
            Map<String, Recording> recordings = new HashMap<>();
            for (StrictObject record : scenario.objects("record")) {
                if (record.optional("layer").isPresent()) {
                    for (JsonNode variable : record.list("variables")) {
                        String name = record.text("layer") + "." + variable.textValue();
                        recordings.put(
                                name, simulation.record(record.text("layer"), new Variable(variable.textValue())));
                    }
                }
            }
            int index = 0;
            for (StrictObject run : scenario.objects("runs")) {
                run(simulation, run);
                compare("run" + index++, simulation, recordings);
                if (run.flag("reset", false)) {
                    simulation.reset();
                }
            }
        }
    }

    private void run(Simulation simulation, StrictObject json) throws IOException {
        StrictObject given = json.object("inputs");
        Map<String, Stimulus> inputs = new HashMap<>();
        for (Layer layer : network.layers()) {
            if (given.optional(layer.name()).isPresent()) {
                ByteArray spikes = Npy.readBytes(folder.resolve(given.text(layer.name())));
                inputs.put(layer.name(), SpikeBatch.ofDense(spikes));
            }
        }
        given.finish();
        Run run = Run.of(inputs, json.number("time")).rewarded(new Reward(json.number("reward", 0), 1, -1));
        simulation.run(json.flag("learning", true) ? run : run.frozen());
    }

    private void compare(String run, Simulation simulation, Map<String, Recording> recordings) throws IOException {
        for (Map.Entry<String, Recording> recording : recordings.entrySet()) {
            assertAgrees(run + "." + recording.getKey(), recording.getValue().values());
        }
        for (StrictObject record : scenario.objects("record")) {
            if (record.optional("source").isPresent()) {
                String name = record.text("source") + "-" + record.text("target") + ".w";
                assertAgrees(run + "." + name, simulation.weights(record.text("source"), record.text("target")));
            }
        }
    }

    private void assertAgrees(String name, NdArray actual) throws IOException {
        NdArray expected = Npy.read(folder.resolve("expected." + name + ".npy"));
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
