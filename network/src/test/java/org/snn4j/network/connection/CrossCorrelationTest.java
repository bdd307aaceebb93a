package org.snn4j.network.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.snn4j.network.Trains;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.spikes.SpikeBatch;

/**
 * Oracle: cross-correlation as nested loops over three dimensions, those that a connection does not have being of length 1;
 * and a convolution computed by hand.
 */
class CrossCorrelationTest {
    private static final int STEPS = 4;

    /** Sizes in three dimensions; the first ones are 1 where a connection has fewer. */
    private static final class Sizes {
        final int rank;
        final int channels;
        final int out;
        final int[] source = {1, 1, 1};
        final int[] kernel = {1, 1, 1};
        final int[] stride = {1, 1, 1};
        final int[] padding = {0, 0, 0};
        final int[] target = {1, 1, 1};

        Sizes(int rank, Random random) {
            this.rank = rank;
            this.channels = 1 + random.nextInt(3);
            this.out = 1 + random.nextInt(3);
            for (int d = 3 - rank; d < 3; d++) {
                source[d] = 1 + random.nextInt(rank == 3 ? 4 : 7);
                kernel[d] = 1 + random.nextInt(3);
                stride[d] = 1 + random.nextInt(3);
                padding[d] = random.nextInt(kernel[d]);
                source[d] = Math.max(source[d], kernel[d] - 2 * padding[d]);
                target[d] = (source[d] + 2 * padding[d] - kernel[d]) / stride[d] + 1;
            }
        }

        Windows windows() {
            return Windows.of(last(kernel)).stride(last(stride)).padding(last(padding));
        }

        Shape sourceShape() {
            return Shape.of(last(source)).within(channels);
        }

        Shape targetShape() {
            return Shape.of(last(target)).within(out);
        }

        Shape kernelShape() {
            return Shape.of(last(kernel)).within(out, channels);
        }

        Shape localShape() {
            List<Integer> lengths = new ArrayList<>(targetShape().toList());
            lengths.add(channels);
            lengths.addAll(Shape.of(last(kernel)).toList());
            return Shape.of(lengths);
        }

        private int[] last(int[] lengths) {
            return Arrays.copyOfRange(lengths, 3 - rank, 3);
        }
    }

    /** Where the weight of a kernel's element is: of a channel to an output channel, at a position of the target. */
    private interface WeightIndex {
        int at(int out, int position, int inKernel);
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void convolutionIsCrossCorrelation(@ForAll @IntRange(min = 1, max = 3) int rank, @ForAll long seed) {
        Random random = new Random(seed);
        Sizes sizes = new Sizes(rank, random);
        FloatArray w = Received.eighths(sizes.kernelShape(), random);
        SpikeBatch noise = Received.noise(sizes.sourceShape(), STEPS, 0.4, random);
        NdArray v = Received.by(
                new Convolution(new Weights.Given(w), sizes.windows(), Plasticity.FIXED), sizes.targetShape(), noise);
        int size = w.shape().size() / sizes.out;
        assertIsCorrelation(v, noise, sizes, w, (out, position, inKernel) -> out * size + inKernel);
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void localConnectionHasAKernelForEachPosition(@ForAll @IntRange(min = 1, max = 3) int rank, @ForAll long seed) {
        Random random = new Random(seed);
        Sizes sizes = new Sizes(rank, random);
        FloatArray w = Received.eighths(sizes.localShape(), random);
        SpikeBatch noise = Received.noise(sizes.sourceShape(), STEPS, 0.4, random);
        NdArray v = Received.by(
                new Local(new Weights.Given(w), sizes.windows(), Plasticity.FIXED), sizes.targetShape(), noise);
        int positions = sizes.targetShape().size() / sizes.out;
        int size = w.shape().size() / sizes.out / positions;
        assertIsCorrelation(
                v, noise, sizes, w, (out, position, inKernel) -> (out * positions + position) * size + inKernel);
    }

    private static void assertIsCorrelation(NdArray v, SpikeBatch noise, Sizes sizes, FloatArray w, WeightIndex index) {
        byte[][][] spikes = Received.dense(noise);
        int next = 0;
        for (int step = 0; step < STEPS; step++) {
            for (int sample = 0; sample < 2; sample++) {
                for (int out = 0; out < sizes.out; out++) {
                    for (int position = 0; position < sizes.targetShape().size() / sizes.out; position++) {
                        double expected =
                                step == 0 ? 0 : correlation(spikes[step - 1][sample], sizes, w, out, position, index);
                        assertThat(v.asDouble(next++)).isEqualTo(expected);
                    }
                }
            }
        }
    }

    private static double correlation(
            byte[] spikes, Sizes sizes, FloatArray w, int out, int position, WeightIndex index) {
        int[] source = sizes.source;
        int[] kernel = sizes.kernel;
        int a0 = position / (sizes.target[1] * sizes.target[2]) * sizes.stride[0] - sizes.padding[0];
        int b0 = position / sizes.target[2] % sizes.target[1] * sizes.stride[1] - sizes.padding[1];
        int c0 = position % sizes.target[2] * sizes.stride[2] - sizes.padding[2];
        double sum = 0;
        int inKernel = 0;
        for (int channel = 0; channel < sizes.channels; channel++) {
            for (int a = a0; a < a0 + kernel[0]; a++) {
                for (int b = b0; b < b0 + kernel[1]; b++) {
                    for (int c = c0; c < c0 + kernel[2]; c++, inKernel++) {
                        if (a >= 0 && a < source[0] && b >= 0 && b < source[1] && c >= 0 && c < source[2]) {
                            int neuron = ((channel * source[0] + a) * source[1] + b) * source[2] + c;
                            sum += spikes[neuron] * w.get(index.at(out, position, inKernel));
                        }
                    }
                }
            }
        }
        return sum;
    }

    /** A vertical edge in a picture of 3 by 4, a kernel that looks for one, not turned round. */
    @Test
    void kernelIsNotFlipped() {
        FloatArray kernel = FloatArray.of(Shape.of(1, 1, 1, 2), -1, 1);
        Topology edges = new Convolution(new Weights.Given(kernel), Windows.of(1, 2), Plasticity.FIXED);
        int[] on = {0};
        int[] off = {};
        SpikeBatch picture = new SpikeBatch(List.of(Trains.of(2, off, off, on, on, off, off, on, on, off, on, on, on)
                .reshaped(Shape.of(1, 3, 4))));
        NdArray v = Received.by(edges, Shape.of(1, 3, 3), picture);
        assertThat(((FloatArray) v).values()).endsWith(0, 1, 0, 0, 1, 0, 1, 0, 0);
    }
}
