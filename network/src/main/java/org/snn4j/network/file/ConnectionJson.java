package org.snn4j.network.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snn4j.network.Connection;
import org.snn4j.network.Receptor;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Convolution;
import org.snn4j.network.connection.Delays;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Local;
import org.snn4j.network.connection.MaxPool;
import org.snn4j.network.connection.MeanField;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.connection.Sparse;
import org.snn4j.network.connection.Topology;
import org.snn4j.network.connection.Weights;
import org.snn4j.network.connection.Windows;
import org.snn4j.network.file.NetworkJson.ArrayReader;
import org.snn4j.network.file.NetworkJson.ArrayWriter;

/** Connections as JSON: an entry of "connections". */
final class ConnectionJson {
    private static final List<String> TYPES = List.of(
            "Dense",
            "Sparse",
            "OneToOne",
            "AllButSelf",
            "Conv1d",
            "Conv2d",
            "Conv3d",
            "Local1d",
            "Local2d",
            "Local3d",
            "MaxPool1d",
            "MaxPool2d",
            "MaxPool3d",
            "MeanField");

    private static final String EXCITATORY = "excitatory";
    private static final String INHIBITORY = "inhibitory";

    private ConnectionJson() {}

    static Connection read(StrictObject json, ArrayReader arrays) throws IOException {
        Connection connection = new Connection(
                json.text("source"),
                json.text("target"),
                topology(json, json.text("type"), arrays),
                json.number("delay", 0),
                receptor(json));
        json.finish();
        return connection;
    }

    private static Receptor receptor(StrictObject json) throws IOException {
        String receptor = json.optional("receptor").isPresent() ? json.text("receptor") : EXCITATORY;
        return switch (receptor) {
            case EXCITATORY -> Receptor.EXCITATORY;
            case INHIBITORY -> Receptor.INHIBITORY;
            default ->
                throw json.wrong(
                        "receptor", json.required("receptor"), '"' + EXCITATORY + "\" or \"" + INHIBITORY + '"');
        };
    }

    private static Topology topology(StrictObject json, String type, ArrayReader arrays) throws IOException {
        return switch (type) {
            case "Dense" ->
                new Dense(
                        weights(json, arrays),
                        PlasticityJson.read(json),
                        optional(FloatArray.class, json, "bias", arrays),
                        optional(ByteArray.class, json, "mask", arrays),
                        delays(json, arrays));
            case "Sparse" -> sparse(json, arrays);
            case "OneToOne" -> new OneToOne(json.number("weight"));
            case "AllButSelf" -> new AllButSelf(json.number("weight"));
            case "Conv1d", "Conv2d", "Conv3d" ->
                new Convolution(weights(json, arrays), windows(json, type), PlasticityJson.read(json));
            case "Local1d", "Local2d", "Local3d" ->
                new Local(weights(json, arrays), windows(json, type), PlasticityJson.read(json));
            case "MaxPool1d", "MaxPool2d", "MaxPool3d" ->
                new MaxPool(windows(json, type), json.number("decay", 0), json.number("weight", 1));
            case "MeanField" -> new MeanField(json.number("weight"));
            default -> throw json.wrong("type", json.required("type"), "a kind of connection, one of " + TYPES + ",");
        };
    }

    static ObjectNode write(Connection connection, String name, ArrayWriter arrays) throws IOException {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Topology topology = connection.topology();
        json.put("source", connection.source());
        json.put("target", connection.target());
        json.put("type", topology.type());
        if (connection.delay() > 0) {
            json.put("delay", connection.delay());
        }
        if (connection.receptor() == Receptor.INHIBITORY) {
            json.put("receptor", INHIBITORY);
        }
        if (topology instanceof Dense dense) {
            write(json, dense.weights(), name, arrays);
            write(json, "bias", dense.bias(), name + ".b.npy", arrays);
            write(json, "mask", dense.mask(), name + ".mask.npy", arrays);
            if (dense.delays().isPresent()) {
                write(json, dense.delays().get(), name, arrays);
            }
        } else if (topology instanceof Sparse sparse) {
            write(json, sparse.weights(), name, arrays);
            for (Sparse.Synapse synapse : sparse.synapses()) {
                json.withArray("synapses").addArray().add(synapse.source()).add(synapse.target());
            }
        } else if (topology instanceof Convolution convolution) {
            write(json, convolution.weights(), name, arrays);
            write(json, convolution.windows());
        } else if (topology instanceof Local local) {
            write(json, local.weights(), name, arrays);
            write(json, local.windows());
        } else if (topology instanceof MaxPool pool) {
            write(json, pool.windows());
            json.put("decay", pool.decay()).put("weight", pool.weight());
        } else if (topology instanceof OneToOne oneToOne) {
            json.put("weight", oneToOne.weight());
        } else if (topology instanceof AllButSelf allButSelf) {
            json.put("weight", allButSelf.weight());
        } else if (topology instanceof MeanField meanField) {
            json.put("weight", meanField.weight());
        }
        if (topology.hasWeights()) {
            PlasticityJson.write(json, topology.plasticity());
        }
        return json;
    }

