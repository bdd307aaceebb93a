package org.snn4j.tensor.neuron;

import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.Variable;
import org.snn4j.network.neuron.CurrentLIF;
import org.snn4j.network.neuron.LIF;
import org.snn4j.tensor.array.Program;
import org.snn4j.tensor.translation.Step;

/** {@link CurrentLIF} in ND4J operations. */
final class TensorCurrentLIF implements TensorDynamics {
    private final Membrane membrane;
    private final INDArray current;
    private final Program step;

    TensorCurrentLIF(CurrentLIF model, Cells cells) {
        LIF lif = model.membrane();
        membrane = new Membrane(cells, lif.rest(), lif.reset(), lif.refractory());
        current = cells.zeros();
        step = new Program()
                .scale(current, cells.spec().decay(model.tauCurrent()))
                .snapToZero(current, Program.FLOOR, cells.scratch())
                .add(current, cells.input())
                .copy(current, cells.input())
                .then(membrane.ignoreInputAfterCounting())
                .then(membrane.leakAndAdd(lif.rest(), cells.spec().decay(lif.tauMembrane())))
                .reaches(membrane.v(), (float) lif.threshold(), cells.spikes())
                .then(membrane.fire())
                .atLeast(membrane.v(), lif.lowerBound());
    }

    @Override
    public void step(Step now) {
        step.run();
    }

    @Override
    public void reset() {
        membrane.reset();
        current.assign(0);
    }

    @Override
    public Map<Variable, INDArray> state() {
        Map<Variable, INDArray> state = new HashMap<>(membrane.state());
        state.put(Variable.CURRENT, current);
        return state;
    }
}
