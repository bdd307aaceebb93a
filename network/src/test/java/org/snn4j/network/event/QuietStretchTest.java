package org.snn4j.network.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.snn4j.network.Connection;
import org.snn4j.network.Currents;
import org.snn4j.network.Engine;
import org.snn4j.network.Layer;
import org.snn4j.network.Monitor;
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
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Norm;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.spikes.Stimulus;

/** Steps passed over, many at a time or each by itself, against the same steps taken one by one, bit by bit. */
class QuietStretchTest {
    private static final int SOURCES = 23;
    private static final int STEPS = 40;

    private enum Way {
        /** As many quiet steps at a time as there are. */
        MANY,
        /** Quiet steps one at a time: what inputs do is recorded. */
        SINGLE,
        /** Every step in full: a mask, though it lets every synapse be, is not for quiet steps. */
        PLAIN
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void quietStepsAreTheSameStepsToTheBit(@ForAll @IntRange(min = 1, max = 100) int targets, @ForAll long seed) {
        List<Object> plain = history(targets, seed, Way.PLAIN);
        assertThat(history(targets, seed, Way.MANY)).isEqualTo(plain);
        assertThat(history(targets, seed, Way.SINGLE)).isEqualTo(plain);
    }

    /** The dense connection from X, by a way. */
    private static Dense by(Way way, Dense dense, int targets) {
        return way == Way.PLAIN
                ? dense.masked(ByteArray.of(Shape.of(SOURCES, targets), new byte[SOURCES * targets]))
                : dense;
    }

    @Test
    void aRunWithoutOutputSpikesTakesTwoCalls() {
        Network network = network(new Random(0), 20, Way.MANY);
        try (Stepper stepper = Engine.event().open(network, 0, 1)) {
            stepper.begin(Run.of("X", Trains.random(SOURCES, STEPS, 0.001, new Random(1)), STEPS));
            assertThat(stepper.steps(STEPS)).isEqualTo(1);
            assertThat(stepper.steps(STEPS - 1)).isEqualTo(STEPS - 1);
        }
    }

    /** Runs of all kinds after each other, what was recorded, and what they left. */
    private static List<Object> history(int targets, long seed, Way way) {
        Random random = new Random(seed);
        List<Object> seen = new ArrayList<>();
        try (Simulation simulation = network(random, targets, way).simulate(Engine.event(), seed)) {
            if (way == Way.SINGLE) {
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

    /** What a network has besides X, E and I: something to do between the spikes of X, or more than one input. */
    static Stream<Arguments> otherForms() {
        Dense dense = Dense.uniform(0, 2);
        Dense biased = Dense.uniform(0, 1).biased(FloatArray.of(Shape.of(5), 0.1f, 0.2f, 0.3f, 0.4f, 0.5f));
        return Stream.of(
                form("a second target", n -> n.layer("J", LIF.defaults(), 5).connect("X", "J", Dense.uniform(14, 20))),
                form("a second input", n -> n.layer("T", new Input(), 5).connect("T", "I", OneToOne.of(25))),
                form("a second input of the target", n -> n.layer("T", new Input(), 5)
                        .connect("T", "E", dense)),
                form("an input that reaches nothing", n -> n.layer("T", new Input(), 5)),
                form("the input's spikes, one to one", n -> n.layer("J", LIF.defaults(), SOURCES)
                        .connect("X", "J", OneToOne.of(20))),
                form("delays", n -> n.connect(new Connection("E", "I", OneToOne.of(25), 7))
                        .connect(new Connection("I", "E", AllButSelf.of(2), 4))),
                form("traces", n -> n.layer(Layer.of("J", LIF.defaults(), 5).withTrace(Trace.adding(20)))
                        .connect("E", "J", OneToOne.of(25))),
                form("partners that rest for long", n -> n.layer(
                                "J", LIF.builder().refractory(30).build(), 5)
                        .connect("E", "J", OneToOne.of(25))),
                form("a bias", n -> n.connect("I", "E", biased)),
                form(
                        "weights that decay",
                        n -> n.connect("I", "E", Dense.uniform(0, 2).weightDecay(0.01))),
                form("neurons that fire by themselves", n -> n.layer(
                                "J", LIF.builder().rest(-50).refractory(6).build(), 5)
                        .connect("J", "E", OneToOne.of(3))));
    }

    private static Arguments form(String what, UnaryOperator<Network.Builder> more) {
        return arguments(what, more);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherForms")
    void nothingIsPassedOverInNetworksOfOtherForms(String what, UnaryOperator<Network.Builder> more) {
        List<Map<String, NdArray>> plain = drivenFromOutside(form(more, Way.PLAIN));
        assertThat(drivenFromOutside(form(more, Way.MANY))).isEqualTo(plain);
        assertThat(plain.get(2).get("E.s")).isNotEqualTo(plain.get(0).get("E.s"));
    }

    private static Network form(UnaryOperator<Network.Builder> more, Way way) {
        Network.Builder common = Network.builder()
                .layer("X", new Input(), SOURCES)
                .layer("E", quick(), 5)
                .layer("I", LIF.defaults(), 5)
                .connect("X", "E", by(way, Dense.uniform(0, 3), 5))
                .connect("I", "E", AllButSelf.of(-3));
        return more.apply(common).build();
    }

    private static DiehlAndCook quick() {
        return DiehlAndCook.builder().threshold(-58).reset(-65).thetaPlus(0.5).build();
    }

    /** A run with spikes of X; with those of T, where there is one, and a current into I; with voltage into E. */
    private static List<Map<String, NdArray>> drivenFromOutside(Network network) {
        Map<String, Stimulus> inputs = new HashMap<>(Map.of("X", Trains.random(SOURCES, STEPS, 0.02, new Random(1))));
        Run spikes = Run.of(inputs, STEPS);
        if (network.layers().stream().anyMatch(layer -> layer.name().equals("T"))) {
            inputs.put("T", Trains.random(5, STEPS, 0.1, new Random(2)));
        }
        inputs.put("I", Currents.constant(5, STEPS, 1));
        FloatArray voltage = FloatArray.of(Shape.of(5), 0.2f, 0.4f, 0.6f, 0.8f, 1);
        return Stream.of(spikes, Run.of(inputs, STEPS), spikes.injectVoltage("E", voltage))
                .map(run -> recorded(network, run))
                .toList();
    }

    /** The spikes of all but the inputs in a run, and all variables in the run after it. */
    private static Map<String, NdArray> recorded(Network network, Run run) {
        try (Simulation simulation = network.simulate(Engine.event(), 3)) {
            List<Recording> spikes = network.layers().stream()
                    .filter(layer -> !(layer.neurons() instanceof Input))
                    .map(layer -> simulation.record(layer.name(), Variable.SPIKES))
                    .toList();
            simulation.run(run);
            Map<String, NdArray> recorded = new HashMap<>();
            spikes.forEach(recording -> recorded.put(recording.name(), recording.values()));
            Monitor afterwards = simulation.monitor(Retention.LAST_RUN);
            simulation.run(Map.of(), 3);
            afterwards.arrays().forEach((name, values) -> recorded.put(name + " afterwards", values));
            return recorded;
        }
    }

    private static Network network(Random random, int targets, Way way) {
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
                .connect("X", "E", by(way, normed, targets))
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
