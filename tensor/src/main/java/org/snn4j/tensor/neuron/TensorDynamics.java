package org.snn4j.tensor.neuron;

import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.Variable;
import org.snn4j.tensor.translation.Step;

/** The state of one layer in the tensor engine and the operations that move it on. */
public interface TensorDynamics {
    /** One step of all samples: reads the {@link Cells}' input, which it may modify, and overwrites their spikes. */
    void step(Step step);

    /**
     * The input over the inhibitory receptor, [batch, neurons], for models that have one: connections add to it before a
     * step, which clears it.
     */
    default INDArray inhibition() {
        throw new UnsupportedOperationException("these neurons have no inhibitory receptor");
    }

    /** Returns everything to its initial value except what was learned. */
    void reset();

    /** The live state: [batch, neurons], or [neurons] where the batch shares it. */
    Map<Variable, INDArray> state();

    /** Which of the state variables are learned: kept by {@link #reset}, shared by the batch, saved with a model. */
    default Set<Variable> learned() {
        return Set.of();
    }
}
