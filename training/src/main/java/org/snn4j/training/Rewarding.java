package org.snn4j.training;

import java.util.OptionalDouble;
import org.snn4j.network.Parameters;

/**
 * A teacher that only says whether an answer was right. Label neurons answer each training sample: the one with the most
 * spikes is the guess, and after it comes a reward of +1 if the guess was right and of −1 if not, from which the synapses that
 * made label neurons fire learn, by {@link org.snn4j.network.learning.MSTDPET} (Florian 2007, doi 10.1162/neco.2007.19.6.1468).
 * Of several label neurons that could fire in a step chance picks one, so that the network tries what it does not know.
 *
 * @param nu the learning rate of the weights to the label neurons
 * @param tauEligibility for how long synapses remember what they did, ms
 * @param inhibition how far a label neuron that fires pushes the others down, mV
 * @param epochs how often all training samples are shown to the label neurons
 */
public record Rewarding(double nu, double tauEligibility, double inhibition, int epochs) implements LabelTeacher {
    public static final String NAME = "reward";

    public Rewarding {
        Parameters.positive(NAME, "nu", nu);
        Parameters.positive(NAME, "tauEligibility", tauEligibility);
        Parameters.atLeastZero(NAME, "inhibition", inhibition);
        if (epochs < 1) {
            throw new IllegalArgumentException(NAME + ".epochs is " + epochs + "; it must be at least 1");
        }
    }

    /** What {@code train} uses. */
    public static Rewarding recommended() {
        return new Rewarding(10, 200, 100, 1);
    }

    @Override
    public OptionalDouble competition() {
        return OptionalDouble.of(inhibition);
    }

    @Override
    public String name() {
        return NAME;
    }
}
