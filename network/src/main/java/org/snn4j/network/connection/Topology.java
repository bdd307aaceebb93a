package org.snn4j.network.connection;

import java.util.Optional;
import org.snn4j.network.array.Shape;

/** Which synapses join two layers, how strong they are at first, and how they change. */
public sealed interface Topology permits Dense, Sparse, OneToOne, AllButSelf, Convolution, Local, MaxPool, MeanField {
    /**
     * Checks that these synapses can join layers of the given shapes.
     *
     * @throws IllegalArgumentException saying what does not fit
     */
    void requireFit(Shape source, Shape target);

    /** How its weights change; most kinds of connection have weights that never do. */
    default Plasticity plasticity() {
        return Plasticity.FIXED;
    }

    /** The same synapses, whose weights change in another way; those whose weights never change stay as they are. */
    default Topology changing(Plasticity plasticity) {
        return this;
    }

    /** The shape of its weights between layers of these shapes, if it has an array of them. */
    default Optional<Shape> weightShape(Shape source, Shape target) {
        return Optional.empty();
    }

    /** The longest delay of a synapse beyond the connection's own, ms. */
    default double longestDelay() {
        return 0;
    }

    /** Whether it has an array of weights, as opposed to one weight for all synapses or none. */
    default boolean hasWeights() {
        return false;
    }

    /** The name of the kind of connection in files: "Dense". */
    default String type() {
        return getClass().getSimpleName();
    }

    /** For topologies that pair neurons by index: checks that the layers are of one size. */
    static void requireSameSize(Topology topology, Shape source, Shape target) {
        if (source.size() != target.size()) {
            throw new IllegalArgumentException(topology.type() + " joins layers of the same size, but these have "
                    + source.size() + " and " + target.size() + " neurons");
        }
    }
}
