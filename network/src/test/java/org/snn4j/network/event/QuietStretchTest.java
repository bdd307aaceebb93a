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
import org.junit.jupiter.api.Test;
import org.snn4j.network.Engine;
import org.snn4j.network.Layer;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
import org.snn4j.network.Retention;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Stepper;
import org.snn4j.network.Trace;
import org.snn4j.network.Trains;
import org.snn4j.network.Variable;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Norm;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;

/**
 * Steps taken many at a time against the same steps taken one by one, bit by bit. Who records what inputs do makes the simulation
 * take the second way.
 */
class QuietStretchTest {
    private static final int SOURCES = 23;
    private static final int STEPS = 40;

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void manyStepsAtOnceAreTheSameStepsToTheBit(@ForAll @IntRange(min = 1, max = 100) int targets, @ForAll long seed) {
        assertThat(history(targets, seed, false)).isEqualTo(history(targets, seed, true));
    }

    @Test
    void aRunWithoutOutputSpikesTakesTwoCalls() {
        Network network = network(new Random(0), 20);
        try (Stepper stepper = Engine.event().open(network, 0, 1)) {
            stepper.begin(Run.of("X", Trains.random(SOURCES, STEPS, 0.001, new Random(1)), STEPS));
            assertThat(stepper.steps(STEPS)).isEqualTo(1);
            assertThat(stepper.steps(STEPS - 1)).isEqualTo(STEPS - 1);
        }
    }

    /** Runs of all kinds after each other, what was recorded, and what they left. */
    private static List<Object> history(int targets, long seed, boolean oneByOne) {
        Random random = new Random(seed);
        List<Object> seen = new ArrayList<>();
        try (Simulation simulation = network(random, targets).simulate(Engine.event(), seed)) {
            if (oneByOne) {
                simulation.record("X", Variable.SPIKES);
            }
            Recording excitatory = simulation.record("E", Variable.SPIKES);
            Recording inhibitory = simulation.record("I", Variable.SPIKES, Retention.lastSteps(STEPS + 9));
            for (int run = 0; run < 8; run++) {
                simulation.run(run(random, targets));
                seen.addAll(List.of(excitatory.values(), inhibitory.values(), simulation.learned()));
                if (random.nextBoolean()) {
                    simulation.reset();
                }
            }
            List<Recording> potentials =
                    List.of(simulation.record("E", Variable.VOLTAGE), simulation.record("I", Variable.VOLTAGE));
            simulation.run(run(random, targets));
            potentials.forEach(recording -> seen.add(recording.values()));
        }
        return seen;
    }

    private static Network network(Random random, int targets) {
        DiehlAndCook neurons = DiehlAndCook.builder()
                .threshold(-60)
                .thetaPlus(0.5)
                .refractory(3)
                .lowerBound(random.nextBoolean() ? -70 : Double.NEGATIVE_INFINITY)
                .oneSpike(random.nextBoolean())
                .build();
        LIF partners =
                LIF.builder().rest(-60).reset(-45).threshold(-40).refractory(2).build();
        Dense dense = Dense.uniform(-0.2, 0.6).bounds(0, 1).learning(new PostPre(0.02, 0.1));
        Norm norm = random.nextBoolean() ? Norm.ofSum(6) : Norm.ofLength(1.5);
        Dense normed = random.nextBoolean() ? dense.norm(norm) : dense;
        return Network.builder()
                .layer(Layer.of("X", new Input(), SOURCES).withTrace(Trace.replacing(20)))
                .layer(Layer.of("E", neurons, targets).withTrace(Trace.replacing(10)))
                .layer(Layer.of("I", partners, targets))
                .connect("X", "E", normed)
                .connect("E", "I", OneToOne.of(22.5))
                .connect("I", "E", AllButSelf.of(-3))
                .build();
    }

    private static Run run(Random random, int targets) {
        Run run = Run.of("X", Trains.random(SOURCES, STEPS, 0.1, random), STEPS).ofSample(random.nextInt(100));
        return switch (random.nextInt(8)) {
            case 0, 1 -> run.frozen();
            case 2 -> run.clamp("X", once(SOURCES, random));
            case 3 -> run.unclamp("E", once(targets, random));
            case 4 -> run.oneStep();
            case 5 -> Run.of(Map.of(), STEPS);
            default -> run;
        };
    }

    private static ByteArray once(int neurons, Random random) {
        byte[] one = new byte[neurons];
        one[random.nextInt(neurons)] = 1;
        return ByteArray.of(Shape.of(neurons), one);
    }
}
