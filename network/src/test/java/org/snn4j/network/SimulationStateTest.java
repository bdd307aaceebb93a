package org.snn4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.LongArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Convolution;
import org.snn4j.network.connection.Delays;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Local;
import org.snn4j.network.connection.MaxPool;
import org.snn4j.network.connection.Norm;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.connection.Plasticity;
import org.snn4j.network.connection.Sparse;
import org.snn4j.network.connection.Topology;
import org.snn4j.network.connection.Weights;
import org.snn4j.network.connection.Windows;
import org.snn4j.network.learning.DiehlAndCookRule;
import org.snn4j.network.learning.LearningRule;
import org.snn4j.network.learning.MSTDP;
import org.snn4j.network.learning.MSTDPET;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.learning.Rates;
import org.snn4j.network.learning.Reduction;
import org.snn4j.network.learning.Rmax;
import org.snn4j.network.learning.Triplet;
import org.snn4j.network.learning.WeightDependentPostPre;
import org.snn4j.network.neuron.AdaptiveLIF;
import org.snn4j.network.neuron.BoostedLIF;
import org.snn4j.network.neuron.CSRM;
import org.snn4j.network.neuron.ConductanceLIF;
import org.snn4j.network.neuron.CurrentLIF;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.IF;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.Izhikevich;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.neuron.McCullochPitts;
import org.snn4j.network.neuron.NeuronModel;
import org.snn4j.network.neuron.SRM0;
import org.snn4j.network.spikes.SpikeBatch;

/** Oracle: the simulation that was never stopped. */
class SimulationStateTest {
    private static final Shape LAYER = Shape.of(2, 3);
    private static final int STEPS = 30;
    private static final Rates NU = new Rates(0.02, 0.03);

    private static List<NeuronModel> models() {
        return List.of(
                LIF.defaults(),
                IF.defaults(),
                BoostedLIF.defaults(),
                CurrentLIF.defaults(),
                AdaptiveLIF.defaults(),
                DiehlAndCook.builder().thetaHalf(0.1).build(),
                ConductanceLIF.defaults(),
                Izhikevich.defaults(),
                McCullochPitts.defaults(),
                CSRM.builder().build(),
                SRM0.defaults());
    }

    private static List<LearningRule> rules() {
        return List.of(
                new PostPre(NU, Reduction.SUM),
                new WeightDependentPostPre(NU, Reduction.SUM),
                new DiehlAndCookRule(0.02, 0.3, 0.7, Reduction.SUM),
                new Triplet(NU, new Rates(0.01, 0.02), 30, 40, Reduction.SUM),
                new MSTDP(NU, 20, 15, Reduction.SUM),
                new MSTDPET(NU, 20, 15, 10, Reduction.SUM));
    }

    private static List<Topology> kinds(Plasticity plasticity) {
        Weights weights = new Weights.Uniform(0.1, 12);
        Windows windows = Windows.of(3).padding(1);
        Dense dense = new Dense(weights, plasticity, Optional.empty());
        return List.of(
                dense,
                dense.biased(FloatArray.of(LAYER, new float[LAYER.size()])),
                dense.delayed(new Delays.Uniform(0, 5)),
                dense.delayed(new Delays.Uniform(0, 5)).learningAtArrival(),
                new Sparse(
                        List.of(new Sparse.Synapse(0, 3), new Sparse.Synapse(4, 3), new Sparse.Synapse(5, 0)),
                        weights,
                        plasticity),
                new Convolution(weights, windows, plasticity.withTiming(Plasticity.Timing.ARRIVAL)),
                new Local(weights, windows, plasticity));
    }

