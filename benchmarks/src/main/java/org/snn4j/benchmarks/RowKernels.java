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

/** Kernels that add rows of weights, or something like it, to one value for each neuron. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RowKernels {
    /** The rows of all inputs that fire in a step. */
    @Benchmark
    public void addRows(KernelArrays a) {
        Kernels.addRows(a.input, a.rows, a.spiking, a.spiking.length);
    }

    @Benchmark
    public void add(KernelArrays a) {
        Kernels.add(a.input, a.v);
    }

    @Benchmark
    public void addConstant(KernelArrays a) {
        Kernels.add(a.input, a.one);
    }

    @Benchmark
    public void addAt(KernelArrays a) {
        Kernels.addAt(a.input, a.fired, a.fired.length, a.one);
    }

    @Benchmark
    public void addScaled(KernelArrays a) {
        Kernels.addScaled(a.input, a.v, a.one);
    }
}