    /** With a list of synapses the weights are theirs; without, they are a dense matrix whose zeros are no synapses. */
    private static Sparse sparse(StrictObject json, ArrayReader arrays) throws IOException {
        if (json.optional("synapses").isEmpty()) {
            Sparse sparse = Sparse.ofDense(array(FloatArray.class, json, "weights", arrays));
            return new Sparse(sparse.synapses(), sparse.weights(), PlasticityJson.read(json));
        }
        int count = json.list("synapses").size();
        List<Sparse.Synapse> synapses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int[] pair = json.wholesAt("synapses", i);
            if (pair.length != 2) {
                throw json.error(
                        "has " + pair.length + " numbers at synapses[" + i + "]; [source, target] would be right");
            }
            synapses.add(new Sparse.Synapse(pair[0], pair[1]));
        }
        return new Sparse(synapses, weights(json, arrays), PlasticityJson.read(json));
    }

    private static <A extends NdArray> Optional<A> optional(
            Class<A> type, StrictObject json, String name, ArrayReader arrays) throws IOException {
        return json.optional(name).isPresent() ? Optional.of(array(type, json, name, arrays)) : Optional.empty();
    }

    private static <A extends NdArray> A array(Class<A> type, StrictObject json, String name, ArrayReader arrays)
            throws IOException {
        NdArray array = arrays.read(json.text(name));
        if (!type.isInstance(array)) {
            String needed = type.equals(FloatArray.class) ? "32-bit floats" : "unsigned bytes";
            throw json.wrong(name, json.required(name), "the name of a file of " + needed);
        }
        return type.cast(array);
    }

    private static Optional<Delays> delays(StrictObject json, ArrayReader arrays) throws IOException {
        if (json.optional("delays").isEmpty()) {
            return Optional.empty();
        }
        if (json.required("delays").isTextual()) {
            return Optional.of(new Delays.Given(array(FloatArray.class, json, "delays", arrays)));
        }
        StrictObject drawn = json.object("delays");
        StrictObject uniform = drawn.object("uniform");
        Delays delays = new Delays.Uniform(uniform.number("low"), uniform.number("high"));
        uniform.finish();
        drawn.finish();
        return Optional.of(delays);
    }

    private static void write(ObjectNode json, Delays delays, String name, ArrayWriter arrays) throws IOException {
        if (delays instanceof Delays.Given given) {
            json.put("delays", name + ".delays.npy");
            arrays.write(name + ".delays.npy", given.values());
        } else if (delays instanceof Delays.Uniform uniform) {
            json.putObject("delays").set("uniform", RecordJson.write(uniform));
        }
    }

    private static Weights weights(StrictObject json, ArrayReader arrays) throws IOException {
        if (json.required("weights").isTextual()) {
            return new Weights.Given(array(FloatArray.class, json, "weights", arrays));
        }
        StrictObject drawn = json.object("weights");
        StrictObject uniform = drawn.object("uniform");
        Weights weights = new Weights.Uniform(uniform.number("low"), uniform.number("high"));
        uniform.finish();
        drawn.finish();
        return weights;
    }

    private static void write(ObjectNode json, Weights weights, String name, ArrayWriter arrays) throws IOException {
        if (weights instanceof Weights.Given given) {
            json.put("weights", name + ".w.npy");
            arrays.write(name + ".w.npy", given.values());
        } else if (weights instanceof Weights.Uniform uniform) {
            json.putObject("weights").set("uniform", RecordJson.write(uniform));
        }
    }

    private static void write(
            ObjectNode json, String key, Optional<? extends NdArray> array, String file, ArrayWriter arrays)
            throws IOException {
        if (array.isPresent()) {
            json.put(key, file);
            arrays.write(file, array.get());
        }
    }

    private static Windows windows(StrictObject json, String type) throws IOException {
        Windows windows = Windows.of(json.wholes("kernel"));
        windows = json.optional("stride").isPresent() ? windows.stride(json.wholes("stride")) : windows;
        windows = json.optional("padding").isPresent() ? windows.padding(json.wholes("padding")) : windows;
        if (!type.endsWith(windows.rank() + "d")) {
            throw json.wrong("kernel", json.required("kernel"), "a length for each dimension of " + type);
        }
        return windows;
    }

    private static void write(ObjectNode json, Windows windows) {
        Map<String, List<Integer>> lengths =
                Map.of("kernel", windows.kernel(), "stride", windows.stride(), "padding", windows.padding());
        lengths.forEach((name, values) -> values.forEach(json.putArray(name)::add));
    }
}
