package org.snn4j.tensor.neuron;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.Variable;
import org.snn4j.network.neuron.CSRM;
import org.snn4j.tensor.array.Program;
import org.snn4j.tensor.translation.Step;

/** {@link CSRM} in ND4J operations. */
final class TensorCSRM implements TensorDynamics {
    private final Membrane membrane;
    private final KernelSum responses;
    private final KernelSum afterpotentials;
    private final Program step;

    TensorCSRM(CSRM model, Cells cells) {
        double dt = cells.spec().dt();
        membrane = new Membrane(cells, model.rest(), model.rest(), model.refractory());
        responses = new KernelSum(model.responses(dt), cells.input(), cells.store());
        afterpotentials = new KernelSum(model.afterpotentials(dt), cells.spikes(), cells.store());
        INDArray v = membrane.v();
        step = new Program()
                .then(responses::add)
                .then(responses::read)
                .then(afterpotentials::read)
                .copy(responses.current(), v)
                .add(v, model.rest())
                .add(v, afterpotentials.current())
                .reaches(v, (float) model.threshold(), cells.spikes())
                .then(membrane.suppressWhileRefractory())
                .then(membrane.beginRefractory())
                .then(responses::advance)
                .then(afterpotentials::advance)
                .then(afterpotentials::add);
    }

    @Override
    public void step(Step now) {
        step.run();
    }

    @Override
    public void reset() {
        membrane.reset();
        responses.reset();
        afterpotentials.reset();
    }

    @Override
    public Map<Variable, INDArray> state() {
        return membrane.state();
    }
}
