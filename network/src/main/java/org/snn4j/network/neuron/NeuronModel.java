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

    /** What connections can act on in such neurons. */
    default Set<Receptor> receptors() {
        return Set.of(Receptor.EXCITATORY);
    }
}
