package org.snn4j.tensor;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Windows;
import org.snn4j.network.spikes.Current;
import org.snn4j.network.spikes.SpikeBatch;
import org.snn4j.network.spikes.SpikeTrain;

/** Random numbers for random experiments. Grid numbers are multiples of 1/8, so that their sums are exact in any order. */
final class Draw {
    /** Numbers of neurons, and batches, that divide no vector's width. */
    static final List<Integer> SIZES = List.of(1, 3, 16, 17, 100, 401);

    private final Random random;

    Draw(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean coin() {
        return random.nextBoolean();
    }

    double number(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    double grid(double low, double high) {
        return Math.rint(8 * number(low, high)) / 8;
    }

    @SafeVarargs
    final <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    FloatArray grid(Shape shape, double low, double high) {
        float[] values = new float[shape.size()];
        IntStream.range(0, values.length).forEach(i -> values[i] = (float) grid(low, high));
        return FloatArray.of(shape, values);
    }

    FloatArray numbers(Shape shape, double low, double high) {
        float[] values = new float[shape.size()];
        IntStream.range(0, values.length).forEach(i -> values[i] = (float) number(low, high));
        return FloatArray.of(shape, values);
    }

    ByteArray ones(Shape shape, double share) {
        byte[] values = new byte[shape.size()];
        IntStream.range(0, values.length).forEach(i -> values[i] = (byte) (random.nextDouble() < share ? 1 : 0));
        return ByteArray.of(shape, values);
    }

    /** [channels, ...], in one to three dimensions, for windows to slide over. */
    Shape windowed() {
        int dimensions = 1 + below(3);
        int longest = new int[] {12, 6, 4}[dimensions - 1];
        return Shape.of(IntStream.range(0, dimensions)
                        .map(d -> 3 + below(longest - 2))
                        .toArray())
                .within(1 + below(3));
    }

    Windows windows(Shape source) {
        int dimensions = source.rank() - 1;
        int[] kernel = IntStream.range(0, dimensions).map(d -> 1 + below(3)).toArray();
        int[] stride = IntStream.range(0, dimensions).map(d -> 1 + below(2)).toArray();
        return Windows.of(kernel)
                .stride(stride)
                .padding(IntStream.of(kernel).map(this::below).toArray());
    }

    SpikeBatch spikes(Shape layer, int steps, int batch, double share) {
        return new SpikeBatch(IntStream.range(0, batch)
                .mapToObj(sample -> SpikeTrain.ofDense(ones(layer.within(steps), share)))
                .toList());
    }

    Current current(Shape layer, int steps, int batch, double low, double high) {
        return new Current(grid(layer.within(steps, batch), low, high));
    }
}
