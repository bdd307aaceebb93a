package org.snn4j.network.connection;

import org.snn4j.network.Parameters;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.random.AddressedRandom;
import org.snn4j.network.random.Purpose;

/** How much later than the connection's own delay the spikes of each synapse of a dense connection arrive. */
public sealed interface Delays {
    /**
     * The delays of a connection, ms; they are rounded to steps where they are used.
     *
     * @param seed the simulation's seed
     * @param connection the place of the connection in the network, from 0
     * @param shape [source, target]
     */
    FloatArray values(long seed, int connection, Shape shape);

    /** No delay is longer, ms. */
    double longest();

    /** @throws IllegalArgumentException if these are given delays of another shape */
    default void requireShape(Shape shape) {}

    /** Given delays, [source, target], ms. */
    record Given(FloatArray values) implements Delays {
        public Given {
            for (int i = 0; i < values.shape().size(); i++) {
                if (!(values.get(i) >= 0 && values.get(i) < Float.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException(
                            "delays hold " + values.get(i) + " at " + i + "; each must be a finite time of at least 0");
                }
            }
        }

        @Override
        public FloatArray values(long seed, int connection, Shape shape) {
            return values;
        }

        @Override
        public double longest() {
            double longest = 0;
            for (int i = 0; i < values.shape().size(); i++) {
                longest = Math.max(longest, values.get(i));
            }
            return longest;
        }

        @Override
        public void requireShape(Shape shape) {
            if (!values.shape().equals(shape)) {
                throw new IllegalArgumentException(
                        "delays has shape " + values.shape() + "; " + shape + " would be right");
            }
        }
    }

    /**
     * Delays drawn uniformly from [low, high), one 32-bit number each, addressed by connection, source and target.
     *
     * @param low the shortest, ms
     * @param high above every delay, ms
     */
    record Uniform(double low, double high) implements Delays {
        public Uniform {
            Parameters.atLeastZero("delays", "low", low);
            Parameters.finite("delays", "high", high);
            if (high < low) {
                throw new IllegalArgumentException(
                        "delays.high is " + high + "; it must be at least delays.low, which is " + low);
            }
        }

        @Override
        public FloatArray values(long seed, int connection, Shape shape) {
            AddressedRandom random = new AddressedRandom(seed, Purpose.DELAYS);
            float[] values = new float[shape.size()];
            float[] row = new float[shape.length(1)];
            for (int source = 0; source < shape.length(0); source++) {
                new UniformRow(low, high).fill(random, connection, source, row);
                System.arraycopy(row, 0, values, source * row.length, row.length);
            }
            return FloatArray.of(shape, values);
        }

        @Override
        public double longest() {
            return high;
        }
    }
}
