package org.snn4j.network.file;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.LongArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;

/**
 * A scenario of two runs in a folder, to be changed by a test: X, three inputs, drives A, four LIF neurons in two rows,
 * which inhibit each other, over four steps.
 */
final class TinyScenario {
    /** Keeps numbers that no double can hold. */
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final String JSON = """
            {"format": "snn4j-scenario/1", "about": "two layers",
             "network": {"dt": 1,
              "layers": [
               {"name": "X", "type": "Input", "shape": [3], "traces": true},
               {"name": "A", "type": "LIF", "shape": [2, 2], "traces": true, "threshold": -62}],
              "connections": [
               {"source": "X", "target": "A", "type": "Dense", "weights": "w.npy", "rule": {"type": "PostPre"}},
               {"source": "A", "target": "A", "type": "AllButSelf", "weight": -1}]},
             "record": [{"layer": "A", "variables": ["s", "v"]}, {"source": "X", "target": "A", "variables": ["w"]}],
             "runs": [{"inputs": {"X": "x.npy"}, "time": 4}, {"inputs": {"X": "x.npy"}, "time": 4}]}
            """;

    private final Path folder;
    private final ObjectNode json;

    TinyScenario(Path folder) throws IOException {
        this.folder = folder;
        this.json = (ObjectNode) MAPPER.readTree(JSON);
        floats("w.npy", 1.5f, 3, 4);
        bytes("x.npy", 1, 4, 1, 3);
        bytes("x-batch.npy", 1, 4, 2, 3);
        bytes("x-long.npy", 1, 5, 1, 3);
        bytes("x-wide.npy", 1, 4, 1, 2);
        bytes("x-two.npy", 2, 4, 1, 3);
        bytes("x-flat.npy", 1, 4, 3);
        bytes("x-empty.npy", 1, 4, 0, 3);
        floats("x-floats.npy", 1, 4, 1, 3);
        floats("x-halves.npy", 0.5f, 4, 1, 3);
        floats("e.npy", 0.5f, 4, 1, 2, 2);
        floats("e-empty.npy", 0.5f, 4, 0, 2, 2);
        floats("e-nan.npy", Float.NaN, 4, 1, 2, 2);
        bytes("c.npy", 1, 2, 2);
        bytes("c-steps.npy", 1, 4, 2, 2);
        bytes("c-flat.npy", 1, 4);
        bytes("c-flat-steps.npy", 1, 4, 4);
        bytes("c-long.npy", 1, 5, 2, 2);
        bytes("c-two.npy", 2, 2, 2);
        floats("j.npy", 2, 2, 2);
        floats("j-nan.npy", Float.NaN, 2, 2);
        floats("b-nan.npy", Float.NaN, 4);
        write("longs.npy", LongArray.of(Shape.of(4, 1, 3), new long[12]));
        Files.write(folder.resolve("cut.npy"), Arrays.copyOf(Files.readAllBytes(folder.resolve("x.npy")), 135));
        Files.createDirectory(folder.resolve("sub"));
        Files.copy(folder.resolve("x.npy"), folder.resolve("sub/x.npy"));
    }

    /** Puts a value, as JSON, at a JSON pointer, or removes what is there if the value is empty. */
    TinyScenario with(String pointer, String value) throws IOException {
        int last = pointer.lastIndexOf('/');
        String name = pointer.substring(last + 1);
        JsonNode parent = json.at(pointer.substring(0, last));
        if (value.isEmpty()) {
            ((ObjectNode) parent).remove(name);
        } else if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(name), MAPPER.readTree(value));
        } else {
            ((ObjectNode) parent).set(name, MAPPER.readTree(value));
        }
        return this;
    }

    /** Writes it as it is now. */
    Path write() throws IOException {
        return Files.write(folder.resolve("scenario.json"), MAPPER.writeValueAsBytes(json));
    }

    Scenario read() throws IOException {
        return Scenario.read(write());
    }

    private void floats(String name, float value, int... shape) throws IOException {
        float[] values = new float[Shape.of(shape).size()];
        Arrays.fill(values, value);
        write(name, FloatArray.of(Shape.of(shape), values));
    }

    private void bytes(String name, int value, int... shape) throws IOException {
        byte[] values = new byte[Shape.of(shape).size()];
        Arrays.fill(values, (byte) value);
        write(name, ByteArray.of(Shape.of(shape), values));
    }

    /** Does not wait for the disk, unlike {@link Npy#write(NdArray, Path)}. */
    private void write(String name, NdArray array) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            Npy.write(array, out);
        }
    }
}
