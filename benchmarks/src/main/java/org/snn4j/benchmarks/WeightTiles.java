package org.snn4j.benchmarks;

import static org.snn4j.network.kernel.CacheLine.LEAD;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.snn4j.network.kernel.ArrayKernels;
import org.snn4j.network.kernel.Philox;

/** What array kernels work on for one tile of a weight matrix, and for one cache line of columns that learn. */
@State(Scope.Thread)
public class WeightTiles {
    static final int BLOCKS = 8;

    final ArrayKernels kernels = ArrayKernels.fastest();
    final int width = kernels.tileWidth();
    final float[][] tile = new float[KernelArrays.INPUTS][LEAD + width];
    final float[][] columns = new float[KernelArrays.INPUTS][LEAD + ArrayKernels.LANES];
    final float[] scratch = new float[LEAD + width];
    final float[] sums = new float[width];
    final double[] columnSums = new double[ArrayKernels.LANES];
    final float[] change = new float[LEAD + ArrayKernels.LANES];
    /** Inputs that fire in a step. */
    final int[] spiking = KernelArrays.inputsOfAStep();
    /** Where those of a step begin and end. */
    final int[] ofSpikes = {0, spiking.length};
    /** Inputs that an image makes fire. */
    final int[] active =
            IntStream.range(0, KernelArrays.INPUTS).filter(i -> i % 5 == 0).toArray();

    final Philox.Key key = new Philox.Key(1, 2);
    final int[] numbers = new int[active.length * BLOCKS * Philox.LANES];

    @Setup
    public void fill() {
        for (int i = 0; i < KernelArrays.INPUTS; i++) {
            Arrays.fill(tile[i], 0.1f + i * 1e-4f);
            Arrays.fill(columns[i], 0.1f + i * 1e-4f);
        }
        Arrays.fill(change, 1e-6f);
    }
}
