package org.snn4j.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snn4j.network.Connection;
import org.snn4j.network.Engine;
import org.snn4j.network.Layer;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.Simulation;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;

/**
 * Which arrays a network learns, found without opening it: a file may claim a network of any size, and only what the file
 * holds shows that it means it.
 */
final class LearnedShapes {
    private LearnedShapes() {}

    /**
     * Checks that what was learned belongs to the network.
     *
     * @throws IllegalArgumentException if arrays, their order or their shapes are others, or a value is not finite
     */
    static void requireFit(Network network, LearnedState learned) {
        Map<String, Shape> needed = new LinkedHashMap<>();
        addWeights(network, needed);
        network.layers().forEach(layer -> addState(layer, needed));
        Map<String, Shape> given = new LinkedHashMap<>();
        learned.arrays().forEach((name, array) -> given.put(name, array.shape()));
        // The order counts, because the hash of what was learned follows it.
        if (!List.copyOf(given.entrySet()).equals(List.copyOf(needed.entrySet()))) {
            throw new IllegalArgumentException(
                    "the learned state holds " + given + ", but this network needs " + needed);
        }
        learned.arrays().forEach(LearnedShapes::requireFinite);
    }

    private static void addWeights(Network network, Map<String, Shape> shapes) {
        for (int i = 0; i < network.connections().size(); i++) {
            Connection connection = network.connections().get(i);
            String name = network.connectionName(i) + ".w";
            connection
                    .topology()
                    .weightShape(
                            network.layer(connection.source()).shape(),
                            network.layer(connection.target()).shape())
                    .ifPresent(shape -> shapes.put(name, shape));
        }
    }

    /** One neuron of a model tells what all of them learn. */
    private static void addState(Layer layer, Map<String, Shape> shapes) {
        Network one = Network.builder().layer(layer.name(), layer.neurons(), 1).build();
        try (Simulation simulation = one.simulate(Engine.event(), 0)) {
            simulation.learned().arrays().keySet().forEach(name -> shapes.put(name, layer.shape()));
        }
    }

    private static void requireFinite(String name, FloatArray array) {
        for (int i = 0; i < array.shape().size(); i++) {
            if (!Float.isFinite(array.get(i))) {
                throw new IllegalArgumentException(
                        "element " + i + " of " + name + " is " + array.get(i) + "; it must be a finite number");
            }
        }
    }
}
