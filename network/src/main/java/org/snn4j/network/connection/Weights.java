package org.snn4j.network.connection;

import org.snn4j.network.Parameters;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.random.AddressedRandom;
import org.snn4j.network.random.Purpose;

/** The weights that a connection starts with. */
public sealed interface Weights {
    /**
     * The weights of one source neuron, by target.
     *
     * @param seed the simulation's seed
     * @param connection the place of the connection in the network, from 0
     * @param source the source neuron
     * @param row modified: receives one weight for each target
     */
    void fillRow(long seed, int connection, int source, float[] row);

    /**
     * All weights of a connection in C order: {@link #fillRow} for each index of the first dimension, if there are
     * several dimensions.
     *
     * @param shape the shape of the connection's weights
     */
    default float[] values(long seed, int connection, Shape shape) {
        int rows = shape.rank() == 1 ? 1 : shape.length(0);
        float[] row = new float[shape.size() / rows];
        float[] values = new float[shape.size()];
        for (int i = 0; i < rows; i++) {
            fillRow(seed, connection, i, row);
            System.arraycopy(row, 0, values, i * row.length, row.length);
        }
        return values;
    }

    /** @throws IllegalArgumentException if these are given weights of another shape */
    default void requireShape(Shape shape) {}

    /** Given weights, [source, target] or as the kind of connection says. */
    record Given(FloatArray values) implements Weights {
        public Given {
            for (int i = 0; i < values.shape().size(); i++) {
                if (!Float.isFinite(values.get(i))) {
                    throw new IllegalArgumentException("weight " + i + " of " + values.shape() + " is " + values.get(i)
                            + "; it must be a finite number");
                }
            }
        }

        @Override
        public void requireShape(Shape shape) {
            if (!values.shape().equals(shape)) {
                throw new IllegalArgumentException(
                        "weights have shape " + values.shape() + "; " + shape + " would be right");
            }
        }

        @Override
        public void fillRow(long seed, int connection, int source, float[] row) {
            values.copyTo(row, source * row.length);
        }
    }

    /**
     * Weights drawn uniformly from [low, high), one 32-bit number each, addressed by connection, source and target.
     *
     * @param low the least weight
     * @param high above every weight
     */
    record Uniform(double low, double high) implements Weights {
        public Uniform {
            Parameters.finite("Uniform", "low", low);
            Parameters.finite("Uniform", "high", high);
            if (high < low) {
                throw new IllegalArgumentException(
                        "Uniform.high is " + high + "; it must be at least Uniform.low, which is " + low);
            }
        }

        @Override
        public void fillRow(long seed, int connection, int source, float[] row) {
            new UniformRow(low, high).fill(new AddressedRandom(seed, Purpose.WEIGHTS), connection, source, row);
        }
    }
}
