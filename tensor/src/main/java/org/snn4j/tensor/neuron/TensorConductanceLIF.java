package org.snn4j.tensor.neuron;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.Variable;
import org.snn4j.network.neuron.ConductanceLIF;
import org.snn4j.network.neuron.ConductanceLIF.WhileRefractory;
import org.snn4j.network.neuron.Conductances;
import org.snn4j.tensor.array.Program;
import org.snn4j.tensor.translation.Step;

/** {@link ConductanceLIF} in ND4J operations, rounded in the same places as there. */
final class TensorConductanceLIF implements TensorDynamics {
    private final ConductanceLIF model;
    private final Cells cells;
    private final Membrane membrane;
    private final INDArray ge;
    private final INDArray gi;
    private final INDArray inhibition;
    private final INDArray theta;
    private final Program beginRun;
    private final Program decayTheta;
    private final Program step;
    private final Program raiseTheta;

    TensorConductanceLIF(ConductanceLIF model, Cells cells) {
        this.model = model;
        this.cells = cells;
        int neurons = cells.spec().neurons();
        INDArray precise = cells.store().zeros(DataType.DOUBLE, neurons);
        INDArray counts = cells.sharedZeros();
        INDArray preciseCounts = cells.store().zeros(DataType.DOUBLE, neurons);
        membrane = new Membrane(cells, model.start(), model.reset(), model.refractory());
        ge = cells.zeros();
        gi = cells.zeros();
        inhibition = cells.zeros();
        theta = cells.store().filled(model.theta0(), neurons);
        beginRun = new Program().copy(theta, precise);
        decayTheta = new Program()
                .scale(precise, StrictMath.exp(-cells.spec().dt() / model.tauTheta()))
                .copy(precise, theta);
        step = new Program()
                .then(integrate())
                .then(model.whileRefractory() == WhileRefractory.HELD ? membrane.holdWhileRefractory() : new Program())
                .then(fire());
        raiseTheta = new Program()
                .sums(cells.spikes(), 0, counts)
                .copy(counts, preciseCounts)
                .addScaled(precise, preciseCounts, model.thetaPlus())
                .copy(precise, theta);
    }

    /** v, ge and gi as {@link Conductances} has them */
    private Program integrate() {
        double dt = cells.spec().dt();
        INDArray e = cells.zeros();
        INDArray i = cells.zeros();
        INDArray total = cells.zeros();
        INDArray settled = cells.zeros();
        INDArray rise = cells.zeros();
        INDArray share = cells.zeros();
        return new Program()
                .add(ge, cells.input())
                .subtract(ge, Conductances.FLOOR)
                .atLeast(ge, 0)
                .add(gi, inhibition)
                .set(inhibition, 0)
                .subtract(gi, Conductances.FLOOR)
                .atLeast(gi, 0)
                .product(ge, Conductances.meanShare(model.tauExcitatory(), dt), e)
                .product(gi, Conductances.meanShare(model.tauInhibitory(), dt), i)
                .sum(e, 1, total)
                .add(total, i)
                .product(e, model.excitatoryReversal(), settled)
                .scale(i, model.inhibitoryReversal())
                .add(settled, i)
                .add(settled, model.rest())
                .divide(settled, total)
                .scale(total, (float) (dt / model.tauMembrane()))
                .atMost(total, Conductances.LARGEST_STEP)
                .then(rise(total, rise))
                .sum(rise, 1, share)
                .divide(rise, share)
                .subtract(settled, membrane.v())
                .multiply(settled, rise)
                .add(membrane.v(), settled)
                .scale(ge, cells.spec().decay(model.tauExcitatory()))
                .scale(gi, cells.spec().decay(model.tauInhibitory()));
    }

    /** rise ← (((c₈ x + c₇) x + …) x + c₁) x */
    private static Program rise(INDArray x, INDArray rise) {
        float[] coefficients = Conductances.coefficients();
        Program program = new Program().set(rise, 0);
        for (int k = coefficients.length - 1; k >= 0; k--) {
            program.add(rise, coefficients[k]).multiply(rise, x);
        }
        return program;
    }

    private Program fire() {
        INDArray thresholds = cells.sharedZeros();
        return new Program()
                .sum(theta, (float) (model.threshold() - model.theta0()), thresholds)
                .subtractRow(membrane.v(), thresholds, cells.scratch())
                .reaches(cells.scratch(), 0, cells.spikes())
                .then(membrane.suppressWhileRefractory())
                .then(membrane.fire());
    }

    @Override
    public INDArray inhibition() {
        return inhibition;
    }

    @Override
    public void step(Step now) {
        if (now.index() == 0) {
            beginRun.run();
        }
        if (now.learning()) {
            decayTheta.run();
        }
        step.run();
        if (now.learning()) {
            raiseTheta.run();
        }
    }

    @Override
    public void reset() {
        membrane.reset();
        ge.assign(0);
        gi.assign(0);
    }

    @Override
    public Map<Variable, INDArray> state() {
        Map<Variable, INDArray> state = new HashMap<>(membrane.state());
        state.put(Variable.EXCITATION, ge);
        state.put(Variable.INHIBITION, gi);
        if (model.adapts()) {
            state.put(Variable.THETA, theta);
        }
        return state;
    }

    @Override
    public Set<Variable> learned() {
        return model.adapts() ? Set.of(Variable.THETA) : Set.of();
    }
}
