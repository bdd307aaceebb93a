package org.snn4j.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.network.LearnedState;

/** One digit from its pixels to the counts of the neurons, in 250 steps: what training and testing repeat. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Samples {
    /** After so many digits a network no longer fires as at the beginning. */
    private static final int LEARNED_FROM = 1000;

    @Param({"100", "400", "1600", "6400"})
    private int neurons;

    private DigitNetwork network;
    private LearnedState learned;

    @Setup
    public void learnFirst() {
        network = new DigitNetwork(DiehlAndCook2015.ofNeurons(neurons).network());
        network.learn(LEARNED_FROM);
        learned = network.learned();
    }

    /** Every iteration begins with the same weights. */
    @Setup(Level.Iteration)
    public void restore() {
        network.restore(learned);
    }

    @TearDown
    public void close() {
        network.close();
    }

    @Benchmark
    public int[] training() {
        return network.learn(network.encode());
    }

    @Benchmark
    public int[] frozen() {
        return network.answer(network.encode());
    }
}
