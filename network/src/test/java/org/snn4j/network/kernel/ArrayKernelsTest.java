package org.snn4j.network.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * The kernels on the vector unit against the plain ones, bit by bit, over awkward sizes; and Philox against the known answers
 * of its authors (random123, kat_vectors).
 */
class ArrayKernelsTest {
    private static final ArrayKernels PLAIN = new PlainKernels("the oracle");
    private static final ArrayKernels FASTEST = ArrayKernels.fastest();

    @Test
    void testsRunOnTheVectorUnit() {
        assertThat(FASTEST.getClass().getSimpleName()).isEqualTo("VectorKernels");
        assertThat(FASTEST.vectorUnit()).contains("bits");
        assertThat(CacheLine.LEAD).isPositive();
    }

    @Property(tries = 300)
    void sumsOfRowsAreTheSame(
            @ForAll @IntRange(min = 1, max = 13) int vectors,
            @ForAll @IntRange(min = 0, max = 20) int count,
            @ForAll long seed) {
        Random random = new Random(seed);
        int width = vectors * ArrayKernels.LANES;
        float[][] rows = new float[30][];
        Arrays.setAll(rows, i -> floats(CacheLine.LEAD + width, 1, random));
        int[] chosen = random.ints(2 * count + 2, 0, rows.length).toArray();
        int[] first = {0, 1, count + 1, 2 * count + 1};
        assertSame(kernels -> {
            float[] sums = new float[2 * width + 5];
            float[] scratch = new float[CacheLine.LEAD + width];
            kernels.sumRows(rows, width, chosen, first, 1, 3, scratch, sums, 3, width + 1);
            return sums;
        });
        assertSame(kernels -> {
            double[] sums = new double[width];
            kernels.sumMagnitudes(rows, width, sums);
            return sums;
        });
        assertSame(kernels -> {
            double[] sums = new double[width];
            kernels.sumSquares(rows, width, sums);
            return sums;
        });
    }

    @Property(tries = 300)
    void changesOfRowsAreTheSame(@ForAll @IntRange(min = 1, max = 5) int vectors, @ForAll long seed) {
        Random random = new Random(seed);
        int width = vectors * ArrayKernels.LANES;
        float[] row = floats(CacheLine.LEAD + width, 1, random);
        row[CacheLine.LEAD + random.nextInt(width)] = -0f;
        row[CacheLine.LEAD + random.nextInt(width)] = Float.NaN;
        float[] change = floats(CacheLine.LEAD + width, 1, random);
        assertSame(kernels -> {
            float[] added = row.clone();
            kernels.add(added, change, width);
            return added;
        });
        assertSame(kernels -> {
            float[] clamped = row.clone();
            kernels.clamp(clamped, width, 0, 0.5f);
            return clamped;
        });
        assertSame(kernels -> {
            float[] changed = row.clone();
            kernels.addClamped(changed, change, width, Float.NEGATIVE_INFINITY, 0.5f);
            return changed;
        });
    }

    @Property(tries = 500)
    void potentialsAndCrossingsAreTheSame(@ForAll @IntRange(min = 1, max = 700) int neurons, @ForAll long seed) {
        Random random = new Random(seed);
        float[] v = floats(neurons, 3, random);
        float[] input = floats(neurons, 3, random);
        float[] theta = floats(neurons, 1, random);
        // A neuron exactly at its threshold, and one that is no number.
        theta[random.nextInt(neurons)] = 0;
        v[random.nextInt(neurons)] = 1.5f;
        v[random.nextInt(neurons)] = Float.NaN;
        assertSame(kernels -> {
            int[] crossed = new int[neurons];
            return Arrays.copyOf(crossed, kernels.crossings(v, 1.5f, crossed));
        });
        assertSame(kernels -> {
            State state = new State(v.clone(), theta.clone(), new int[neurons]);
            int count = kernels.leakAddCross(state.v, -2, 0.75f, input, 1.5f, state.theta, state.crossed);
            return state.toString() + count;
        });
    }

    @Property(tries = 500)
    void stepsThatMayBeTakenBackAreTheSame(@ForAll @IntRange(min = 1, max = 100) int neurons, @ForAll long seed) {
        Random random = new Random(seed);
        float[] v = floats(neurons, 3, random);
        float[] input = floats(neurons + 7, 3, random);
        float[] theta = floats(neurons, 1, random);
        v[random.nextInt(neurons)] = Float.NaN;
        float threshold = 1 + random.nextInt(8);
        assertSame(kernels -> {
            float[] next = new float[neurons];
            return kernels.leakAddReaches(v, -2, 0.75f, input, 7, threshold, theta, next) + Arrays.toString(next);
        });
        assertSame(kernels -> {
            float[] scaled = new float[neurons];
            kernels.scale(v, 0.99f, scaled);
            return scaled;
        });
    }

    @Property(tries = 200)
    void sumsOfChangedRowsAreTheSame(
            @ForAll @IntRange(min = 1, max = 5) int vectors,
            @ForAll @IntRange(min = 0, max = 20) int count,
            @ForAll long seed) {
        Random random = new Random(seed);
        int width = vectors * ArrayKernels.LANES;
        int[] chosen = Arrays.copyOfRange(shuffled(30, random), 0, count + 2);
        float[] change = floats(CacheLine.LEAD + width, 1, random);
        assertSame(kernels -> {
            Random again = new Random(seed);
            float[][] rows = new float[30][];
            Arrays.setAll(rows, i -> floats(CacheLine.LEAD + width, 1, again));
            float[] sums = floats(width, 1, again);
            kernels.addClampedAndSum(rows, width, chosen, 1, count + 1, change, 0, 0.5f, sums);
            return Arrays.toString(sums) + Arrays.deepToString(rows);
        });
    }

    private static int[] shuffled(int length, Random random) {
        List<Integer> all = IntStream.range(0, length).boxed().collect(Collectors.toList());
        Collections.shuffle(all, random);
        return all.stream().mapToInt(i -> i).toArray();
    }

    private record State(float[] v, float[] theta, int[] crossed) {
        @Override
        public String toString() {
            return Arrays.toString(v) + Arrays.toString(theta) + Arrays.toString(crossed);
        }
    }

    @Property(tries = 200)
    void randomBlocksAreTheSame(
            @ForAll @IntRange(min = 1, max = 20) int blocks, @ForAll long sample, @ForAll long seed) {
        Random random = new Random(seed);
        Philox.Key key = new Philox.Key(random.nextInt(), random.nextInt());
        int[] indices = random.ints(5).toArray();
        assertSame(kernels -> {
            int[] numbers = new int[4 * 5 * blocks];
            kernels.philox(key, sample, indices, 5, blocks, numbers);
            return numbers;
        });
    }

    @Test
    void philoxGivesItsAuthorsNumbers() {
        int[] numbers = new int[4];
        Philox.block(new Philox.Key(0, 0), 0, 0, 0, numbers, 0);
        assertThat(numbers).containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
        Philox.block(new Philox.Key(0xa4093822, 0x299f31d0), 0x85a308d3_243f6a88L, 0x13198a2e, 0x03707344, numbers, 0);
        assertThat(numbers).containsExactly(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1);
    }

    private static void assertSame(Function<ArrayKernels, Object> result) {
        assertThat(result.apply(FASTEST)).isEqualTo(result.apply(PLAIN));
    }

    private static float[] floats(int length, float spread, Random random) {
        float[] values = new float[length];
        for (int j = 0; j < length; j++) {
            values[j] = spread * (float) random.nextGaussian();
        }
        return values;
    }
}
