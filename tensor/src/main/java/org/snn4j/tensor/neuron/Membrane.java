package org.snn4j.tensor.neuron;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.Variable;
import org.snn4j.tensor.array.Program;

/** Membrane potentials and refractory counters of a layer: what the integrate-and-fire models share. */
final class Membrane {
    private final Cells cells;
    private final INDArray v;
    private final INDArray refractory;
    private final INDArray resting;
    private final double initial;
    private final double reset;
    private final double period;

    /**
     * A membrane at its initial state.
     *
     * @param initial the potential at the start and after a reset of the simulation, mV
     * @param reset the potential after a spike, mV
     * @param period how long a neuron is refractory after a spike, ms
     */
    Membrane(Cells cells, double initial, double reset, double period) {
        this.cells = cells;
        this.v = cells.zeros();
        this.refractory = cells.zeros();
        this.resting = cells.zeros();
        this.initial = initial;
        this.reset = reset;
        this.period = period;
        reset();
    }

    INDArray v() {
        return v;
    }

    /** input ← 0 where refractory &gt; 0; then refractory ← refractory − dt there. */
    Program ignoreInputWhileRefractory() {
        return new Program().above(refractory, 0, resting).then(clearInput()).then(count());
    }

    /** refractory ← refractory − dt where refractory &gt; 0; then input ← 0 where it still is. */
    Program ignoreInputAfterCounting() {
        return new Program()
                .above(refractory, 0, resting)
                .then(count())
                .above(refractory, 0, resting)
                .then(clearInput());
    }

    /** v ← (v − rest) · decay + rest + input; what decays to zero becomes zero, before it is subnormal. */
    Program leakAndAdd(double rest, float decay) {
        Program program =
                new Program().subtract(v, rest).scale(v, decay).add(v, rest).add(v, cells.input());
        return rest == 0 ? program.snapToZero(v, Program.FLOOR, cells.scratch()) : program;
    }

    /** v ← the potential after a spike, where refractory &gt; 0 */
    Program holdWhileRefractory() {
        return new Program().above(refractory, 0, resting).replace(v, resting, reset, cells.scratch());
    }

    /** spikes ← 0 where refractory &gt; 0; then refractory ← refractory − dt there. */
    Program suppressWhileRefractory() {
        return new Program()
                .above(refractory, 0, resting)
                .subtractFrom(1, resting, cells.scratch())
                .multiply(cells.spikes(), cells.scratch())
                .then(count());
    }

    /** v ← reset and refractory ← period, where there is a spike. */
    Program fire() {
        return new Program().replace(v, cells.spikes(), reset, cells.scratch()).then(beginRefractory());
    }

    /** refractory ← period, where there is a spike. */
    Program beginRefractory() {
        return new Program().replace(refractory, cells.spikes(), period, cells.scratch());
    }

    /** Returns every sample to its initial potential, none refractory. */
    void reset() {
        v.assign(initial);
        refractory.assign(0);
    }

    Map<Variable, INDArray> state() {
        return Map.of(Variable.VOLTAGE, v, Variable.REFRACTORY, refractory);
    }

    private Program clearInput() {
        return new Program().subtractFrom(1, resting, cells.scratch()).multiply(cells.input(), cells.scratch());
    }

    private Program count() {
        return new Program().addScaled(refractory, resting, -cells.spec().dt());
    }
}
