package org.snn4j.network;

import java.util.Set;

/**
 * A network being run by an engine: what a {@link Simulation} drives. The simulation has checked what it passes on.
 */
public interface Stepper extends AutoCloseable {
    /** Says which run comes after the one that is about to begin; it may turn out wrong. */
    default void announce(Run next) {}

    /** Begins a run: {@link #step} or {@link #steps} will be called until all steps are taken, then {@link #end}. */
    void begin(Run run);

    /** One step of the whole network. */
    void step();

    /**
     * One step, and as many more as can be taken with it in which no layer but inputs fires before the last of them.
     *
     * @param most at least 1
     * @return how many were taken, at most {@code most}
     */
    default int steps(int most) {
        step();
        return 1;
    }

    /** Ends a run: normalises weights. */
    void end();

    /** Returns all state but weights and other learned values to its initial values. */
    void reset();

    /**
     * The neurons of a layer that fired in the last step.
     *
     * @param target modified: receives their indices, ascending
     * @return how many fired
     */
    int spikes(int layer, int sample, int[] target);

    /** The state variables of a layer, spikes aside. */
    Set<Variable> variables(int layer);

    /**
     * The values of a state variable after the last step.
     *
     * @param target modified: receives one value for each neuron, from {@code offset}
     */
    void copyState(int layer, Variable variable, int sample, float[] target, int offset);

    /** What a connection has for each of its weights: these, if it has an array of them, and what its rule keeps. */
    Set<Variable> synapticVariables(int connection);

    /**
     * The values of one of a connection's variables after the last step.
     *
     * @param target modified: receives as many values as there are weights, laid out as they are, from {@code offset}
     */
    void copySynapses(int connection, Variable variable, float[] target, int offset);

    /** A copy of everything that was learned. */
    LearnedState learned();

    /** Puts back what was learned. @throws IllegalArgumentException if it belongs to another network */
    void restore(LearnedState learned);

    /**
     * A copy of what is carried from run to run beside what was learned; called between runs.
     *
     * @throws UnsupportedOperationException if the engine has no way to put it down
     */
    default CarriedState carried() {
        throw new UnsupportedOperationException("this engine cannot put down what it carries from run to run;"
                + " the event engine can, and after a reset there is nothing to put down");
    }

    /**
     * Goes on from what was carried; called after a reset.
     *
     * @throws IllegalArgumentException if it belongs to another network
     */
    default void restore(CarriedState carried) {
        throw new UnsupportedOperationException("this engine cannot go on from what another simulation carried from"
                + " run to run; the event engine can");
    }

    /** Gives back what the engine holds. */
    @Override
    void close();
}
