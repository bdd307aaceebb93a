package org.snn4j.tensor.connection;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.connection.MaxPool;
import org.snn4j.tensor.array.Program;

/** {@link MaxPool} in ND4J operations: goes through the places of all windows at once and keeps the first of the highest rate. */
final class TensorMaxPool implements TensorProjection {
    /** Lower than every rate, so that places over the border never win. */
    private static final double NO_RATE = -1;

    private final INDArray rates;
    private final Program deliver;

    TensorMaxPool(MaxPool pool, Wiring wiring) {
        WindowIndex index = new WindowIndex(pool.windows(), wiring.sourceShape());
        INDArray spikes = wiring.arriving();
        INDArray bySample = wiring.targetZeros();
        INDArray passed = wiring.store().zeros(wiring.targets(), wiring.batch());
        rates = wiring.store().zeros(wiring.batch(), wiring.sources());
        deliver = new Program()
                .scale(rates, 1 - pool.decay())
                .snapToZero(rates, Program.FLOOR, wiring.store().zeros(wiring.batch(), wiring.sources()))
                .add(rates, spikes)
                .then(pass(index, wiring, passed))
                .copy(passed.transpose(), bySample)
                .scale(bySample, pool.weight())
                .add(wiring.input(), bySample);
    }

    /** passed ← the spike of each window's neuron with the highest rate, [targets, batch] */
    private Program pass(WindowIndex index, Wiring wiring, INDArray passed) {
        int size = index.windows().size();
        Patches rateOf = new Patches(wiring, index.byPlaceInChannel(), NO_RATE);
        Patches spikeOf = new Patches(wiring, index.byPlaceInChannel(), 0);
        INDArray rate = rateOf.rows().reshape(size, wiring.targets(), wiring.batch());
        INDArray spike = spikeOf.rows().reshape(size, wiring.targets(), wiring.batch());
        INDArray highest = wiring.store().zeros(wiring.targets(), wiring.batch());
        INDArray higher = wiring.store().zeros(wiring.targets(), wiring.batch());
        INDArray scratch = wiring.store().zeros(wiring.targets(), wiring.batch());
        Program pass = new Program()
                .then(rateOf.gather(rates))
                .then(spikeOf.gather(wiring.arriving()))
                .set(highest, NO_RATE)
                .set(passed, 0);
        for (int place = 0; place < size; place++) {
            pass.difference(rate.slice(place), highest, higher)
                    .above(higher, 0, higher)
                    .replace(passed, higher, spike.slice(place), scratch)
                    .replace(highest, higher, rate.slice(place), scratch);
        }
        return pass;
    }

    @Override
    public void deliver() {
        deliver.run();
    }

    @Override
    public void reset() {
        rates.assign(0);
    }
}
