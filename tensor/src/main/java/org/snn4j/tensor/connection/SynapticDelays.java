package org.snn4j.tensor.connection;

import java.util.SortedMap;
import java.util.TreeMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.tensor.array.MatrixProduct;
import org.snn4j.tensor.array.Program;

/** The delays of a dense connection's synapses: for each delay that occurs, a product with the synapses that have it. */
final class SynapticDelays {
    private final Wiring wiring;
    /** By delay in steps, 1 for the synapses that have it, [source, target]. */
    private final SortedMap<Integer, INDArray> masks = new TreeMap<>();
    /** By delay in steps, how to add what the synapses that have it bring. */
    private final SortedMap<Integer, Program> products = new TreeMap<>();
    /** The spikes that arrive over the synapses of one delay. */
    private final INDArray arriving;

    /**
     * @param times [source, target], ms
     * @param w the live weights, [source, target]
     */
    SynapticDelays(FloatArray times, INDArray w, Wiring wiring) {
        this.wiring = wiring;
        this.arriving = wiring.store().zeros(wiring.batch(), wiring.sources());
        INDArray selected = wiring.store().zeros(w.shape());
        SortedMap<Integer, float[]> places = new TreeMap<>();
        double dt = wiring.source().spec().dt();
        for (int i = 0; i < times.shape().size(); i++) {
            int steps = Math.toIntExact(Math.round(times.get(i) / dt));
            places.computeIfAbsent(steps, none -> new float[times.shape().size()])[i] = 1;
        }
        places.forEach((steps, mask) -> masks.put(steps, wiring.store().of(mask, w.shape())));
        masks.forEach((steps, mask) -> products.put(
                steps,
                new Program()
                        .product(w, mask, selected)
                        .then(MatrixProduct.add(1, arriving, selected, wiring.input()))));
        wiring.axons().stretch(masks.lastKey());
    }

    /** By delay in steps, 1 for the synapses that have it, [source, target]. */
    SortedMap<Integer, INDArray> masks() {
        return masks;
    }

    /** I ← I + Σ s(delay) W(delay), over the delays */
    void deliver() {
        products.forEach((steps, product) -> {
            arriving.assign(wiring.axons().arriving(steps));
            product.run();
        });
    }
}
