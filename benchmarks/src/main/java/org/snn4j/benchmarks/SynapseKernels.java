package org.snn4j.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.snn4j.network.event.Kernels;

/** Kernels that learn, clip and normalise: a few columns of one row, or one column of many rows. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SynapseKernels {
    @Benchmark
    public void clamp(KernelArrays a) {
        Kernels.clamp(a.rows[0], a.fired, a.fired.length, 0, 1);
    }

    @Benchmark
    public void clampColumn(KernelArrays a) {
        Kernels.clampColumn(a.rows, a.fired[1], a.active, a.active.length, 0, 1);
    }

    @Benchmark
    public void addToColumn(KernelArrays a) {
        Kernels.addToColumn(a.rows, a.fired[1], a.perInput, a.one);
    }

    @Benchmark
    public void moveInto(KernelArrays a) {
        Kernels.moveInto(a.rows[0], a.changes, a.fired, a.fired.length);
    }

    /** Over all rows, as to normalise the neurons that have fired. */
    @Benchmark
    public void addMagnitudes(KernelArrays a) {
        for (float[] row : a.rows) {
            Kernels.addMagnitudes(a.sums, row, a.fired, a.fired.length);
        }
    }

    /** The same for a length. */
    @Benchmark
    public void addSquares(KernelArrays a) {
        for (float[] row : a.rows) {
            Kernels.addSquares(a.sums, row, a.fired, a.fired.length);
        }
    }

    /** Over all rows, as to normalise the neurons that have fired. */
    @Benchmark
    public void scaleColumns(KernelArrays a) {
        for (float[] row : a.rows) {
            Kernels.scaleColumns(row, a.fired, a.fired.length, a.factors);
        }
    }
}
