package org.snn4j.network.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.snn4j.network.Engine;
import org.snn4j.network.Layer;
import org.snn4j.network.Network;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trace;
import org.snn4j.network.Trains;
import org.snn4j.network.Variable;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;

/**
 * What a run leaves for the garbage collector once everything is compiled and has grown to its size, as the JVM counts it for this
 * thread: a few small objects, however many steps there are.
 */
class AllocationTest {
    private static final int SOURCES = 50;
    private static final int NEURONS = 40;
    private static final int STEPS = 500;
    /**
     * Optionals, iterators and the values that say what reaches a layer: bytes of a run, two to five thousand by what the compiler
     * saw through. One object for each step would be {@link #STEPS} times 64.
     */
    private static final long SMALL_CHANGE = 8192;

    private static final int RUNS = 200;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void aLearningRunAllocatesNothingPerStep() {
        assertThat(leastAllocated(run -> run)).isLessThan(SMALL_CHANGE);
    }

    @Test
    void aFrozenRunAllocatesNothingPerStep() {
        assertThat(leastAllocated(Run::frozen)).isLessThan(SMALL_CHANGE);
    }

    /** Bytes per run: tried again until it is few, since code that is not compiled yet allocates more. */
    private static long leastAllocated(UnaryOperator<Run> kind) {
        Random random = new Random(1);
        List<Run> runs = IntStream.range(0, 20)
                .mapToObj(k -> Run.of("X", Trains.random(SOURCES, STEPS, 0.05, random), STEPS))
                .map(kind)
                .toList();
        long least = Long.MAX_VALUE;
        try (Simulation simulation = network().simulate(Engine.event(1), 1)) {
            simulation.record("E", Variable.SPIKES);
            for (int trial = 0; trial < 100 && least >= SMALL_CHANGE; trial++) {
                least = Math.min(least, allocated(simulation, runs));
            }
        }
        return least;
    }

    private static long allocated(Simulation simulation, List<Run> runs) {
        long thread = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        for (int k = 0; k < RUNS; k++) {
            simulation.run(runs.get(k % runs.size()));
            simulation.reset();
        }
        return (THREADS.getThreadAllocatedBytes(thread) - before) / RUNS;
    }

    private static Network network() {
        LIF partners =
                LIF.builder().rest(-60).reset(-45).threshold(-40).refractory(2).build();
        return Network.builder()
                .layer(Layer.of("X", new Input(), SOURCES).withTrace(Trace.replacing(20)))
                .layer(Layer.of("E", DiehlAndCook.defaults(), NEURONS).withTrace(Trace.replacing(20)))
                .layer(Layer.of("I", partners, NEURONS))
                .connect("X", "E", Dense.uniform(0, 0.3).bounds(0, 1).norm(20).learning(new PostPre(1e-4, 1e-2)))
                .connect("E", "I", OneToOne.of(22.5))
                .connect("I", "E", AllButSelf.of(-120))
                .build();
    }
}
