package org.snn4j.network.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.snn4j.network.Interventions;
import org.snn4j.network.Reward;
import org.snn4j.network.Run;
import org.snn4j.network.Variable;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.spikes.Current;
import org.snn4j.network.spikes.Spikes;
import org.snn4j.network.spikes.Stimulus;

/** Writes a scenario: arrays beside the JSON, each in a file of its own, and what has its default left out. */
final class ScenarioWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Path file;

    private ScenarioWriter(Path file) {
        this.file = file;
    }

    static void write(Scenario scenario, Path file) throws IOException {
        ObjectNode json = new ScenarioWriter(file).write(scenario);
        byte[] text = StrictJson.write(json);
        AtomicFiles.write(file, out -> out.write(text));
    }

    private ObjectNode write(Scenario scenario) throws IOException {
        ObjectNode json = JSON.objectNode().put("format", ScenarioReader.FORMAT);
        scenario.about().ifPresent(about -> json.put("about", about));
        json.set("network", NetworkJson.write(scenario.network(), this::write));
        json.putArray("record");
        for (ScenarioRecord entry : scenario.recorded()) {
            json.withArray("record").add(entry(entry));
        }
        json.putArray("runs");
        for (int i = 0; i < scenario.runs().size(); i++) {
            json.withArray("runs").add(run("run" + i + ".", scenario.runs().get(i)));
        }
        return json;
    }

    private void write(String name, NdArray array) throws IOException {
        Npy.write(array, file.resolveSibling(name));
    }

    private static ObjectNode entry(ScenarioRecord entry) {
        ObjectNode json = JSON.objectNode();
        if (entry instanceof ScenarioRecord.OfLayer layer) {
            json.put("layer", layer.layer());
            for (Variable variable : layer.variables()) {
                json.withArray("variables").add(variable.name());
            }
        } else if (entry instanceof ScenarioRecord.OfWeights weights) {
            json.put("source", weights.source()).put("target", weights.target());
            json.putArray("variables").add(Variable.WEIGHTS.name());
        }
        return json;
    }

    private ObjectNode run(String name, ScenarioRun scenarioRun) throws IOException {
        Run run = scenarioRun.run();
        ObjectNode json = JSON.objectNode();
        ObjectNode inputs = json.putObject("inputs");
        for (Map.Entry<String, Stimulus> input : new TreeMap<>(run.inputs()).entrySet()) {
            inputs.put(input.getKey(), name + "inputs." + input.getKey() + ".npy");
            write(name + "inputs." + input.getKey() + ".npy", dense(input.getValue()));
        }
        json.put("time", run.time());
        json.put("learning", run.learning());
        Interventions forced = run.interventions();
        arrays(json, "clamp", name, forced.clamp());
        arrays(json, "unclamp", name, forced.unclamp());
        arrays(json, "injectVoltage", name, forced.injectVoltage());
        if (!run.reward().equals(Reward.NONE)) {
            json.setAll(reward(run.reward()));
        }
        json.put("oneStep", run.delivery() == Run.Delivery.SAME_STEP);
        json.put("reset", scenarioRun.afterwards() == ScenarioRun.Afterwards.RESET);
        return json;
    }

    private static ObjectNode reward(Reward reward) {
        return JSON.objectNode()
                .put("reward", reward.value())
                .put("aPlus", reward.aPlus())
                .put("aMinus", reward.aMinus());
    }

    private void arrays(ObjectNode json, String member, String name, Map<String, ? extends NdArray> byLayer)
            throws IOException {
        for (Map.Entry<String, ? extends NdArray> entry : new TreeMap<>(byLayer).entrySet()) {
            String array = name + member + "." + entry.getKey() + ".npy";
            json.withObject("/" + member).put(entry.getKey(), array);
            write(array, entry.getValue());
        }
    }

    private static NdArray dense(Stimulus stimulus) {
        if (stimulus instanceof Spikes spikes) {
            return dense(spikes);
        }
        return ((Current) stimulus).values();
    }

    /** [steps, batch, ...shape]. */
    private static ByteArray dense(Spikes spikes) {
        int neurons = spikes.shape().size();
        byte[] dense =
                new byte[spikes.shape().within(spikes.steps(), spikes.batch()).size()];
        for (int sample = 0; sample < spikes.batch(); sample++) {
            byte[] train = spikes.train(sample).toDense().values();
            for (int step = 0; step < spikes.steps(); step++) {
                System.arraycopy(train, step * neurons, dense, (step * spikes.batch() + sample) * neurons, neurons);
            }
        }
        return ByteArray.of(spikes.shape().within(spikes.steps(), spikes.batch()), dense);
    }
}
