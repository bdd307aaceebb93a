package org.snn4j.network.event;

/**
 * Neurons that take steps in which none of them fires with less work than others: the engine hands them one step after another,
 * and goes back to {@link NeuronDynamics#step} for those in which a neuron does.
 */
public interface QuietDynamics extends NeuronDynamics {
    /**
     * One step of the only sample, if no neuron fires in it; if one may, nothing but the input has changed.
     *
     * @param input modified freely; what reaches neuron j is {@code input[offset + j]}, mV
     * @return whether it was done
     */
    boolean stepQuietly(StepClock clock, float[] input, int offset);

    /** Called after one or more quiet steps, before anything else asks for the state. */
    void endQuietSteps();
}
