package org.snn4j.network.spikes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.snn4j.network.Trains;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.Shape;

/** Oracle: the elements of the dense array, [steps, batch, neurons]. */
class SpikeBatchTest {
    @Property
    void samplesAreTakenApart(
            @ForAll @IntRange(min = 0, max = 10) int steps,
            @ForAll @IntRange(min = 1, max = 4) int batch,
            @ForAll @IntRange(min = 1, max = 9) int neurons,
            @ForAll long seed) {
        Random random = new Random(seed);
        byte[] values = new byte[steps * batch * neurons];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) random.nextInt(2);
        }
        SpikeBatch samples = SpikeBatch.ofDense(ByteArray.of(Shape.of(steps, batch, neurons), values));
        assertThat(samples.batch()).isEqualTo(batch);
        assertThat(samples.steps()).isEqualTo(steps);
        assertThat(samples.shape()).isEqualTo(Shape.of(neurons));
        for (int sample = 0; sample < batch; sample++) {
            ByteArray train = samples.train(sample).toDense();
            for (int i = 0; i < steps * neurons; i++) {
                int step = i / neurons;
                assertThat(train.get(i)).isEqualTo(values[(step * batch + sample) * neurons + i % neurons]);
            }
        }
    }

    @Test
    void batchesOfEqualTrainsAreEqual() {
        assertThat(new SpikeBatch(List.of(Trains.single(5, 1), Trains.single(5, 2))))
                .isEqualTo(new SpikeBatch(List.of(Trains.single(5, 1), Trains.single(5, 2))))
                .isNotEqualTo(new SpikeBatch(List.of(Trains.single(5, 2), Trains.single(5, 1))));
    }

    @Test
    void laterChangesToTheListDoNotReachTheBatch() {
        List<SpikeTrain> trains = new ArrayList<>(List.of(Trains.single(5, 1)));
        SpikeBatch batch = new SpikeBatch(trains);
        trains.clear();
        assertThat(batch.batch()).isOne();
        assertThatThrownBy(() -> batch.trains().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void trainsOfDifferentLengthAreRefused() {
        assertRefused("spike train 1", List.of(Trains.single(5), Trains.single(6)));
    }

    @Test
    void trainsOfDifferentShapeAreRefused() {
        assertRefused("spike train 2", List.of(Trains.single(5), Trains.single(5), Trains.silent(2, 5)));
    }

    @Test
    void emptyBatchIsRefused() {
        assertRefused("at least one", List.of());
    }

    @Test
    void arrayWithoutABatchIsRefused() {
        assertThatThrownBy(() -> SpikeBatch.ofDense(ByteArray.of(Shape.of(1, 1), (byte) 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[steps, batch, ...shape of the layer]");
    }

    private static void assertRefused(String culprit, List<SpikeTrain> trains) {
        assertThatThrownBy(() -> new SpikeBatch(trains))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(culprit);
    }
}
