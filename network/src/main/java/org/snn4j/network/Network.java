package org.snn4j.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import org.snn4j.network.connection.Topology;
import org.snn4j.network.learning.LearningRule;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.NeuronModel;

/**
 * What a network is, as an immutable value: the same that a program builds, that a scenario file holds and that a saved
 * model contains. Layers and connections are simulated in the order in which they are listed.
 *
 * @param dt the length of a step, ms
 * @param layers at least one, with different names
 * @param connections between layers of this network
 */
public record Network(double dt, List<Layer> layers, List<Connection> connections) {
    private static final int LONGEST_DELAY = 100_000;

    public Network {
        Parameters.positive("network", "dt", dt);
        layers = List.copyOf(layers);
        connections = List.copyOf(connections);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a network needs at least one layer");
        }
        Map<String, Layer> byName = new LinkedHashMap<>();
        for (Layer layer : layers) {
            if (byName.put(layer.name(), layer) != null) {
                throw new IllegalArgumentException("two layers are called " + layer.name() + "; names must differ");
            }
        }
        for (int i = 0; i < connections.size(); i++) {
            requireFit(i, connections.get(i), byName, dt);
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    /** @throws NoSuchElementException naming the layers that there are */
    public Layer layer(String name) {
        return layers.get(layerIndex(name));
    }

    /** The place of a layer in {@link #layers}. @throws NoSuchElementException naming the layers that there are */
    public int layerIndex(String name) {
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new NoSuchElementException("there is no layer " + name + "; the layers are "
                + layers.stream().map(Layer::name).toList());
    }

    /**
     * The place of the first connection between two layers in {@link #connections}.
     *
     * @throws NoSuchElementException naming the connections that there are
     */
    public int connectionIndex(String source, String target) {
        for (int i = 0; i < connections.size(); i++) {
            if (connections.get(i).source().equals(source)
                    && connections.get(i).target().equals(target)) {
                return i;
            }
        }
        throw new NoSuchElementException("there is no connection from " + source + " to " + target
                + "; the connections are "
                + connections.stream().map(Connection::name).toList());
    }

    /**
     * What files and messages call a connection: "X-Ae", or "X-Ae#2" for the second one between the same layers.
     *
     * @param index its place in {@link #connections}
     */
    public String connectionName(int index) {
        String name = connections.get(index).name();
        long before = connections.subList(0, index).stream()
                .filter(earlier -> earlier.name().equals(name))
                .count();
        return before == 0 ? name : name + "#" + (before + 1);
    }

    /**
     * The same network with all learning rates multiplied by a factor.
     *
     * @throws UnsupportedOperationException if a learning rule does not say how
     */
    public Network withRatesScaled(double factor) {
        return new Network(
                dt,
                layers,
                connections.stream()
                        .map(connection -> connection.changing(
                                connection.topology().plasticity().withRatesScaled(factor)))
                        .toList());
    }

    /** The same network, in which theta decays with time constants multiplied by a factor. */
    public Network withTauThetaScaled(double factor) {
        return new Network(
                dt,
                layers.stream()
                        .map(layer -> layer.withNeurons(layer.neurons().withTauThetaScaled(factor)))
                        .toList(),
                connections);
    }

    /**
     * Opens a simulation of this network with its initial state.
     *
     * @param seed fixes everything that is drawn
     * @throws UnsupportedOperationException if the engine cannot run a model, connection or rule, naming it
     */
    public Simulation simulate(Engine engine, long seed) {
        return new Simulation(this, engine, seed);
    }

    private static void requireFit(int index, Connection connection, Map<String, Layer> layers, double dt) {
        String place = "connection " + index + " (" + connection.name() + "): ";
        Layer source = layers.get(connection.source());
        Layer target = layers.get(connection.target());
        if (source == null || target == null) {
            throw new IllegalArgumentException(place + "there is no layer "
                    + (source == null ? connection.source() : connection.target()) + "; the layers are "
                    + layers.keySet());
        }
        if (target.neurons() instanceof Input) {
            throw new IllegalArgumentException(
                    place + "layer " + target.name() + " is an Input layer, which fires only from outside");
        }
        if (!target.neurons().receptors().contains(connection.receptor())) {
            throw new IllegalArgumentException(place + "it acts on an "
                    + connection.receptor().name().toLowerCase(Locale.ROOT) + " receptor, but the "
                    + target.neurons().type() + " neurons of layer " + target.name()
                    + " have none; a negative weight inhibits them");
        }
        try {
            connection.topology().requireFit(source.shape(), target.shape());
            requireShort(connection.delay() + connection.topology().longestDelay(), dt);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(place + e.getMessage(), e);
        }
        if (connection
                .topology()
                .plasticity()
                .rule()
                .filter(LearningRule::readsTraces)
                .isPresent()) {
            requireTrace(place, source);
            requireTrace(place, target);
        }
    }

    private static void requireShort(double delay, double dt) {
        if (delay / dt > LONGEST_DELAY) {
            throw new IllegalArgumentException("a delay of " + delay + " ms is more than " + LONGEST_DELAY
                    + " steps of " + dt + " ms, all of whose spikes would have to be remembered");
        }
    }

    private static void requireTrace(String place, Layer layer) {
        if (layer.trace().isEmpty()) {
            throw new IllegalArgumentException(
                    place + "its learning rule reads the traces of layer " + layer.name() + ", which keeps none");
        }
    }

    /** Collects layers and connections. */
    public static final class Builder {
        private double dt = 1;
        private final List<Layer> layers = new ArrayList<>();
        private final List<Connection> connections = new ArrayList<>();

        private Builder() {}

        /** The length of a step, ms. */
        public Builder dt(double value) {
            dt = value;
            return this;
        }

        public Builder layer(Layer layer) {
            layers.add(layer);
            return this;
        }

        /** A layer without traces. */
        public Builder layer(String name, NeuronModel neurons, int... shape) {
            return layer(Layer.of(name, neurons, shape));
        }

        public Builder connect(String source, String target, Topology topology) {
            return connect(new Connection(source, target, topology));
        }

        public Builder connect(Connection connection) {
            connections.add(connection);
            return this;
        }

        /** @throws IllegalArgumentException naming what does not fit together */
        public Network build() {
            return new Network(dt, layers, connections);
        }
    }
}
