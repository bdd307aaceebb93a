package org.snn4j.training;

import java.util.OptionalDouble;

/**
 * A teacher that leaves the network as it is and teaches label neurons, one for each class, what its neurons say: the network
 * first learns without labels, then, frozen, drives the label neurons, whose weights alone learn. The label neuron with the
 * most spikes is the answer, so that no neuron needs a label.
 */
public sealed interface LabelTeacher extends Teacher permits Symmetric, Rewarding {
    /** How often all training samples are shown to the label neurons. */
    int epochs();

    /** How far a label neuron that fires pushes the others down, mV, where they compete. */
    default OptionalDouble competition() {
        return OptionalDouble.empty();
    }
}
