package org.snn4j.tensor.neuron;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.Variable;
import org.snn4j.network.neuron.McCullochPitts;
import org.snn4j.tensor.array.Program;
import org.snn4j.tensor.translation.Step;

/** {@link McCullochPitts} in ND4J operations. */
final class TensorMcCullochPitts implements TensorDynamics {
    private final INDArray v;
    private final Program step;

    TensorMcCullochPitts(McCullochPitts model, Cells cells) {
        v = cells.zeros();
        step = new Program().copy(cells.input(), v).reaches(v, (float) model.threshold(), cells.spikes());
    }

    @Override
    public void step(Step now) {
        step.run();
    }

    @Override
    public void reset() {
        v.assign(0);
    }

    @Override
    public Map<Variable, INDArray> state() {
        return Map.of(Variable.VOLTAGE, v);
    }
}
