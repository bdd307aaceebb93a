package org.snn4j.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.snn4j.network.kernel.ArrayKernels;

/** The array kernels of the set that the machine runs best, as a connection from inputs runs them in a step. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TileKernels {
    private static final float LOW = 0;
    private static final float HIGH = 1;

    @Benchmark
    public void sumRows(WeightTiles w) {
        w.kernels.sumRows(w.tile, w.width, w.spiking, w.ofSpikes, 0, 1, w.scratch, w.sums, 0, 0);
    }

    @Benchmark
    public void addClamped(WeightTiles w) {
        for (int input : w.spiking) {
            w.kernels.addClamped(w.columns[input], w.change, ArrayKernels.LANES, LOW, HIGH);
        }
    }

    @Benchmark
    public void add(WeightTiles w) {
        for (int input : w.spiking) {
            w.kernels.add(w.columns[input], w.change, ArrayKernels.LANES);
        }
    }

    @Benchmark
    public void clamp(WeightTiles w) {
        for (int input : w.spiking) {
            w.kernels.clamp(w.columns[input], ArrayKernels.LANES, LOW, HIGH);
        }
    }

    @Benchmark
    public void addClampedAndSum(WeightTiles w) {
        w.kernels.addClampedAndSum(
                w.columns, ArrayKernels.LANES, w.spiking, 0, w.spiking.length, w.change, LOW, HIGH, w.sums);
    }

    @Benchmark
    public void sumMagnitudes(WeightTiles w) {
        w.kernels.sumMagnitudes(w.columns, ArrayKernels.LANES, w.columnSums);
    }

    @Benchmark
    public void sumSquares(WeightTiles w) {
        w.kernels.sumSquares(w.columns, ArrayKernels.LANES, w.columnSums);
    }

    /** Nobody crosses, as in most steps. */
    @Benchmark
    public boolean leakAddReaches(WeightTiles w, KernelArrays a) {
        return w.kernels.leakAddReaches(
                a.v, KernelArrays.REST, KernelArrays.DECAY, a.input, 0, KernelArrays.THRESHOLD, a.theta, a.changes);
    }

    @Benchmark
    public void scale(WeightTiles w, KernelArrays a) {
        w.kernels.scale(a.theta, a.one, a.changes);
    }

    @Benchmark
    public int crossings(WeightTiles w, KernelArrays a) {
        return w.kernels.crossings(a.v, KernelArrays.THRESHOLD, a.found);
    }

    @Benchmark
    public int leakAddCross(WeightTiles w, KernelArrays a) {
        return w.kernels.leakAddCross(
                a.v, KernelArrays.REST, KernelArrays.DECAY, a.input, KernelArrays.THRESHOLD, a.theta, a.found);
    }

    @Benchmark
    public void philox(WeightTiles w) {
        w.kernels.philox(w.key, 1, w.active, w.active.length, WeightTiles.BLOCKS, w.numbers);
    }
}
