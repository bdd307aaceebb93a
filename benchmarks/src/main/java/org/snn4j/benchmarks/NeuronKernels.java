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

/** Kernels over one value for each neuron, as a step of a layer runs them. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class NeuronKernels {
    @Benchmark
    public void leakAndAdd(KernelArrays a) {
        Kernels.leakAndAdd(a.v, KernelArrays.REST, KernelArrays.DECAY, a.input);
    }

    @Benchmark
    public void leak(KernelArrays a) {
        Kernels.leak(a.v, KernelArrays.REST, KernelArrays.DECAY);
    }

    @Benchmark
    public void snapToZero(KernelArrays a) {
        Kernels.snapToZero(a.v);
    }

    /** Nobody crosses, as in most steps. */
    @Benchmark
    public int crossings(KernelArrays a) {
        a.crossed.clear();
        Kernels.crossings(a.v, KernelArrays.THRESHOLD, a.crossed);
        return a.crossed.count();
    }

    /** Nobody crosses, as in most steps. */
    @Benchmark
    public int leakAddCross(KernelArrays a) {
        a.crossed.clear();
        Kernels.leakAddCross(
                a.v, KernelArrays.REST, KernelArrays.DECAY, a.input, KernelArrays.THRESHOLD, a.theta, a.crossed);
        return a.crossed.count();
    }

    /** Nobody crosses, as in most steps. */
    @Benchmark
    public int decayLeakAddCross(KernelArrays a) {
        a.crossed.clear();
        Kernels.decayLeakAddCross(
                a.one, a.v, KernelArrays.REST, KernelArrays.DECAY, a.input, KernelArrays.THRESHOLD, a.theta, a.crossed);
        return a.crossed.count();
    }

    @Benchmark
    public void atLeast(KernelArrays a) {
        Kernels.atLeast(a.v, KernelArrays.REST);
    }

    @Benchmark
    public void atMost(KernelArrays a) {
        Kernels.atMost(a.v, KernelArrays.THRESHOLD);
    }

    @Benchmark
    public void scale(KernelArrays a) {
        Kernels.scale(a.theta, a.one);
    }
}
