package org.snn4j.tensor.neuron;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.Variable;
import org.snn4j.network.neuron.BoostedLIF;
import org.snn4j.network.neuron.LIF;
import org.snn4j.tensor.array.Program;
import org.snn4j.tensor.translation.Step;

/** {@link LIF} in ND4J operations. */
final class TensorLIF implements TensorDynamics {
    private final Membrane membrane;
    private final Program step;

    TensorLIF(LIF model, Cells cells) {
        membrane = new Membrane(cells, model.rest(), model.reset(), model.refractory());
        step = new Program()
                .then(membrane.ignoreInputWhileRefractory())
                .then(membrane.leakAndAdd(model.rest(), cells.spec().decay(model.tauMembrane())))
                .reaches(membrane.v(), (float) model.threshold(), cells.spikes())
                .then(membrane.fire())
                .atLeast(membrane.v(), model.lowerBound());
    }

    /** {@link BoostedLIF}, which rests and resets at 0 mV. */
    TensorLIF(BoostedLIF model, Cells cells) {
        this(new LIF(model.threshold(), 0, 0, model.refractory(), model.tauMembrane(), model.lowerBound()), cells);
    }

    @Override
    public void step(Step now) {
        step.run();
    }

    @Override
    public void reset() {
        membrane.reset();
    }

    @Override
    public Map<Variable, INDArray> state() {
        return membrane.state();
    }
}
