package org.snn4j.tensor.layer;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.Layer;
import org.snn4j.network.Variable;
import org.snn4j.network.event.PopulationSpec;

/** The neurons on one side of synapses, as a learning rule sees them. */
public interface SynapseSide {
    Layer layer();

    PopulationSpec spec();

    /** The live spikes that count in a step, [batch, neurons]; the same array in every step. */
    INDArray spikes();

    /** A live state variable, [batch, neurons], or [neurons] where the batch shares it. */
    Optional<INDArray> state(Variable variable);
}
