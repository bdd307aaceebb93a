package org.snn4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.spikes.SpikeBatch;
import org.snn4j.network.spikes.SpikeTrain;

/** Oracle: the closed form, a sum of exponentials over past spikes, or one over the last spike. */
class TraceTest {
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void tracesFollowTheirClosedForm(
            @ForAll @DoubleRange(min = 1, max = 200) double tau,
            @ForAll @DoubleRange(min = 0.1, max = 2) double scale,
            @ForAll Trace.OnSpike onSpike,
            @ForAll long seed) {
        SpikeTrain train = Trains.random(3, 200, 0.1, new Random(seed));
        float[] x = traces(new Trace(tau, scale, onSpike), 0.5, train);
        for (int step = 0; step < 200; step++) {
            for (int neuron = 0; neuron < 3; neuron++) {
                double expected = 0;
                for (int past = 0; past <= step; past++) {
                    if (fires(train, past, neuron)) {
                        double brought = scale * Math.exp(-0.5 * (step - past) / tau);
                        expected = onSpike == Trace.OnSpike.ADD ? expected + brought : brought;
                    }
                }
                assertThat(x[step * 3 + neuron]).isCloseTo((float) expected, within((float) (3e-5 * (1 + expected))));
            }
        }
    }

    private static boolean fires(SpikeTrain train, int step, int neuron) {
        for (int k = 0; k < train.count(step); k++) {
            if (train.neuron(step, k) == neuron) {
                return true;
            }
        }
        return false;
    }

    /** The engine keeps decay factors of 4,096 steps in a table; gaps may be longer. */
    @Test
    void longGapsDecayAsShortOnesDo() {
        float[] x = traces(Trace.adding(2000), 1, Trains.single(10_001, 0, 9000));
        for (int step : new int[] {1, 100, 4095, 4096, 4097, 5000, 8999}) {
            assertThat(x[step]).isCloseTo((float) Math.exp(-step / 2000.0), within(1e-6f));
        }
        assertThat(x[9000]).isCloseTo((float) (1 + Math.exp(-4.5)), within(1e-6f));
        assertThat(x[10_000]).isCloseTo((float) ((1 + Math.exp(-4.5)) * Math.exp(-0.5)), within(1e-6f));
    }

    @ParameterizedTest
    @EnumSource(Trace.OnSpike.class)
    void gapsMaySpanRuns(Trace.OnSpike onSpike) {
        try (Simulation simulation = inputs(new Trace(1000, 1, onSpike), 1, 1).simulate(Engine.event(), 0)) {
            Recording x = simulation.record("X", Variable.TRACE);
            simulation.run(Run.of("X", Trains.single(300, 100), 300));
            for (int run = 0; run < 20; run++) {
                simulation.run(Run.of("X", Trains.silent(1, 300), 300));
                float expected = (float) Math.exp(-(300 * run + 200 + 299) / 1000.0);
                assertThat(x.floats().get(299)).isCloseTo(expected, within(1e-6f));
            }
        }
    }

    /** exp(-t/20) falls below 1e-30 between 1,381 and 1,382 steps. */
    @Test
    void forgottenSpikeIsExactlyZeroAndNeverSubnormal() {
        float[] x = traces(Trace.replacing(20), 1, Trains.single(3000, 0));
        assertThat(x[1381]).isCloseTo(1e-30f, within(1e-31f));
        for (int step = 0; step < 3000; step++) {
            assertThat(x[step] == 0 || x[step] >= Float.MIN_NORMAL).isTrue();
            assertThat(x[step] == 0).isEqualTo(step > 1381);
        }
    }

    @Test
    void spikeAfterForgettingCountsAlone() {
        float[] x = traces(Trace.adding(20), 1, Trains.single(2003, 0, 2000));
        assertThat(x[1999]).isZero();
        assertThat(x[2000]).isEqualTo(1);
        assertThat(x[2002]).isCloseTo((float) Math.exp(-0.1), within(1e-6f));
    }

    @Test
    void samplesOfABatchHaveTracesOfTheirOwn() {
        try (Simulation simulation = inputs(Trace.replacing(20), 1, 1).simulate(Engine.event(), 0)) {
            Recording x = simulation.record("X", Variable.TRACE);
            simulation.run(Run.of("X", new SpikeBatch(List.of(Trains.single(3, 1), Trains.single(3, 2))), 3));
            float once = (float) Math.exp(-1 / 20.0);
            assertThat(x.floats().values()).containsExactly(0, 0, 1, 0, once, 1);
        }
    }

    @Test
    void resetForgetsAllSpikes() {
        try (Simulation simulation = inputs(Trace.adding(20), 1, 1).simulate(Engine.event(), 0)) {
            Recording x = simulation.record("X", Variable.TRACE);
            simulation.run(Run.of("X", Trains.single(3, 2), 3));
            simulation.reset();
            simulation.run(Run.of("X", Trains.single(3, 1), 3));
            assertThat(x.floats().values()).startsWith(0, 1);
        }
    }

    private static float[] traces(Trace trace, double dt, SpikeTrain train) {
        Network network = inputs(trace, dt, train.shape().size());
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            Recording x = simulation.record("X", Variable.TRACE);
            simulation.run(Run.of("X", train, train.steps() * dt));
            return x.floats().values();
        }
    }

    private static Network inputs(Trace trace, double dt, int neurons) {
        return Network.builder()
                .dt(dt)
                .layer(Layer.of("X", new Input(), neurons).withTrace(trace))
                .build();
    }
}
