package org.snn4j.tensor.connection;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Dense;
import org.snn4j.tensor.array.MatrixProduct;
import org.snn4j.tensor.array.Program;

/** {@link Dense} in ND4J operations: W is [source, target]. */
final class DenseSynapses implements WeightedSynapses {
    private final Wiring wiring;
    private final INDArray w;
    private final Optional<ByteArray> mask;
    private final Optional<SynapticDelays> delays;
    private final Program deliver = new Program();

    private DenseSynapses(float[] weights, Optional<ByteArray> mask, Optional<FloatArray> times, Wiring wiring) {
        this.wiring = wiring;
        this.mask = mask;
        this.w = wiring.store().of(weights, wiring.sources(), wiring.targets());
        this.delays = times.map(given -> new SynapticDelays(given, w, wiring));
        if (delays.isPresent()) {
            deliver.then(delays.get()::deliver);
        } else {
            deliver.then(MatrixProduct.add(1, wiring.arriving(), w, wiring.input()));
        }
    }

    static PlasticProjection projection(Dense dense, Wiring wiring) {
        Shape shape = Shape.of(wiring.sources(), wiring.targets());
        DenseSynapses synapses = new DenseSynapses(
                wiring.values(dense.weights(), shape),
                dense.mask(),
                dense.delays().map(times -> times.values(wiring.seed(), wiring.connection(), shape)),
                wiring);
        dense.bias()
                .ifPresent(bias ->
                        synapses.deliver.addRow(wiring.input(), wiring.store().of(bias.values(), wiring.targets())));
        Constraint constraint = new Constraint(synapses.w);
        dense.mask().ifPresent(mask -> constraint.mask(synapses.exists(mask)));
        return new PlasticProjection(synapses, constraint, dense.plasticity(), wiring);
    }

    /** Zeros without bias, mask and delays, for synapses that are a part of such a matrix. */
    static DenseSynapses zeros(Wiring wiring) {
        return new DenseSynapses(
                new float[Math.multiplyExact(wiring.sources(), wiring.targets())],
                Optional.empty(),
                Optional.empty(),
                wiring);
    }

    /** I ← I + s W + b */
    @Override
    public void deliver() {
        deliver.run();
    }

    /** field ← field + factor · beforeᵀ after */
    @Override
    public Pairs pairs(INDArray before, INDArray after) {
        return (field, factor) -> MatrixProduct.addTransposed(factor, before, after, field);
    }

    @Override
    public List<OfDelay> byDelay() {
        if (delays.isEmpty()) {
            return WeightedSynapses.super.byDelay();
        }
        INDArray scratch = zeros();
        return delays.get().masks().entrySet().stream()
                .map(masked -> new OfDelay(masked.getKey(), new MaskedSynapses(this, masked.getValue(), scratch)))
                .toList();
    }

    @Override
    public INDArray weights() {
        return w;
    }

    @Override
    public INDArray zeros() {
        return wiring.store().zeros(wiring.sources(), wiring.targets());
    }

    @Override
    public Groups groups() {
        return new Groups(w, 0);
    }

    /** Masked synapses are not there. */
    @Override
    public void forEachSynapse(Visitor visitor) {
        for (int weight = 0; weight < w.length(); weight++) {
            if (mask.isEmpty() || mask.get().get(weight) == 0) {
                visitor.visit(weight / wiring.targets(), weight);
            }
        }
    }

    @Override
    public void write(FloatArray values) {
        w.data().setData(values.values());
    }

    private INDArray exists(ByteArray absent) {
        float[] exists = new float[absent.shape().size()];
        for (int i = 0; i < exists.length; i++) {
            exists[i] = 1 - absent.get(i);
        }
        return wiring.store().of(exists, wiring.sources(), wiring.targets());
    }
}
