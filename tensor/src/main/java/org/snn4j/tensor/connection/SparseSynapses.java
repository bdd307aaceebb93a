package org.snn4j.tensor.connection;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Sparse;

/** {@link Sparse} in ND4J operations: a dense matrix that is kept at zero where there is no synapse. */
final class SparseSynapses implements WeightedSynapses {
    private final List<Sparse.Synapse> synapses;
    private final int targets;
    private final DenseSynapses dense;

    private SparseSynapses(Sparse sparse, Wiring wiring) {
        this.synapses = sparse.synapses();
        this.targets = wiring.targets();
        this.dense = DenseSynapses.zeros(wiring);
        Shape shape = Shape.of(synapses.size());
        write(FloatArray.of(shape, wiring.values(sparse.weights(), shape)));
    }

    static PlasticProjection projection(Sparse sparse, Wiring wiring) {
        SparseSynapses synapses = new SparseSynapses(sparse, wiring);
        Constraint constraint = new Constraint(synapses.weights());
        constraint.mask(synapses.exists(wiring));
        return new PlasticProjection(synapses, constraint, sparse.plasticity(), wiring);
    }

    @Override
    public void deliver() {
        dense.deliver();
    }

    @Override
    public Pairs pairs(INDArray before, INDArray after) {
        return dense.pairs(before, after);
    }

    @Override
    public INDArray weights() {
        return dense.weights();
    }

    @Override
    public INDArray zeros() {
        return dense.zeros();
    }

    @Override
    public Groups groups() {
        return dense.groups();
    }

    @Override
    public void forEachSynapse(Visitor visitor) {
        synapses.forEach(synapse -> visitor.visit(synapse.source(), place(synapse)));
    }

    @Override
    public void read(INDArray field, float[] target, int offset) {
        float[] matrix = field.data().asFloat();
        for (int k = 0; k < synapses.size(); k++) {
            target[offset + k] = matrix[place(synapses.get(k))];
        }
    }

    @Override
    public void write(FloatArray values) {
        float[] matrix = new float[Math.toIntExact(dense.weights().length())];
        for (int k = 0; k < synapses.size(); k++) {
            matrix[place(synapses.get(k))] = values.get(k);
        }
        dense.weights().data().setData(matrix);
    }

    private INDArray exists(Wiring wiring) {
        float[] exists = new float[Math.toIntExact(dense.weights().length())];
        synapses.forEach(synapse -> exists[place(synapse)] = 1);
        return wiring.store().of(exists, wiring.sources(), targets);
    }

    private int place(Sparse.Synapse synapse) {
        return synapse.source() * targets + synapse.target();
    }
}
