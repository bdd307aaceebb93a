package org.snn4j.network.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snn4j.network.Connection;
import org.snn4j.network.Engine;
import org.snn4j.network.Layer;
import org.snn4j.network.Monitor;
import org.snn4j.network.Network;
import org.snn4j.network.Receptor;
import org.snn4j.network.Recording;
import org.snn4j.network.Retention;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trace;
import org.snn4j.network.Trains;
import org.snn4j.network.Variable;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Norm;
import org.snn4j.network.learning.Hebbian;
import org.snn4j.network.learning.LearningRule;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.neuron.ConductanceLIF;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.Input;

/**
 * What works the input of a whole run out ahead and learns in columns apart, against the same connection run step by step in
 * rows, bit by bit. A mask that lets every synapse be makes the engine take the second way.
 */
class InputProjectionTest {
    private static final int SOURCES = 23;
    private static final int STEPS = 40;

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void isTheDenseProjectionToTheBit(@ForAll @IntRange(min = 1, max = 150) int targets, @ForAll long seed) {
        assertThat(history(targets, seed, false, 1)).isEqualTo(history(targets, seed, true, 1));
    }

    /** With a second thread that prepares the next run, whether the right one was announced, another or none. */
    @Property(tries = 10, edgeCases = EdgeCasesMode.NONE)
    void aSecondThreadChangesNothing(@ForAll @IntRange(min = 2048, max = 2100) int targets, @ForAll long seed) {
        assertThat(history(targets, seed, false, 2)).isEqualTo(history(targets, seed, true, 1));
    }

    /** Runs of all kinds after each other, and everything they left. */
    private static List<Object> history(int targets, long seed, boolean masked, int threads) {
        Random random = new Random(seed);
        Random announcements = new Random(seed);
        Dense dense = dense(random);
        Dense used = masked ? unmasked(dense, targets) : dense;
        Network network = network(used, targets);
        List<Object> seen = new ArrayList<>();
        try (Simulation simulation = network.simulate(Engine.event(threads), seed)) {
            Recording spikes = simulation.record("Y", Variable.SPIKES);
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            Run next = run(random, targets);
            for (int run = 0; run < 8; run++) {
                Run now = next;
                next = run(random, targets);
                switch (announcements.nextInt(6)) {
                    case 0 -> simulation.announce(run(announcements, targets));
                    case 1 -> {}
                    default -> simulation.announce(next);
                }
                simulation.run(now);
                seen.addAll(List.of(spikes.values(), v.values(), simulation.weights("X", "Y")));
                if (random.nextBoolean()) {
                    simulation.reset();
                }
                if (random.nextInt(4) == 0) {
                    simulation.restore(simulation.learned());
                }
            }
        }
        return seen;
    }

    @ParameterizedTest
    @EnumSource(Receptor.class)
    void eitherReceptorReceivesTheSameByBothWays(Receptor receptor) {
        Map<String, NdArray> ahead = conductances(receptor, Dense.uniform(0, 0.3));
        assertThat(ahead).isEqualTo(conductances(receptor, unmasked(Dense.uniform(0, 0.3), 7)));
        String variable = receptor == Receptor.EXCITATORY ? "Y.ge" : "Y.gi";
        assertThat(((FloatArray) ahead.get(variable)).get(STEPS * 7 - 1)).isPositive();
    }

    /** The other receptor has a connection of its own, which comes second. */
    private static Map<String, NdArray> conductances(Receptor receptor, Dense first) {
        Receptor other = receptor == Receptor.EXCITATORY ? Receptor.INHIBITORY : Receptor.EXCITATORY;
        Network network = Network.builder()
                .layer("X", new Input(), SOURCES)
                .layer("Y", ConductanceLIF.defaults(), 7)
                .connect(new Connection("X", "Y", first).onto(receptor))
                .connect(new Connection("X", "Y", Dense.uniform(0, 0.1)).onto(other))
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 5)) {
            Monitor monitor = simulation.monitor(Retention.LAST_RUN);
            simulation.run(Run.of("X", Trains.random(SOURCES, STEPS, 0.1, new Random(2)), STEPS));
            return monitor.arrays();
        }
    }

    /** The same with a mask that lets every synapse be. */
    private static Dense unmasked(Dense dense, int targets) {
        return dense.masked(ByteArray.of(Shape.of(SOURCES, targets), new byte[SOURCES * targets]));
    }

    private static Dense dense(Random random) {
        LearningRule rule = random.nextBoolean() ? new PostPre(0.02, 0.1) : new Hebbian(0.01, -0.05);
        Dense dense = Dense.uniform(-0.2, 1.2).bounds(0, 1);
        Dense normed =
                switch (random.nextInt(4)) {
                    case 0 -> dense.norm(9);
                    case 1 -> dense.norm(Norm.ofLength(2));
                    default -> dense;
                };
        return random.nextInt(4) > 0 ? normed.learning(rule) : normed;
    }

    private static Network network(Dense dense, int targets) {
        DiehlAndCook neurons = DiehlAndCook.builder()
                .threshold(-60)
                .thetaPlus(0.5)
                .refractory(2)
                .build();
        return Network.builder()
                .layer(Layer.of("X", new Input(), SOURCES).withTrace(Trace.replacing(20)))
                .layer(Layer.of("Y", neurons, targets).withTrace(Trace.replacing(10)))
                .connect("X", "Y", dense)
                .connect("Y", "Y", AllButSelf.of(-3))
                .build();
    }

    private static Run run(Random random, int targets) {
        Run run = Run.of("X", Trains.random(SOURCES, STEPS, 0.1, random), STEPS).ofSample(random.nextInt(100));
        return switch (random.nextInt(6)) {
            case 0 -> run.frozen();
            case 1 -> run.clamp("X", once(SOURCES, random));
            case 2 -> run.unclamp("X", once(SOURCES, random));
            case 3 -> run.clamp("Y", once(targets, random));
            case 4 -> run.oneStep().injectVoltage("Y", FloatArray.of(Shape.of(targets), new float[targets]));
            default -> run;
        };
    }

    private static ByteArray once(int neurons, Random random) {
        byte[] one = new byte[neurons];
        one[random.nextInt(neurons)] = 1;
        return ByteArray.of(Shape.of(neurons), one);
    }
}
