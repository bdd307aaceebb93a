package org.snn4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.neuron.AdaptiveLIF;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.IF;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.neuron.NeuronModel;
import org.snn4j.network.spikes.Current;
import org.snn4j.network.spikes.SpikeBatch;

/** Oracle: semantics of forced spikes and forced silence, traced by hand over a few steps. */
class ClampTest {
    @Test
    void clampedSpikeEntersTheTraceAndReachesTheTargets() {
        try (Simulation simulation = chain(LIF.defaults()).simulate(Engine.event(), 0)) {
            Recording s = simulation.record("Y", Variable.SPIKES);
            Recording x = simulation.record("Y", Variable.TRACE);
            Recording v = simulation.record("Z", Variable.VOLTAGE);
            simulation.run(Run.of(Map.of(), 4).clamp("Y", perStep(0, 1, 0, 0)));
            assertThat(s.train(0)).isEqualTo(Trains.single(4, 1));
            assertThat(x.floats().values()).containsExactly(new float[] {0, 1, decay(1), decay(2)}, within(1e-6f));
            assertThat(v.floats().values()).startsWith(-65, -65, -61);
        }
    }

    private static float decay(int age) {
        return (float) Math.exp(-age / 20.0);
    }

    /** Driven by 3 mV in each step, v goes on as if there had been no spike, and theta stays. */
    @Test
    void clampedSpikeNeitherResetsNorRestsNorAdapts() {
        for (NeuronModel model : List.of(
                LIF.builder().tauMembrane(1e30).build(),
                new IF(-52, -65, 5, Double.NEGATIVE_INFINITY),
                new AdaptiveLIF(LIF.builder().tauMembrane(1e30).build(), 1, 1e30),
                DiehlAndCook.builder().tauMembrane(1e30).thetaPlus(1).build())) {
            try (Simulation simulation = chain(model).simulate(Engine.event(), 0)) {
                Recording v = simulation.record("Y", Variable.VOLTAGE);
                Recording refractory = simulation.record("Y", Variable.REFRACTORY);
                simulation.run(Run.of("Y", Currents.of(3, 3, 3), 3).clamp("Y", perStep(0, 1, 0)));
                assertThat(v.floats().values()).containsExactly(-62, -59, -56);
                assertThat(refractory.floats().values()).containsExactly(0, 0, 0);
                simulation.learned().arrays().values().stream()
                        .filter(array -> array.shape().rank() == 1)
                        .forEach(theta -> assertThat(theta.values()).containsExactly(0));
            }
        }
    }

    /** A neuron that would have fired anyway is reset and rests; the clamp adds nothing to that. */
    @Test
    void clampOfANeuronThatFiresChangesNothing() {
        try (Simulation simulation = chain(LIF.defaults()).simulate(Engine.event(), 0)) {
            Recording s = simulation.record("Y", Variable.SPIKES);
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            Recording x = simulation.record("Y", Variable.TRACE);
            simulation.run(Run.of("Y", Currents.of(20, 20), 2).clamp("Y", perStep(1, 0)));
            assertThat(s.train(0)).isEqualTo(Trains.single(2, 0));
            assertThat(v.floats().values()).containsExactly(-65, -65);
            assertThat(x.floats().get(0)).isEqualTo(1);
        }
    }

    /** nu1 e^(-2/20) for a target clamped two steps after the source's spike. */
    @Test
    void clampedSpikeCountsInLearning() {
        try (Simulation simulation = learner().simulate(Engine.event(), 0)) {
            simulation.run(Run.of("X", Trains.single(6, 1), 6).clamp("Y", perStep(0, 0, 0, 1, 0, 0)));
            assertThat(simulation.weights("X", "Y").get(0) - 0.5).isCloseTo(0.02 * decay(2), within(1e-7));
        }
    }

    @Test
    void clampedInputNeuronFires() {
        try (Simulation simulation = learner().simulate(Engine.event(), 0)) {
            Recording s = simulation.record("X", Variable.SPIKES);
            simulation.run(Run.of("X", Trains.single(4, 0), 4).clamp("X", perStep(1, 0, 1, 0)));
            assertThat(s.train(0)).isEqualTo(Trains.single(4, 0, 2));
        }
    }

    @Test
    void silencedSpikeIsNoneButTheNeuronHasBeenReset() {
        try (Simulation simulation = chain(LIF.defaults()).simulate(Engine.event(), 0)) {
            Recording s = simulation.record("Y", Variable.SPIKES);
            Recording x = simulation.record("Y", Variable.TRACE);
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            Recording refractory = simulation.record("Y", Variable.REFRACTORY);
            Recording z = simulation.record("Z", Variable.VOLTAGE);
            simulation.run(Run.of("Y", Currents.of(20, 20, 0), 3).unclamp("Y", perStep(1, 0, 0)));
            assertThat(s.train(0).count()).isZero();
            assertThat(x.floats().values()).containsExactly(0, 0, 0);
            assertThat(v.floats().values()).containsExactly(-65, -65, -65);
            assertThat(refractory.floats().values()).containsExactly(5, 4, 3);
            assertThat(z.floats().values()).containsExactly(-65, -65, -65);
        }
    }

