package org.snn4j.tensor.neuron;

import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.Variable;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.neuron.SRM0;
import org.snn4j.network.random.AddressedRandom;
import org.snn4j.network.random.Purpose;
import org.snn4j.tensor.array.Program;
import org.snn4j.tensor.array.Transfer;
import org.snn4j.tensor.translation.Step;

/** {@link SRM0} in ND4J operations, with the numbers that the event engine draws; probabilities in double precision, as there. */
final class TensorSRM0 implements TensorDynamics {
    /** Where e^x is still a number, so that a rho0 of 0 makes 0 of it. */
    private static final double LARGEST_DISTANCE = 700;

    private final Cells cells;
    private final Membrane membrane;
    private final INDArray probability;
    private final INDArray chance;
    private final AddressedRandom escapes;
    private final float[] drawn;
    private final int[] lanes = new int[AddressedRandom.LANES];
    private final Program step;

    TensorSRM0(SRM0 model, Cells cells) {
        LIF lif = model.membrane();
        this.cells = cells;
        this.membrane = new Membrane(cells, lif.rest(), lif.reset(), lif.refractory());
        this.probability = cells.zeros();
        this.chance = cells.zeros();
        this.escapes = new AddressedRandom(
                AddressedRandom.derive(
                        cells.spec().seed(), Purpose.ESCAPE, cells.spec().layer()),
                Purpose.ESCAPE);
        this.drawn =
                new float[Math.multiplyExact(cells.spec().batch(), cells.spec().neurons())];
        this.step = new Program()
                .scale(cells.input(), model.epsilon0())
                .then(membrane.ignoreInputWhileRefractory())
                .then(membrane.leakAndAdd(lif.rest(), cells.spec().decay(lif.tauMembrane())))
                .then(escape(model))
                .then(membrane.fire())
                .atLeast(membrane.v(), lif.lowerBound());
    }

    /** p ← 1 − exp(−dt rho0 e^((v − threshold)/deltaThreshold)); a spike where the number drawn is below p */
    private Program escape(SRM0 model) {
        INDArray precise = cells.store()
                .zeros(DataType.DOUBLE, cells.spec().batch(), cells.spec().neurons());
        return new Program()
                .copy(membrane.v(), precise)
                .subtract(precise, model.membrane().threshold())
                .divide(precise, model.deltaThreshold())
                .atMost(precise, LARGEST_DISTANCE)
                .exp(precise)
                .scale(precise, model.rho0())
                .scale(precise, -cells.spec().dt())
                .exp(precise)
                .subtractFrom(1, precise, precise)
                .copy(precise, probability)
                .difference(probability, chance, cells.scratch())
                .above(cells.scratch(), 0, cells.spikes());
    }

    @Override
    public void step(Step now) {
        for (int sample = 0; sample < cells.spec().batch(); sample++) {
            draw(now, sample);
        }
        Transfer.write(drawn, chance);
        step.run();
    }

    private void draw(Step now, int sample) {
        int neurons = cells.spec().neurons();
        for (int j = 0; j < neurons; j++) {
            int lane = j % AddressedRandom.LANES;
            if (lane == 0) {
                escapes.block(now.sample(sample), j / AddressedRandom.LANES, now.index(), lanes);
            }
            drawn[sample * neurons + j] = AddressedRandom.unitFloat(lanes[lane]);
        }
    }

    @Override
    public void reset() {
        membrane.reset();
    }

    @Override
    public Map<Variable, INDArray> state() {
        Map<Variable, INDArray> state = new HashMap<>(membrane.state());
        state.put(Variable.PROBABILITY, probability);
        return state;
    }
}
