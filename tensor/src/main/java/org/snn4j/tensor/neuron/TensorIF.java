package org.snn4j.tensor.neuron;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.Variable;
import org.snn4j.network.neuron.IF;
import org.snn4j.tensor.array.Program;
import org.snn4j.tensor.translation.Step;

/** {@link IF} in ND4J operations. */
final class TensorIF implements TensorDynamics {
    private final Membrane membrane;
    private final Program step;

    TensorIF(IF model, Cells cells) {
        membrane = new Membrane(cells, model.reset(), model.reset(), model.refractory());
        step = new Program()
                .then(membrane.ignoreInputWhileRefractory())
                .add(membrane.v(), cells.input())
                .reaches(membrane.v(), (float) model.threshold(), cells.spikes())
                .then(membrane.fire())
                .atLeast(membrane.v(), model.lowerBound());
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