    @Test
    void silenceComesAfterTheClamp() {
        try (Simulation simulation = chain(LIF.defaults()).simulate(Engine.event(), 0)) {
            Recording s = simulation.record("Y", Variable.SPIKES);
            simulation.run(Run.of(Map.of(), 3).clamp("Y", perStep(1, 1, 1)).unclamp("Y", perStep(0, 1, 0)));
            assertThat(s.train(0)).isEqualTo(Trains.single(3, 0, 2));
        }
    }

    @Test
    void maskOfTheLayersShapeHoldsForEveryStepAndSample() {
        Network network = Network.builder().layer("Y", LIF.defaults(), 2, 2).build();
        ByteArray mask = ByteArray.of(Shape.of(2, 2), new byte[] {0, 1, 1, 0});
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            Recording s = simulation.record("Y", Variable.SPIKES);
            SpikeBatch two = new SpikeBatch(List.of(
                    Trains.silent(4, 3).reshaped(Shape.of(2, 2)),
                    Trains.silent(4, 3).reshaped(Shape.of(2, 2))));
            simulation.run(Run.of("Y", two, 3).clamp("Y", mask));
            for (int sample = 0; sample < 2; sample++) {
                assertThat(s.counts(sample)).containsExactly(0, 3, 3, 0);
            }
        }
    }

    /** One step: [1, 3] and [3] are as long, and mean the same. */
    @Test
    void maskOfOneStepMayHaveItsOwnDimension() {
        Network network = Network.builder().layer("Y", LIF.defaults(), 3).build();
        for (Shape shape : List.of(Shape.of(3), Shape.of(1, 3))) {
            try (Simulation simulation = network.simulate(Engine.event(), 0)) {
                Recording s = simulation.record("Y", Variable.SPIKES);
                simulation.run(Run.of(Map.of(), 1).clamp("Y", ByteArray.of(shape, new byte[] {1, 0, 1})));
                assertThat(s.counts(0)).containsExactly(1, 0, 1);
            }
        }
    }

    @Test
    void clampedSpikesStayInAscendingOrderAndAreCountedOnce() {
        Network network = Network.builder().layer("Y", LIF.defaults(), 5).build();
        try (Simulation simulation = network.simulate(Engine.event(), 0)) {
            Recording s = simulation.record("Y", Variable.SPIKES);
            FloatArray drive = FloatArray.of(Shape.of(1, 1, 5), 0, 20, 0, 20, 0);
            simulation.run(Run.of("Y", new Current(drive), 1)
                    .clamp("Y", ByteArray.of(Shape.of(5), new byte[] {1, 1, 0, 0, 1})));
            assertThat(s.train(0)).isEqualTo(Trains.of(1, at0(), at0(), new int[0], at0(), at0()));
        }
    }

    private static int[] at0() {
        return new int[] {0};
    }

    @Test
    void clampEndsWithItsRun() {
        try (Simulation simulation = chain(LIF.defaults()).simulate(Engine.event(), 0)) {
            Recording s = simulation.record("Y", Variable.SPIKES);
            simulation.run(Run.of(Map.of(), 2).clamp("Y", perStep(1, 1)));
            simulation.run(Map.of(), 2);
            assertThat(s.train(0).count()).isZero();
        }
    }

    private static ByteArray perStep(int... spikes) {
        byte[] mask = new byte[spikes.length];
        for (int step = 0; step < mask.length; step++) {
            mask[step] = (byte) spikes[step];
        }
        return ByteArray.of(Shape.of(mask.length, 1), mask);
    }

    /** Y, one neuron, reaches Z with 4 mV. */
    private static Network chain(NeuronModel model) {
        return Network.builder()
                .layer(Layer.of("Y", model, 1).withTrace(Trace.replacing(20)))
                .layer("Z", LIF.defaults(), 1)
                .connect("Y", "Z", OneToOne.of(4))
                .build();
    }

    private static Network learner() {
        Dense synapse = Dense.of(FloatArray.of(Shape.of(1, 1), 0.5f)).learning(new PostPre(0.01, 0.02));
        return Network.builder()
                .layer(Layer.of("X", new Input(), 1).withTrace(Trace.replacing(20)))
                .layer(Layer.of("Y", LIF.defaults(), 1).withTrace(Trace.replacing(20)))
                .connect("X", "Y", synapse)
                .build();
    }
}
