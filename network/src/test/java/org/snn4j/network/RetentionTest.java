package org.snn4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.spikes.SpikeBatch;
import org.snn4j.network.spikes.SpikeTrain;

/** Oracle: the same runs, each kept by itself by a recording of the last run. */
class RetentionTest {
    private static final List<String> NAMES = List.of("X.s", "Y.s", "Y.v", "Y.theta", "X-Y.w");

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void recordingHoldsTheStepsThatItIsToldTo(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 12) Integer> runs,
            @ForAll @IntRange(min = 1, max = 40) int last,
            @ForAll @IntRange(min = 1, max = 3) int batch,
            @ForAll long seed) {
        try (Simulation simulation = network().simulate(Engine.event(), 0)) {
            Monitor lastRun = simulation.monitor(Retention.LAST_RUN);
            Monitor allRuns = simulation.monitor(Retention.ALL_RUNS);
            Monitor bounded = simulation.monitor(Retention.lastSteps(last));
            Monitor endOfRun = simulation.monitor(new Retention(Retention.NewRun.REPLACES, last));
            Random random = new Random(seed);
            List<Map<String, NdArray>> kept = new ArrayList<>();
            for (int steps : runs) {
                simulation.run(Run.of("X", noise(batch, steps, random), steps));
                kept.add(lastRun.arrays());
                for (String name : NAMES) {
                    double[] all = joined(kept, name);
                    double[] run = values(kept.get(kept.size() - 1).get(name));
                    int row = run.length / steps;
                    assertThat(values(allRuns, name)).containsExactly(all);
                    assertThat(values(bounded, name)).containsExactly(tail(all, last * row));
                    assertThat(values(endOfRun, name)).containsExactly(tail(run, last * row));
                }
                if (random.nextBoolean()) {
                    simulation.reset();
                }
            }
            int all = runs.stream().mapToInt(Integer::intValue).sum();
            assertThat(allRuns.recording("Y.v").values().shape()).isEqualTo(Shape.of(all, batch, 2));
            assertThat(bounded.recording("X-Y.w").values().shape()).isEqualTo(Shape.of(Math.min(all, last), 3, 2));
            assertThat(bounded.recording("Y.s").steps()).isEqualTo(Math.min(all, last));
        }
    }

    @Test
    void trainsAndCountsAreThoseOfTheStepsThatAreHeld() {
        try (Simulation simulation = network().simulate(Engine.event(), 0)) {
            Recording allRuns = simulation.record("X", Variable.SPIKES, Retention.ALL_RUNS);
            Recording bounded = simulation.record("X", Variable.SPIKES, Retention.lastSteps(3));
            simulation.run(Run.of("X", Trains.of(4, new int[] {0, 3}, new int[] {1}, new int[0]), 4));
            simulation.run(Run.of("X", Trains.of(2, new int[] {1}, new int[] {0, 1}, new int[0]), 2));
            SpikeTrain whole = Trains.of(6, new int[] {0, 3, 5}, new int[] {1, 4, 5}, new int[0]);
            assertThat(allRuns.train(0)).isEqualTo(whole);
            assertThat(allRuns.counts(0)).containsExactly(3, 3, 0);
            assertThat(bounded.train(0)).isEqualTo(Trains.of(3, new int[] {0, 2}, new int[] {1, 2}, new int[0]));
            assertThat(bounded.counts(0)).containsExactly(2, 2, 0);
        }
    }

    @Test
    void clearedRecordingBeginsAnew() {
        try (Simulation simulation = network().simulate(Engine.event(), 0)) {
            Monitor lastRun = simulation.monitor(Retention.LAST_RUN);
            Monitor allRuns = simulation.monitor(Retention.ALL_RUNS);
            Monitor bounded = simulation.monitor(Retention.lastSteps(5));
            Random random = new Random(3);
            simulation.run(Run.of("X", noise(2, 7, random), 7));
            for (Monitor monitor : List.of(lastRun, allRuns, bounded)) {
                monitor.clear();
                assertThat(monitor.recording("X.s").values().shape()).isEqualTo(Shape.of(0, 2, 3));
                assertThat(monitor.recording("X.s").counts(1)).containsExactly(0, 0, 0);
                assertThat(monitor.recording("Y.v").steps()).isZero();
            }
            simulation.reset();
            simulation.run(Run.of("X", noise(1, 4, random), 4));
            assertThat(allRuns.arrays()).isEqualTo(lastRun.arrays());
            assertThat(bounded.arrays()).isEqualTo(lastRun.arrays());
        }
    }

    @Test
    void runOfAnotherBatchCannotBeAppended() {
        for (Retention retention : List.of(Retention.ALL_RUNS, Retention.lastSteps(2))) {
            try (Simulation simulation = network().simulate(Engine.event(), 0)) {
                Recording v = simulation.record("Y", Variable.VOLTAGE, retention);
                Random random = new Random(5);
                simulation.run(Run.of("X", noise(3, 4, random), 4));
                simulation.reset();
                NdArray before = v.values();
                LearnedState learned = simulation.learned();
                assertThatThrownBy(() -> simulation.run(Run.of("X", noise(2, 4, random), 4)))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("the recording of v of layer Y holds steps of 3 samples, to which a run of 2"
                                + " cannot be appended; clear it first, or let it hold the last run only");
                assertThat(v.values()).isEqualTo(before);
                assertThat(simulation.learned()).isEqualTo(learned);
                v.clear();
                simulation.run(Run.of("X", noise(2, 4, random), 4));
                assertThat(v.values().shape()).isEqualTo(Shape.of(Math.min(4, retention.mostSteps()), 2, 2));
            }
        }
    }

    @Test
    void whatTheBatchSharesIsAppendedWhateverItsSize() {
        try (Simulation simulation = network().simulate(Engine.event(), 0)) {
            Recording weights = simulation.record("X", "Y", Variable.WEIGHTS, Retention.ALL_RUNS);
            Recording theta = simulation.record("Y", Variable.THETA, Retention.lastSteps(5));
            Random random = new Random(6);
            simulation.run(Run.of("X", noise(3, 4, random), 4));
            simulation.reset();
            simulation.run(Run.of("X", noise(1, 2, random), 2));
            assertThat(weights.values().shape()).isEqualTo(Shape.of(6, 3, 2));
            assertThat(theta.values().shape()).isEqualTo(Shape.of(5, 2));
        }
    }

    @Test
    void moreValuesThanAnArrayHoldsAreRefusedBeforeTheRun() {
        try (Simulation simulation = network().simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            assertThatThrownBy(() -> simulation.run(Run.of(Map.of(), 1.5e9)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("the recording of v of layer Y would hold 1500000000 steps");
            assertThat(v.steps()).isZero();
        }
        try (Simulation simulation = network().simulate(Engine.event(), 0)) {
            simulation.record("Y", Variable.SPIKES, Retention.ALL_RUNS);
            simulation.run(Run.of(Map.of(), 2));
            assertThatThrownBy(() -> simulation.run(Run.of(Map.of(), Integer.MAX_VALUE - 1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("s of layer Y would hold 2147483648 steps");
        }
    }

    @Test
    void atLeastOneStepIsHeld() {
        assertThatThrownBy(() -> Retention.lastSteps(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the last 0 steps");
    }

    private static double[] joined(List<Map<String, NdArray>> runs, String name) {
        return runs.stream()
                .map(run -> values(run.get(name)))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private static double[] tail(double[] values, int most) {
        return Arrays.copyOfRange(values, Math.max(0, values.length - most), values.length);
    }

    private static double[] values(Monitor monitor, String name) {
        return values(monitor.recording(name).values());
    }

    private static double[] values(NdArray array) {
        double[] values = new double[array.shape().size()];
        Arrays.setAll(values, array::asDouble);
        return values;
    }

    private static SpikeBatch noise(int batch, int steps, Random random) {
        return new SpikeBatch(IntStream.range(0, batch)
                .mapToObj(sample -> Trains.random(3, steps, 0.4, random))
                .toList());
    }

    private static Network network() {
        Trace trace = Trace.replacing(20);
        return Network.builder()
                .layer(Layer.of("X", new Input(), 3).withTrace(trace))
                .layer(Layer.of("Y", DiehlAndCook.builder().oneSpike(false).build(), 2)
                        .withTrace(trace))
                .connect("X", "Y", Dense.uniform(4, 9).bounds(0, 10).learning(new PostPre(0.01, 0.05)))
                .build();
    }
}