    /** Four weights that sum to 8 lie beyond their bound of 1, so the next step that learns clips them, and they become equal. */
    @Test
    void weightsThatNormalisingPushedBeyondTheirBoundsAreClippedByWhoeverGoesOn() {
        for (LearningRule rule : rules()) {
            Network network = Network.builder()
                    .layer(Layer.of("X", new Input(), 4).withTrace(Trace.replacing(20)))
                    .layer(Layer.of("Y", LIF.defaults(), 3).withTrace(Trace.replacing(20)))
                    .connect(
                            "X",
                            "Y",
                            Dense.uniform(0.2, 0.9).bounds(0, 1).norm(8).learning(rule))
                    .build();
            try (Simulation stopped = network.simulate(Engine.event(), 3);
                    Simulation goingOn = network.simulate(Engine.event(), 3)) {
                stopped.run(Run.of(Map.of(), 5));
                assertThat(stopped.weights("X", "Y").values()).doesNotContain(2);
                goingOn.restore(stopped.state());
                goingOn.run(Run.of(Map.of(), 5));
                assertThat(goingOn.weights("X", "Y").values())
                        .as(rule.toString())
                        .containsOnly(2);
            }
        }
    }

    @Property(tries = 6, edgeCases = EdgeCasesMode.NONE)
    void everyModelGoesOnAsIfItHadNotBeenStopped(@ForAll @IntRange(min = 1, max = 2) int batch, @ForAll long seed) {
        Random random = new Random(seed);
        for (NeuronModel model : models()) {
            assertGoesOn(
                    network(model, pick(kinds(plasticity(new PostPre(NU, Reduction.SUM), random)), random), random),
                    batch,
                    random);
        }
    }

    @Property(tries = 4, edgeCases = EdgeCasesMode.NONE)
    void everyRuleOnEveryConnectionGoesOnAsIfItHadNotBeenStopped(
            @ForAll @IntRange(min = 1, max = 2) int batch, @ForAll long seed) {
        Random random = new Random(seed);
        for (LearningRule rule : rules()) {
            for (Topology topology : kinds(plasticity(rule, random))) {
                assertGoesOn(network(LIF.defaults(), topology, random), batch, random);
            }
        }
        for (Topology topology : kinds(plasticity(new Rmax(NU, 5, 10, Reduction.SUM), random))) {
            assertGoesOn(network(SRM0.defaults(), topology, random), batch, random);
        }
    }

    private static Plasticity plasticity(LearningRule rule, Random random) {
        Plasticity plasticity = Plasticity.FIXED.withRule(rule).withBounds(-1, 12);
        plasticity = random.nextBoolean() ? plasticity.withWeightDecay(0.002) : plasticity;
        return random.nextBoolean() ? plasticity.withNorm(Norm.ofLength(6)) : plasticity;
    }

    /** X drives Y, whose partners in Z, which mostly sleep, inhibit it; a window of Y drives P. */
    private static Network network(NeuronModel model, Topology learning, Random random) {
        Receptor inhibitory =
                model.receptors().contains(Receptor.INHIBITORY) ? Receptor.INHIBITORY : Receptor.EXCITATORY;
        double sign = inhibitory == Receptor.INHIBITORY ? 1 : -1;
        return Network.builder()
                .layer(Layer.of("X", new Input(), 2, 3).withTrace(Trace.adding(10)))
                .layer(Layer.of("Y", model, 2, 3).withTrace(Trace.replacing(12)))
                .layer("Z", LIF.defaults(), 2, 3)
                .layer("P", CurrentLIF.defaults(), 2, 3)
                .connect(new Connection("X", "Y", learning, random.nextInt(4)))
                .connect(new Connection("Y", "Z", OneToOne.of(22.5), random.nextInt(3)))
                .connect(new Connection("Z", "Y", AllButSelf.of(5 * sign), random.nextInt(3)).onto(inhibitory))
                .connect("Y", "P", new MaxPool(Windows.of(3).padding(1), 0.01, 15))
                .build();
    }

    private static void assertGoesOn(Network network, int batch, Random random) {
        List<Run> runs = IntStream.range(0, 4)
                .mapToObj(number -> run(network, batch, number, random))
                .toList();
        List<Boolean> resets = runs.stream().map(run -> random.nextInt(4) == 0).toList();
        List<SimulationState> states = new ArrayList<>();
        List<Map<String, NdArray>> recorded = new ArrayList<>();
        go(network, Optional.empty(), runs, resets, states, recorded);
        for (int stop = 1; stop < runs.size(); stop++) {
            List<SimulationState> resumed = new ArrayList<>();
            List<Map<String, NdArray>> again = new ArrayList<>();
            int size = runs.size();
            go(
                    network,
                    Optional.of(states.get(stop - 1)),
                    runs.subList(stop, size),
                    resets.subList(stop, size),
                    resumed,
                    again);
            assertThat(again).as("stopped after %d: %s", stop, network).isEqualTo(recorded.subList(stop, size));
            if (states.get(stop - 1).carried().isPresent()) {
                assertThat(resumed).as("stopped after %d: %s", stop, network).isEqualTo(states.subList(stop, size));
            }
        }
    }

