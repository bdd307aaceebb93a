package org.snn4j.tensor.neuron;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.Variable;
import org.snn4j.network.neuron.Izhikevich;
import org.snn4j.tensor.array.Program;
import org.snn4j.tensor.translation.Step;

/** {@link Izhikevich} in ND4J operations, rounded in the same places as there, since the model amplifies every difference. */
final class TensorIzhikevich implements TensorDynamics {
    private final Izhikevich model;
    private final Cells cells;
    private final INDArray v;
    private final INDArray u;
    private final INDArray fired;
    private final INDArray slope;
    private final Program step;

    TensorIzhikevich(Izhikevich model, Cells cells) {
        this.model = model;
        this.cells = cells;
        this.v = cells.zeros();
        this.u = cells.zeros();
        this.fired = cells.zeros();
        this.slope = cells.zeros();
        this.step = new Program()
                .replace(v, fired, model.c(), cells.scratch())
                .addScaled(u, fired, model.d())
                .then(halfStep())
                .then(halfStep())
                .then(recover())
                .atLeast(v, model.lowerBound())
                .reaches(v, (float) model.threshold(), cells.spikes())
                .copy(cells.spikes(), fired);
        reset();
    }

    /** v ← v + dt/2 (0.04 v² + 5 v + 140 − u + I) */
    private Program halfStep() {
        return new Program()
                .product(v, v, slope)
                .scale(slope, 0.04)
                .product(v, 5, cells.scratch())
                .add(slope, cells.scratch())
                .add(slope, 140)
                .subtract(slope, u)
                .add(slope, cells.input())
                .scale(slope, 0.5f * (float) cells.spec().dt())
                .add(v, slope);
    }

    /** u ← u + dt a (b v − u) */
    private Program recover() {
        return new Program()
                .product(v, model.b(), slope)
                .subtract(slope, u)
                .scale(slope, (float) cells.spec().dt() * (float) model.a())
                .add(u, slope);
    }

    @Override
    public void step(Step now) {
        step.run();
    }

    @Override
    public void reset() {
        v.assign(model.rest());
        u.assign(model.b() * model.rest());
        fired.assign(0);
    }

    @Override
    public Map<Variable, INDArray> state() {
        return Map.of(Variable.VOLTAGE, v, Variable.RECOVERY, u);
    }
}
