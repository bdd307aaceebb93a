package org.snn4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.spikes.SpikeBatch;
import org.snn4j.network.spikes.SpikeTrain;

/** Oracle: the spikes that went into an Input layer must come out of its recording. */
class RecordingTest {
    private static final int STEPS = 30;

    @Test
    void spikesComeBackInEveryForm() {
        ByteArray dense = noise(3, 3);
        SpikeBatch batch = SpikeBatch.ofDense(dense);
        try (Simulation simulation = network().simulate(Engine.event(), 0)) {
            Recording spikes = simulation.record("X", Variable.SPIKES);
            simulation.run(Run.of("X", batch, STEPS));
            assertThat(spikes.steps()).isEqualTo(STEPS);
            assertThat(spikes.batch()).isEqualTo(3);
            assertThat(spikes.values()).isEqualTo(dense);
            for (int sample = 0; sample < 3; sample++) {
                assertThat(spikes.train(sample)).isEqualTo(batch.train(sample));
                assertThat(spikes.counts(sample)).containsExactly(counts(batch.train(sample)));
            }
        }
    }

    private static int[] counts(SpikeTrain train) {
        int[] counts = new int[train.shape().size()];
        for (int step = 0; step < train.steps(); step++) {
            for (int k = 0; k < train.count(step); k++) {
                counts[train.neuron(step, k)]++;
            }
        }
        return counts;
    }

    @Test
    void holdsTheLastRunOnly() {
        try (Simulation simulation = network().simulate(Engine.event(), 0)) {
            Recording spikes = simulation.record("X", Variable.SPIKES);
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            simulation.run(Run.of("X", SpikeBatch.ofDense(noise(2, 1)), STEPS));
            simulation.reset();
            ByteArray second = noise(1, 2);
            simulation.run(Run.of("X", SpikeBatch.ofDense(second), STEPS));
            assertThat(spikes.values()).isEqualTo(second);
            assertThat(v.values().shape()).isEqualTo(Shape.of(STEPS, 1, 2, 2));
        }
    }

    @Test
    void whatWasReadDoesNotChangeWithTheNextRun() {
        try (Simulation simulation = network().simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            simulation.run(Run.of("X", SpikeBatch.ofDense(noise(1, 1)), STEPS));
            NdArray before = v.values();
            double[] copy = IntStream.range(0, before.shape().size())
                    .mapToDouble(before::asDouble)
                    .toArray();
            simulation.run(Run.of("X", SpikeBatch.ofDense(noise(1, 2)), STEPS));
            for (int i = 0; i < copy.length; i++) {
                assertThat(before.asDouble(i)).isEqualTo(copy[i]);
            }
            assertThat(v.values()).isNotEqualTo(before);
        }
    }

    @Test
    void shapesAreStepsBatchAndLayerAndThetaIsSharedByTheBatch() {
        try (Simulation simulation = network().simulate(Engine.event(), 0)) {
            List<Recording> recordings = List.of(
                    simulation.record("Y", Variable.SPIKES),
                    simulation.record("Y", Variable.VOLTAGE),
                    simulation.record("Y", Variable.REFRACTORY),
                    simulation.record("X", Variable.TRACE));
            Recording theta = simulation.record("Y", Variable.THETA);
            simulation.run(Run.of("X", SpikeBatch.ofDense(noise(3, 1)), STEPS));
            for (Recording recording : recordings) {
                assertThat(recording.values().shape()).isEqualTo(Shape.of(STEPS, 3, 2, 2));
            }
            assertThat(theta.values().shape()).isEqualTo(Shape.of(STEPS, 2, 2));
        }
    }

    @Test
    void onlySpikesCanBeCounted() {
        try (Simulation simulation = network().simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            Recording spikes = simulation.record("Y", Variable.SPIKES);
            simulation.run(Run.of("X", SpikeBatch.ofDense(noise(1, 1)), STEPS));
            assertThatThrownBy(() -> v.counts(0))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("v of layer Y");
            assertThatThrownBy(() -> v.train(0)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(spikes::floats)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("layer Y");
        }
    }

    private static ByteArray noise(int batch, long seed) {
        Random random = new Random(seed);
        byte[] values = new byte[STEPS * batch * 4];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (random.nextInt(3) == 0 ? 1 : 0);
        }
        return ByteArray.of(Shape.of(STEPS, batch, 2, 2), values);
    }

    private static Network network() {
        return Network.builder()
                .layer(Layer.of("X", new Input(), 2, 2).withTrace(Trace.replacing(20)))
                .layer("Y", DiehlAndCook.builder().oneSpike(false).build(), 2, 2)
                .connect("X", "Y", OneToOne.of(14))
                .build();
    }
}