    private static void go(
            Network network,
            Optional<SimulationState> from,
            List<Run> runs,
            List<Boolean> resets,
            List<SimulationState> states,
            List<Map<String, NdArray>> recorded) {
        try (Simulation simulation = network.simulate(Engine.event(), 3)) {
            from.ifPresent(simulation::restore);
            Monitor monitor = simulation.monitor(Retention.LAST_RUN);
            for (int i = 0; i < runs.size(); i++) {
                simulation.run(runs.get(i));
                recorded.add(monitor.arrays());
                if (resets.get(i)) {
                    simulation.reset();
                }
                states.add(simulation.state());
            }
        }
    }

    private static Run run(Network network, int batch, int number, Random random) {
        Run run = Run.of("X", noise(batch, random), STEPS)
                .ofSample((long) number * batch)
                .rewarded(Reward.of(0.5));
        run = random.nextInt(4) == 0 ? run.frozen() : run;
        return random.nextInt(3) == 0 ? run.oneStep() : run;
    }

    private static SpikeBatch noise(int batch, Random random) {
        return new SpikeBatch(IntStream.range(0, batch)
                .mapToObj(sample ->
                        Trains.random(LAYER.size(), STEPS, 0.3, random).reshaped(LAYER))
                .toList());
    }

    private static <T> T pick(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    @Test
    void nothingIsCarriedAfterAReset() {
        Random random = new Random(1);
        Network network = network(LIF.defaults(), OneToOne.of(20), random);
        try (Simulation simulation = network.simulate(Engine.event(), 3)) {
            assertThat(simulation.state().carried()).isEmpty();
            simulation.run(run(network, 2, 0, random));
            assertThat(simulation.state().carried()).isPresent();
            simulation.reset();
            assertThat(simulation.state().carried()).isEmpty();
        }
    }

    /** Of a simulation that has not run, and of one that has, put back into one that has run with another batch since. */
    @Test
    void nothingOfWhatCameBeforeOutlivesARestore() {
        Random random = new Random(4);
        Network network =
                network(CurrentLIF.defaults(), Dense.uniform(1, 9).learning(new PostPre(NU, Reduction.SUM)), random);
        Run first = run(network, 1, 0, random);
        Run second = run(network, 1, 1, random);
        try (Simulation simulation = network.simulate(Engine.event(), 3);
                Simulation used = network.simulate(Engine.event(), 3)) {
            SimulationState fresh = simulation.state();
            Map<String, NdArray> afterNothing = recorded(simulation, first);
            SimulationState stopped = simulation.state();
            Map<String, NdArray> afterFirst = recorded(simulation, second);
            used.run(run(network, 2, 5, random));
            used.restore(fresh);
            assertThat(recorded(used, first)).isEqualTo(afterNothing);
            used.reset();
            used.run(run(network, 2, 7, random));
            used.restore(stopped);
            assertThat(recorded(used, second)).isEqualTo(afterFirst);
        }
    }

    private static Map<String, NdArray> recorded(Simulation simulation, Run run) {
        Monitor monitor = simulation.monitor(Retention.LAST_RUN);
        simulation.run(run);
        return monitor.arrays();
    }

    @Test
    void stateOfAnotherNetworkIsRefused() {
        Network network = Network.builder().layer("Y", LIF.defaults(), 2).build();
        try (Simulation simulation = network.simulate(Engine.event(), 3)) {
            CarriedState none = new CarriedState(1, FloatArray.of(Shape.of(0)), LongArray.of(Shape.of(0)));
            SimulationState state = new SimulationState(simulation.learned(), Optional.of(none));
            assertThatThrownBy(() -> simulation.restore(state))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the carried state belongs to another network than this simulation's");
        }
    }
}
