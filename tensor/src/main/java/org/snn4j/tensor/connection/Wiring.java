package org.snn4j.tensor.connection;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.Receptor;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Weights;
import org.snn4j.tensor.array.ArrayStore;
import org.snn4j.tensor.layer.Axons;
import org.snn4j.tensor.layer.TensorLayer;

/**
 * What a connection is made for.
 *
 * @param axons which spikes arrive
 * @param receptor what they act on
 * @param connection the place of the connection in the network, from 0
 * @param seed the simulation's seed
 * @param store where arrays come from
 */
public record Wiring(Axons axons, Receptor receptor, int connection, long seed, ArrayStore store) {
    TensorLayer source() {
        return axons.source();
    }

    TensorLayer target() {
        return axons.target();
    }

    int batch() {
        return source().spec().batch();
    }

    int sources() {
        return source().spec().neurons();
    }

    int targets() {
        return target().spec().neurons();
    }

    Shape sourceShape() {
        return source().layer().shape();
    }

    Shape targetShape() {
        return target().layer().shape();
    }

    /** The spikes that arrive in a step, [batch, sources]. */
    INDArray arriving() {
        return axons.arriving();
    }

    /** The target's input over the connection's receptor, [batch, targets], to be added to. */
    INDArray input() {
        return target().input(receptor);
    }

    /** Zeros like the target's input, [batch, targets]. */
    INDArray targetZeros() {
        return store.zeros(batch(), targets());
    }

    /** The weights at the start, in C order. */
    float[] values(Weights weights, Shape shape) {
        return weights.values(seed, connection, shape);
    }
}
