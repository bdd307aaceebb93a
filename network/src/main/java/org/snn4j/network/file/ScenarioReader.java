package org.snn4j.network.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snn4j.network.Network;
import org.snn4j.network.Variable;

/** Reads a scenario: the members of the JSON, each of its kind, and the arrays that they name. */
final class ScenarioReader {
    static final String FORMAT = "snn4j-scenario/1";

    private ScenarioReader() {}

    static Scenario read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(
                    file.toString(), null, "is a folder; the JSON file in it would be right, often scenario.json");
        }
        StrictObject json = StrictJson.read(file);
        if (!json.text("format").equals(FORMAT)) {
            throw json.wrong("format", json.required("format"), "\"" + FORMAT + "\"");
        }
        Optional<String> about =
                json.optional("about").isPresent() ? Optional.of(json.text("about")) : Optional.empty();
        ScenarioArrays arrays = new ScenarioArrays(file);
        Network network = NetworkJson.read(json.object("network"), name -> arrays.any(name, "network"));
        List<ScenarioRecord> recorded = new ArrayList<>();
        for (StrictObject entry : json.objects("record")) {
            recorded.add(entry(entry));
        }
        ScenarioRunReader runReader = new ScenarioRunReader(arrays, network);
        List<ScenarioRun> runs = new ArrayList<>();
        for (StrictObject run : json.objects("runs")) {
            runs.add(runReader.read(run));
        }
        json.finish();
        try {
            return new Scenario(about, network, recorded, runs);
        } catch (IllegalArgumentException e) {
            throw new MalformedJsonException(json.file(), e.getMessage());
        }
    }

    private static ScenarioRecord entry(StrictObject json) throws IOException {
        List<Variable> variables = new ArrayList<>();
        for (JsonNode name : json.list("variables")) {
            if (!name.isTextual()) {
                throw json.wrong("variables[" + variables.size() + "]", name, "the name of a variable");
            }
            variables.add(new Variable(name.textValue()));
        }
        ScenarioRecord entry;
        if (json.optional("layer").isPresent()) {
            entry = new ScenarioRecord.OfLayer(json.text("layer"), variables);
        } else {
            entry = new ScenarioRecord.OfWeights(json.text("source"), json.text("target"));
            if (!variables.equals(List.of(Variable.WEIGHTS))) {
                throw json.wrong("variables", json.required("variables"), "[\"w\"]");
            }
        }
        json.finish();
        return entry;
    }
}
