package org.snn4j.benchmarks;

import java.util.ArrayList;
import java.util.List;
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
import org.snn4j.network.Connection;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.learning.Hebbian;
import org.snn4j.network.learning.LearningRule;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.learning.WeightDependentPostPre;

/**
 * The guard of a trap: a loop over synapses that three rules share calls their laws through an interface, and costs fifteen
 * times more. A digit's training with PostPre must take as long where two other rules have learned before in the same process
 * as where none has.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LoadedRules {
    private static final int LEARNED_FROM = 500;

    /** Which rules have been at work before the measurement. */
    public enum Loaded {
        POST_PRE_ALONE,
        THREE_RULES
    }

    @Param
    private Loaded loaded;

    @Param("400")
    private int neurons;

    private DigitNetwork network;
    private LearnedState learned;

    @Setup
    public void learnFirst() {
        if (loaded == Loaded.THREE_RULES) {
            learnWith(new Hebbian(1e-4, 1e-4));
            learnWith(new WeightDependentPostPre(1e-4, 1e-2));
        }
        network = new DigitNetwork(network(new PostPre(1e-4, 1e-2)));
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

    private void learnWith(LearningRule rule) {
        try (DigitNetwork other = new DigitNetwork(network(rule))) {
            other.learn(LEARNED_FROM);
        }
    }

    /** The published network with another rule on its first connection, from the inputs. */
    private Network network(LearningRule rule) {
        Network published = DiehlAndCook2015.ofNeurons(neurons).network();
        List<Connection> connections = new ArrayList<>(published.connections());
        Connection inputs = connections.get(0);
        Dense weights = (Dense) inputs.topology();
        connections.set(0, new Connection(inputs.source(), inputs.target(), weights.learning(rule)));
        return new Network(published.dt(), published.layers(), connections);
    }
}
