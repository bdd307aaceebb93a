package org.snn4j.network.connection;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;

/**
 * Some synapses between two layers, each with a weight of its own: s W with a W that is mostly zeros, of which only the
 * others are kept.
 *
 * @param synapses which source reaches which target
 * @param weights the weights at the start, [synapses] in their order
 * @param plasticity how they change
 */
public record Sparse(List<Synapse> synapses, Weights weights, Plasticity plasticity) implements Topology {
    /**
     * One synapse.
     *
     * @param source the neuron before it
     * @param target the neuron after it
     */
    public record Synapse(int source, int target) {}

    public Sparse {
        synapses = List.copyOf(synapses);
        Objects.requireNonNull(weights, "Sparse.weights are missing");
        Objects.requireNonNull(plasticity, "Sparse.plasticity is missing; Plasticity.FIXED means none");
        if (synapses.isEmpty()) {
            throw new IllegalArgumentException("a sparse connection needs at least one synapse");
        }
        requireDifferent(synapses);
    }

    /** Fixed synapses where a dense matrix, [source, target], is not zero, with those weights. */
    public static Sparse ofDense(FloatArray matrix) {
        Shape shape = matrix.shape();
        if (shape.rank() != 2) {
            throw new IllegalArgumentException(
                    "a dense matrix of weights has shape " + shape + "; [source, target] would be right");
        }
        int[] places =
                IntStream.range(0, shape.size()).filter(i -> matrix.get(i) != 0).toArray();
        List<Synapse> synapses = IntStream.of(places)
                .mapToObj(i -> new Synapse(i / shape.length(1), i % shape.length(1)))
                .toList();
        float[] weights = new float[places.length];
        for (int k = 0; k < places.length; k++) {
            weights[k] = matrix.get(places[k]);
        }
        return new Sparse(
                synapses, new Weights.Given(FloatArray.of(Shape.of(places.length), weights)), Plasticity.FIXED);
    }

    /** The weights of the synapses, in their order, as a dense matrix, [source, target]. */
    public FloatArray toDense(FloatArray values, int sources, int targets) {
        float[] dense = new float[Math.multiplyExact(sources, targets)];
        for (int k = 0; k < synapses.size(); k++) {
            dense[synapses.get(k).source() * targets + synapses.get(k).target()] = values.get(k);
        }
        return FloatArray.of(Shape.of(sources, targets), dense);
    }

    @Override
    public void requireFit(Shape source, Shape target) {
        for (Synapse synapse : synapses) {
            if (synapse.source < 0
                    || synapse.source >= source.size()
                    || synapse.target < 0
                    || synapse.target >= target.size()) {
                throw new IllegalArgumentException("there is no synapse from " + synapse.source + " to "
                        + synapse.target + " between layers of " + source.size() + " and " + target.size()
                        + " neurons");
            }
        }
        weights.requireShape(Shape.of(synapses.size()));
    }

    @Override
    public Sparse changing(Plasticity changed) {
        return new Sparse(synapses, weights, changed);
    }

    @Override
    public boolean hasWeights() {
        return true;
    }

    @Override
    public Optional<Shape> weightShape(Shape source, Shape target) {
        return Optional.of(Shape.of(synapses.size()));
    }

    private static void requireDifferent(List<Synapse> synapses) {
        long[] ascending = synapses.stream()
                .mapToLong(synapse -> (long) synapse.source << 32 | synapse.target & 0xFFFFFFFFL)
                .sorted()
                .toArray();
        for (int k = 1; k < ascending.length; k++) {
            if (ascending[k] == ascending[k - 1]) {
                throw new IllegalArgumentException("there is a synapse from " + (ascending[k] >> 32) + " to "
                        + (int) ascending[k] + " twice; once would be right");
            }
        }
    }
}
