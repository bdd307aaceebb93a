package org.snn4j.tensor.connection;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Convolution;
import org.snn4j.tensor.array.MatrixProduct;
import org.snn4j.tensor.array.Program;

/**
 * {@link Convolution} in ND4J operations: W is [out, places], P what the windows see, [places, positions · batch], so that W P
 * is the input of the target, [out, positions · batch].
 */
final class ConvolutionSynapses implements WeightedSynapses {
    private final Wiring wiring;
    private final WindowIndex index;
    private final int out;
    private final INDArray w;
    private final Patches patches;
    private final INDArray seen;
    /** A value of each target neuron and sample, [targets, batch] and [out, positions · batch]. */
    private final INDArray byTarget;

    private final INDArray byOut;
    private final Program deliver;

    private ConvolutionSynapses(Convolution convolution, Wiring wiring) {
        this.wiring = wiring;
        this.index = new WindowIndex(convolution.windows(), wiring.sourceShape());
        this.out = wiring.targetShape().length(0);
        long columns = (long) index.positions() * wiring.batch();
        Shape shape = convolution
                .weightShape(wiring.sourceShape(), wiring.targetShape())
                .orElseThrow();
        this.w = wiring.store().of(wiring.values(convolution.weights(), shape), out, index.places());
        this.patches = new Patches(wiring, index.byPlace(), 0);
        this.seen = patches.rows().reshape(index.places(), columns);
        this.byTarget = wiring.store().zeros(wiring.targets(), wiring.batch());
        this.byOut = byTarget.reshape(out, columns);
        INDArray bySample = wiring.targetZeros();
        this.deliver = new Program()
                .then(patches.gather(wiring.arriving()))
                .set(byTarget, 0)
                .then(MatrixProduct.add(1, w, seen, byOut))
                .copy(byTarget.transpose(), bySample)
                .add(wiring.input(), bySample);
    }

    static PlasticProjection projection(Convolution convolution, Wiring wiring) {
        ConvolutionSynapses synapses = new ConvolutionSynapses(convolution, wiring);
        return new PlasticProjection(synapses, new Constraint(synapses.w), convolution.plasticity(), wiring);
    }

    @Override
    public void deliver() {
        deliver.run();
    }

    @Override
    public Pairs pairs(INDArray before, INDArray after) {
        return (field, factor) -> new Program()
                .then(patches.gather(before))
                .copy(after.transpose(), byTarget)
                .then(MatrixProduct.addByTransposed(factor, byOut, seen, field));
    }

    @Override
    public INDArray weights() {
        return w;
    }

    @Override
    public INDArray zeros() {
        return wiring.store().zeros(out, index.places());
    }

    /** Each kernel by itself. */
    @Override
    public Groups groups() {
        return new Groups(
                w.reshape((long) out * index.channels(), index.windows().size()), 1);
    }

    @Override
    public void forEachSynapse(Visitor visitor) {
        index.forEachPlace((position, place, source) -> {
            for (int o = 0; o < out; o++) {
                visitor.visit(source, o * index.places() + place);
            }
        });
    }

    @Override
    public void write(FloatArray values) {
        w.data().setData(values.values());
    }
}
