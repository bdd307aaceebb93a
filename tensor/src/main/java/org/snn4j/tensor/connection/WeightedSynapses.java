package org.snn4j.tensor.connection;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.tensor.array.Transfer;
import org.snn4j.tensor.learning.Synapses;

/** Synapses with an array of weights. */
interface WeightedSynapses extends Synapses {
    /** Adds what the source's spikes bring to the input of the target. */
    void deliver();

    /** The synapses by the delay that they have beside the connection's: as they are, where none has. */
    default List<OfDelay> byDelay() {
        return List.of(new OfDelay(0, this));
    }

    /**
     * The synapses of one delay, in the layout of all.
     *
     * @param delay in steps
     */
    record OfDelay(int delay, Synapses synapses) {}

    /** Which weights a norm holds for. */
    Groups groups();

    /** Visits every synapse: its source neuron and the place of its weight in {@link #weights}. */
    void forEachSynapse(Visitor visitor);

    /**
     * Copies the weights, or one of {@link #zeros}, in the shape that the topology gives them.
     *
     * @param target modified: receives them from {@code offset}
     */
    default void read(INDArray field, float[] target, int offset) {
        Transfer.read(field, 0, target, offset, Math.toIntExact(field.length()));
    }

    /** Overwrites the weights. */
    void write(FloatArray values);

    /**
     * Weights that are normalised together: the columns, or the rows, of a matrix.
     *
     * @param matrix a view of the live weights
     * @param along the dimension that sums go along: 0 for columns, 1 for rows
     */
    record Groups(INDArray matrix, int along) {
        int count() {
            return Math.toIntExact(matrix.size(1 - along));
        }
    }

    /** Somebody who wants to know the synapses. */
    @FunctionalInterface
    interface Visitor {
        void visit(int source, int weight);
    }
}
