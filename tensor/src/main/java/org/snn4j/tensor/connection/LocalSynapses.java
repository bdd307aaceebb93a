package org.snn4j.tensor.connection;

import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Local;
import org.snn4j.tensor.array.MatrixProduct;
import org.snn4j.tensor.array.Program;

/**
 * {@link Local} in ND4J operations. At each position p, W[p] is [out, places] and P[p] what the window sees, [places, batch], so
 * that W[p] P[p] is the input of the targets there, [out, batch].
 */
final class LocalSynapses implements WeightedSynapses {
    private final Wiring wiring;
    private final WindowIndex index;
    private final int positions;
    private final int places;
    private final int out;
    private final INDArray w;
    private final Patches patches;
    private final List<INDArray> seen;
    /** A value of each target neuron and sample, [positions, out, batch]. */
    private final INDArray byTarget;

    private final List<INDArray> targets;
    private final Program deliver;

    private LocalSynapses(Local local, Wiring wiring) {
        this.index = new WindowIndex(local.windows(), wiring.sourceShape());
        this.wiring = wiring;
        this.positions = index.positions();
        this.places = index.places();
        this.out = wiring.targetShape().length(0);
        this.w = zeros();
        this.patches = new Patches(wiring, index.byPosition(), 0);
        this.seen = slices(patches.rows().reshape(positions, places, wiring.batch()));
        this.byTarget = wiring.store().zeros(positions, out, wiring.batch());
        this.targets = slices(byTarget);
        INDArray bySample = wiring.targetZeros();
        this.deliver = new Program().then(patches.gather(wiring.arriving())).set(byTarget, 0);
        List<INDArray> weights = slices(w);
        for (int p = 0; p < positions; p++) {
            deliver.then(MatrixProduct.add(1, weights.get(p), seen.get(p), targets.get(p)));
        }
        deliver.copy(byTarget.permute(2, 1, 0), bySample.reshape(wiring.batch(), out, positions))
                .add(wiring.input(), bySample);
        Shape shape =
                local.weightShape(wiring.sourceShape(), wiring.targetShape()).orElseThrow();
        write(FloatArray.of(shape, wiring.values(local.weights(), shape)));
    }

    static PlasticProjection projection(Local local, Wiring wiring) {
        LocalSynapses synapses = new LocalSynapses(local, wiring);
        return new PlasticProjection(synapses, new Constraint(synapses.w), local.plasticity(), wiring);
    }

    @Override
    public void deliver() {
        deliver.run();
    }

    @Override
    public Pairs pairs(INDArray before, INDArray after) {
        INDArray byPosition = after.reshape(wiring.batch(), out, positions).permute(2, 1, 0);
        return (field, factor) -> {
            Program pairs = new Program().then(patches.gather(before)).copy(byPosition, byTarget);
            List<INDArray> parts = slices(field);
            for (int p = 0; p < positions; p++) {
                pairs.then(MatrixProduct.addByTransposed(factor, targets.get(p), seen.get(p), parts.get(p)));
            }
            return pairs;
        };
    }

    @Override
    public INDArray weights() {
        return w;
    }

    /** Zeros, [positions, out, places]. */
    @Override
    public INDArray zeros() {
        return wiring.store().zeros(positions, out, places);
    }

    /** Each target neuron by itself. */
    @Override
    public Groups groups() {
        return new Groups(w.reshape((long) positions * out, places), 1);
    }

    @Override
    public void forEachSynapse(Visitor visitor) {
        index.forEachPlace((position, place, source) -> {
            for (int o = 0; o < out; o++) {
                visitor.visit(source, (position * out + o) * places + place);
            }
        });
    }

    @Override
    public void read(INDArray field, float[] target, int offset) {
        float[] byPosition = field.data().asFloat();
        for (int p = 0; p < positions; p++) {
            for (int o = 0; o < out; o++) {
                int byOut = offset + (o * positions + p) * places;
                System.arraycopy(byPosition, (p * out + o) * places, target, byOut, places);
            }
        }
    }

    @Override
    public void write(FloatArray values) {
        float[] byOut = values.values();
        float[] byPosition = new float[byOut.length];
        for (int p = 0; p < positions; p++) {
            for (int o = 0; o < out; o++) {
                System.arraycopy(byOut, (o * positions + p) * places, byPosition, (p * out + o) * places, places);
            }
        }
        w.data().setData(byPosition);
    }

    private static List<INDArray> slices(INDArray array) {
        return IntStream.range(0, Math.toIntExact(array.size(0)))
                .mapToObj(array::slice)
                .toList();
    }
}
