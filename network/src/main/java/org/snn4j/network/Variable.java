package org.snn4j.network;

import java.util.Objects;

/**
 * The name of something in a simulation that changes with time and can be recorded, as files spell it.
 *
 * @param name "v"
 */
public record Variable(String name) {
    /** Spikes, 0 or 1. */
    public static final Variable SPIKES = new Variable("s");

    /** Membrane potential, mV. */
    public static final Variable VOLTAGE = new Variable("v");

    /** Synaptic current, mV for each step. */
    public static final Variable CURRENT = new Variable("i");

    /** Excitatory conductance, in units of the leak's. */
    public static final Variable EXCITATION = new Variable("ge");

    /** Inhibitory conductance, in units of the leak's. */
    public static final Variable INHIBITION = new Variable("gi");

    /** Recovery variable of the Izhikevich model, mV. */
    public static final Variable RECOVERY = new Variable("u");

    /** Probability of a spike in the last step. */
    public static final Variable PROBABILITY = new Variable("p");

    /** What is left of the refractory period, ms. */
    public static final Variable REFRACTORY = new Variable("refractory");

    /** What adaptation has added to the threshold, mV; shared by the batch. */
    public static final Variable THETA = new Variable("theta");

    /** Spike trace. */
    public static final Variable TRACE = new Variable("x");

    /** Weights of a connection's synapses, mV; shared by the batch. */
    public static final Variable WEIGHTS = new Variable("w");

    /**
     * How much a reward would change each of a connection's weights, in the learning rules that keep such a trace; shared by
     * the batch.
     */
    public static final Variable ELIGIBILITY = new Variable("e");

    public Variable {
        Objects.requireNonNull(name, "a variable needs a name");
    }

    @Override
    public String toString() {
        return name;
    }
}
