package org.snn4j.network.neuron;

import java.util.Set;
import org.snn4j.network.Receptor;

/**
 * How the neurons of a layer turn input into spikes: a record of parameters, checked when it is made. To run on an
 * engine a model implements that engine's face, for the event engine {@link org.snn4j.network.event.EventNeuron}. Time is in
 * milliseconds, voltage in millivolts.
 */
public interface NeuronModel {
    /** The name of the model in files: "LIF". */
    default String type() {
        return getClass().getSimpleName();
    }

    /**
     * The same neurons, whose theta decays with another time constant; these themselves where nothing adapts from sample to
     * sample, as it is unless a model says otherwise.
     *
     * @param factor what the time constant is multiplied by
     */
    default NeuronModel withTauThetaScaled(double factor) {
        return this;
    }

    /** What connections can act on in such neurons. */
    default Set<Receptor> receptors() {
        return Set.of(Receptor.EXCITATORY);
    }
}
