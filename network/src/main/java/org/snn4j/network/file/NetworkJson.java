package org.snn4j.network.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.snn4j.network.Connection;
import org.snn4j.network.Layer;
import org.snn4j.network.Network;
import org.snn4j.network.Trace;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.neuron.AdaptiveLIF;
import org.snn4j.network.neuron.BoostedLIF;
import org.snn4j.network.neuron.CSRM;
import org.snn4j.network.neuron.ConductanceLIF;
import org.snn4j.network.neuron.CurrentLIF;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.IF;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.Izhikevich;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.neuron.McCullochPitts;
import org.snn4j.network.neuron.NeuronModel;
import org.snn4j.network.neuron.SRM0;

/**
 * Networks as JSON: the "network" of a scenario file and of a saved model. Reading is strict: a key that is unknown, a
 * number that is not one, a shape that does not fit is an error that names its place.
 */
public final class NetworkJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<String, NeuronModel> NEURONS = byType(
            NeuronModel::type,
            List.of(
                    new Input(),
                    McCullochPitts.defaults(),
                    IF.defaults(),
                    LIF.defaults(),
                    BoostedLIF.defaults(),
                    CurrentLIF.defaults(),
                    AdaptiveLIF.defaults(),
                    DiehlAndCook.defaults(),
                    Izhikevich.defaults(),
                    SRM0.defaults(),
                    ConductanceLIF.defaults(),
                    CSRM.defaults()));
    /** What a trace has where a file does not say. */
    private static final Trace DEFAULT_TRACE = Trace.replacing(20);

    private NetworkJson() {}

    /** Where arrays that the JSON only names are. */
    @FunctionalInterface
    public interface ArrayReader {
        NdArray read(String name) throws IOException;
    }

    /** Where arrays that the JSON only names go. */
    @FunctionalInterface
    public interface ArrayWriter {
        void write(String name, NdArray array) throws IOException;
    }

    /**
     * Reads a network.
     *
     * @param arrays reads arrays by the name that the JSON gives: weights, biases and delays are floats, masks bytes
     * @throws MalformedJsonException naming the place of what is wrong
     */
    public static Network read(StrictObject json, ArrayReader arrays) throws IOException {
        List<Layer> layers = new ArrayList<>();
        for (StrictObject layer : json.objects("layers")) {
            layers.add(valid(layer, () -> layer(layer)));
        }
        List<Connection> connections = new ArrayList<>();
        for (StrictObject connection : json.objects("connections")) {
            connections.add(valid(connection, () -> ConnectionJson.read(connection, arrays)));
        }
        double dt = json.number("dt");
        json.finish();
        return valid(json, () -> new Network(dt, layers, connections));
    }

    /**
     * Writes a network.
     *
     * @param arrays takes given weights and biases
     */
    public static ObjectNode write(Network network, ArrayWriter arrays) throws IOException {
        ObjectNode json = JSON.objectNode();
        json.put("dt", network.dt());
        for (Layer layer : network.layers()) {
            json.withArray("layers").add(layer(layer));
        }
        json.withArray("connections");
        for (int i = 0; i < network.connections().size(); i++) {
            json.withArray("connections")
                    .add(ConnectionJson.write(network.connections().get(i), network.connectionName(i), arrays));
        }
        return json;
    }

    private static Layer layer(StrictObject json) throws IOException {
        String name = json.text("name");
        Shape shape = Shape.of(json.wholes("shape"));
        NeuronModel defaults = ofType(NEURONS, json, "type", "neuron model");
        boolean traces = json.flag("traces", false);
        Trace trace = new Trace(
                json.number("tauTrace", DEFAULT_TRACE.tau()),
                json.number("traceScale", DEFAULT_TRACE.scale()),
                json.flag("tracesAdditive", false) ? Trace.OnSpike.ADD : Trace.OnSpike.REPLACE);
        NeuronModel neurons = RecordJson.read(defaults, json.rest(), json.file(), json.place());
        return new Layer(name, shape, neurons, traces ? Optional.of(trace) : Optional.empty());
    }

    private static ObjectNode layer(Layer layer) {
        ObjectNode json = JSON.objectNode();
        json.put("name", layer.name());
        json.put("type", layer.neurons().type());
        layer.shape().toList().forEach(json.putArray("shape")::add);
        layer.trace().ifPresent(trace -> {
            json.put("traces", true);
            json.put("tauTrace", trace.tau());
            json.put("traceScale", trace.scale());
            json.put("tracesAdditive", trace.onSpike() == Trace.OnSpike.ADD);
        });
        json.setAll(RecordJson.write(layer.neurons()));
        return json;
    }

    static <T> T ofType(Map<String, T> types, StrictObject json, String name, String what)
            throws MalformedJsonException {
        T type = types.get(json.text(name));
        if (type == null) {
            JsonNode found = json.required(name);
            throw json.wrong(name, found, "a " + what + ", one of " + types.keySet() + ",");
        }
        return type;
    }

    static <T> Map<String, T> byType(Function<T, String> type, List<T> defaults) {
        Map<String, T> byType = new TreeMap<>();
        defaults.forEach(value -> byType.put(type.apply(value), value));
        return byType;
    }

    /** Makes a value whose own checks speak of it alone, and adds where it stands. */
    private static <T> T valid(StrictObject json, Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (IllegalArgumentException e) {
            throw json.error("is wrong: " + e.getMessage());
        }
    }

    private interface Reading<T> {
        T read() throws IOException;
    }
}
