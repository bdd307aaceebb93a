package org.snn4j.network.event;

import org.snn4j.network.Connection;
import org.snn4j.network.Layer;
import org.snn4j.network.Network;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Convolution;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Plasticity;
import org.snn4j.network.connection.Topology;
import org.snn4j.network.neuron.Input;

/**
 * How much memory a simulation in the event engine takes, reckoned from its network without opening it. Weights are most of
 * it; what is small beside them is rounded.
 *
 * @param state of the open simulation, bytes
 * @param opening what opening it takes for a moment beside that, bytes
 * @param learned a copy of what it has learned, bytes
 */
public record EventMemory(long state, long opening, long learned) {
    /** Potential, refractory time, threshold, input, the list of those that fire, and who sleeps. */
    private static final long NEURON = 48;

    private static final long TRACE = 6 * Integer.BYTES;
    /** Both ends and the weight, seen from either side. */
    private static final long LISTED_SYNAPSE = 4 * Integer.BYTES;
    /** Its value, its change, whether and where it has changed, and what it is normalised with. */
    private static final long LISTED_WEIGHT = 17;

    /**
     * How one is opened.
     *
     * @param batch how many samples are simulated at once
     * @param steps how long a run is
     * @param threads how many may work for it
     */
    public record Use(int batch, int steps, int threads) {}

    /** What a network takes. */
    public static EventMemory of(Network network, Use use) {
        double step = network.dt();
        long state = 0;
        for (Layer layer : network.layers()) {
            long depth = network.connections().stream()
                    .filter(connection -> connection.source().equals(layer.name()))
                    .mapToLong(connection -> 2 + Math.round(longestDelay(connection) / step))
                    .max()
                    .orElse(1);
            long neuron = NEURON + Integer.BYTES * depth + (layer.trace().isPresent() ? TRACE : 0);
            state += neuron * layer.size() * use.batch();
        }
        long opening = 0;
        long learned = 0;
        for (Connection connection : network.connections()) {
            long weights = weights(network, connection);
            learned += Float.BYTES * weights;
            opening = Math.max(opening, Float.BYTES * weights);
            state += weights == 0 ? 0 : synapses(network, connection, weights) + ahead(network, connection, use);
        }
        return new EventMemory(state, opening, learned);
    }

    private static double longestDelay(Connection connection) {
        return connection.delay() + (connection.topology() instanceof Dense dense ? dense.longestDelay() : 0);
    }

    /** How many weights a connection has an array of. */
    private static long weights(Network network, Connection connection) {
        return connection
                .topology()
                .weightShape(
                        network.layer(connection.source()).shape(),
                        network.layer(connection.target()).shape())
                .map(Shape::size)
                .orElse(0);
    }

    private static long synapses(Network network, Connection connection, long weights) {
        Topology topology = connection.topology();
        Plasticity plasticity = topology.plasticity();
        if (topology instanceof Dense dense) {
            boolean ofInput = network.layer(connection.source()).neurons() instanceof Input;
            long perWeight = Float.BYTES * (plasticity.rule().isPresent() && !ofInput ? 2 : 1);
            long perDelay = dense.delays().isEmpty() ? 0 : 2 * Integer.BYTES;
            return weights * (perWeight + perDelay);
        }
        long synapses = weights;
        if (topology instanceof Convolution) {
            Shape target = network.layer(connection.target()).shape();
            synapses = weights / target.length(0) * target.size();
        }
        return synapses * LISTED_SYNAPSE + weights * LISTED_WEIGHT;
    }

    /** What the spikes of an input layer bring, worked out ahead for one sample. */
    private static long ahead(Network network, Connection connection, Use use) {
        boolean ofInput = network.layer(connection.source()).neurons() instanceof Input;
        if (!ofInput || use.batch() > 1 || !(connection.topology() instanceof Dense)) {
            return 0;
        }
        int targets = network.layer(connection.target()).size();
        long numbers = Math.min((long) use.steps() * targets, Math.max(InputCurrents.CAPACITY, targets));
        return Float.BYTES * numbers * (InputProjection.isWorthAThread(use.threads(), targets) ? 2 : 1);
    }
}
