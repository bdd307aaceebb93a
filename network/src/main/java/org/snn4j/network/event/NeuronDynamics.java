package org.snn4j.network.event;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import org.snn4j.network.Variable;

/**
 * The state of one layer in the event engine and the arithmetic that moves it on. In every step the engine calls
 * {@link #beginStep}, then {@link #step} for each sample of the batch, then {@link #endStep}.
 */
public interface NeuronDynamics {
    /** Moves on what all samples share, before any sample's step. */
    default void beginStep(StepClock clock) {}

    /**
     * One step of one sample.
     *
     * @param input total input of each neuron in this step, mV; modified freely, the engine clears it
     * @param spikes modified: empty when called; the neurons that fire are added in ascending order
     */
    void step(StepClock clock, int sample, float[] input, SpikeList spikes);

    /**
     * One step of one sample in which few neurons have input, or none, for models that can do it with less work than
     * {@link #step}.
     *
     * @param input as for {@link #step}; zero for all but the touched neurons
     * @param touched the neurons that may have input, in any order, each once
     * @param spikes as for {@link #step}
     * @return whether it was done; if not, nothing has changed and the engine calls {@link #step}
     */
    default boolean sparseStep(StepClock clock, int sample, float[] input, SpikeList touched, SpikeList spikes) {
        return false;
    }

    /**
     * Whether the neurons of the only sample will not fire as long as they have no input, so that {@link #idle} does for any
     * number of steps.
     */
    default boolean isIdle() {
        return false;
    }

    /** So many steps of the only sample without input, of neurons that are {@link #isIdle idle}. */
    default void idle(int steps) {
        throw new UnsupportedOperationException("these neurons are never idle");
    }

    /**
     * The input over the inhibitory receptor, one value for each neuron, for models that have one: connections add to it
     * before a sample's step, which clears it.
     */
    default float[] inhibition(int sample) {
        throw new UnsupportedOperationException("these neurons have no inhibitory receptor");
    }

    /** Moves on what all samples share, after every sample's step. */
    default void endStep(StepClock clock) {}

    /** Returns everything to its initial value except what was learned. */
    void reset();

    /**
     * Hands over what one sample carries from run to run, see {@link StateTransfer}: unless the model says otherwise, its state
     * variables but those that are learned. A model that carries anything else hands it over here, or training with rests
     * between samples cannot be resumed.
     */
    default void carry(int sample, StateTransfer transfer) {
        state(sample).entrySet().stream()
                .filter(variable -> !learned().contains(variable.getKey()))
                .sorted(Comparator.comparing(variable -> variable.getKey().name()))
                .forEach(variable -> transfer.floats(variable.getValue()));
    }

    /** The state variables of one sample, one value for each neuron; the arrays are the live state. */
    default Map<Variable, float[]> state(int sample) {
        return Map.of();
    }

    /** Which of the state variables are learned: kept by {@link #reset}, shared by the batch, saved with a model. */
    default Set<Variable> learned() {
        return Set.of();
    }
}
