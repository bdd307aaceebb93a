package org.snn4j.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.network.LearnedState;
import org.snn4j.network.spikes.SpikeTrain;

/**
 * One step of a network that is shown digits whose spikes are there already. It is measured over whole digits, with their
 * share of what a digit begins and ends with: reset and normalisation.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Steps {
    private static final int LEARNED_FROM = 1000;
    private static final int TRAINS = 500;

    @Param({"100", "400", "1600", "6400"})
    private int neurons;

    private DigitNetwork network;
    private LearnedState learned;
    private SpikeTrain[] trains;
    private int next;

    @Setup
    public void learnFirst() {
        network = new DigitNetwork(DiehlAndCook2015.ofNeurons(neurons).network());
        network.learn(LEARNED_FROM);
        learned = network.learned();
        trains = Stream.generate(network::encode).limit(TRAINS).toArray(SpikeTrain[]::new);
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
    @OperationsPerInvocation(DigitNetwork.STEPS)
    public int[] training() {
        return network.learn(digit());
    }

    @Benchmark
    @OperationsPerInvocation(DigitNetwork.STEPS)
    public int[] frozen() {
        return network.answer(digit());
    }

    private SpikeTrain digit() {
        next = (next + 1) % TRAINS;
        return trains[next];
    }
}
