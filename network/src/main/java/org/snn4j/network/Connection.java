package org.snn4j.network;

import java.util.Objects;
import org.snn4j.network.connection.Plasticity;
import org.snn4j.network.connection.Topology;

/**
 * Synapses from one layer to another, or to itself. A spike arrives one step after it was fired, and
 * later by the delay.
 *
 * @param source the name of the layer whose spikes it carries
 * @param target the name of the layer that they reach
 * @param topology the synapses
 * @param delay how much later than one step a spike arrives, ms; rounded to whole steps
 * @param receptor what its spikes act on in the target
 */
public record Connection(String source, String target, Topology topology, double delay, Receptor receptor) {
    public Connection {
        Objects.requireNonNull(source, "connection.source is missing");
        Objects.requireNonNull(target, "connection.target is missing");
        Objects.requireNonNull(topology, "connection.topology is missing");
        Parameters.atLeastZero("connection", "delay", delay);
        Objects.requireNonNull(receptor, "connection.receptor is missing; Receptor.EXCITATORY is the usual one");
    }

    /** Onto the excitatory receptor. */
    public Connection(String source, String target, Topology topology, double delay) {
        this(source, target, topology, delay, Receptor.EXCITATORY);
    }

    /** Without a delay beyond the one step, onto the excitatory receptor. */
    public Connection(String source, String target, Topology topology) {
        this(source, target, topology, 0);
    }

    /** The same onto another receptor. */
    public Connection onto(Receptor other) {
        return new Connection(source, target, topology, delay, other);
    }

    /** The same whose weights change in another way, if they change. */
    public Connection changing(Plasticity plasticity) {
        return new Connection(source, target, topology.changing(plasticity), delay, receptor);
    }

    /** How files and messages call it: "X-Ae". */
    public String name() {
        return source + "-" + target;
    }
}
