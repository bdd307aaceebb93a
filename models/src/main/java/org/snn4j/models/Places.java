package org.snn4j.models;

import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Convolution;
import org.snn4j.network.connection.Plasticity;
import org.snn4j.network.connection.Weights;
import org.snn4j.network.connection.Windows;

/**
 * Where the square fields of view of a layer lie on a square image.
 *
 * @param side of the image, pixels
 * @param kernel the side of a field of view, pixels
 * @param stride how far apart they are, pixels
 */
record Places(int side, int kernel, int stride) {
    /**
     * @param owner the model, for messages
     * @param inputs how many pixels the image has
     * @throws IllegalArgumentException if the image is not square, or smaller than a field of view
     */
    static Places of(String owner, int inputs, int kernel, int stride) {
        Sizes.require(owner, "inputs", inputs);
        Sizes.require(owner, "kernel", kernel);
        Sizes.require(owner, "stride", stride);
        int side = (int) Math.round(Math.sqrt(inputs));
        if (side * side != inputs) {
            throw new IllegalArgumentException(
                    owner + ".inputs is " + inputs + "; the pixels of a square image would be right");
        }
        if (kernel > side) {
            throw new IllegalArgumentException(
                    owner + ".kernel is " + kernel + "; at most " + side + ", the side of the image, would be right");
        }
        return new Places(side, kernel, stride);
    }

    /** How many there are in each row and column. */
    int across() {
        return (side - kernel) / stride + 1;
    }

    int count() {
        return across() * across();
    }

    Windows windows() {
        return Windows.of(kernel, kernel).stride(stride, stride);
    }

    /** Inhibition between the neurons of one place, from each to all others: a convolution with a kernel of one place. */
    static Convolution inhibition(int filters, double inhibition) {
        float[] weights = new float[filters * filters];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i % (filters + 1) == 0 ? 0 : (float) -inhibition;
        }
        return new Convolution(
                new Weights.Given(FloatArray.of(Shape.of(filters, filters, 1, 1), weights)),
                Windows.of(1, 1),
                Plasticity.FIXED);
    }
}
