package org.snn4j.network.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trains;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.McCullochPitts;
import org.snn4j.network.spikes.SpikeBatch;
import org.snn4j.network.spikes.SpikeTrain;

/**
 * Oracle: rates r (1 - decay) + s kept by hand, in which the first neuron of the highest rate wins its window; the share of
 * neurons that fired. Decays are dyadic, so that ties are ties.
 */
class PoolingTest {
    private static final int STEPS = 30;

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void windowPassesTheSpikeOfItsNeuronWithTheHighestRate(
            @ForAll @IntRange(min = 1, max = 3) int kernel,
            @ForAll @IntRange(min = 1, max = 3) int stride,
            @ForAll @IntRange(max = 4) int quarters,
            @ForAll long seed) {
        Random random = new Random(seed);
        int padding = random.nextInt(kernel);
        Shape source = Shape.of(2, 5, 4);
        Windows windows = Windows.of(kernel, 2).stride(stride, 1).padding(padding, 0);
        int rows = (5 + 2 * padding - kernel) / stride + 1;
        SpikeBatch noise = Received.noise(source, STEPS, 0.3, random);
        NdArray v = Received.by(new MaxPool(windows, quarters / 4.0, 2.5), Shape.of(2, rows, 3), noise);
        byte[][][] spikes = Received.dense(noise);
        for (int sample = 0; sample < 2; sample++) {
            float[] rates = new float[40];
            for (int step = 0; step + 1 < STEPS; step++) {
                for (int neuron = 0; neuron < 40; neuron++) {
                    rates[neuron] = rates[neuron] * (1 - quarters / 4f) + spikes[step][sample][neuron];
                }
                for (int j = 0; j < 2 * rows * 3; j++) {
                    int top = j / 3 % rows * stride - padding;
                    int best = best(rates, j / (rows * 3), top, top + kernel, j % 3);
                    assertThat(v.asDouble(((step + 1) * 2 + sample) * 6 * rows + j))
                            .isEqualTo(2.5 * spikes[step][sample][best]);
                }
            }
        }
    }

    private static int best(float[] rates, int channel, int top, int bottom, int left) {
        int best = -1;
        for (int row = Math.max(top, 0); row < Math.min(bottom, 5); row++) {
            for (int column = left; column < left + 2; column++) {
                int neuron = channel * 20 + row * 4 + column;
                best = best < 0 || rates[neuron] > rates[best] ? neuron : best;
            }
        }
        return best;
    }

    /** Steps: both fire (a tie, the first passes); the second; the second again, which now leads; the first; nobody. */
    @Test
    void tiesGoToTheFirst() {
        SpikeTrain train = Trains.of(6, new int[] {0, 3}, new int[] {0, 1, 2});
        assertThat(pooled(train, 0)).containsExactly(0, 1, 1, 1, 0, 0);
        SpikeTrain together = Trains.of(3, new int[] {0, 1}, new int[] {0, 1});
        assertThat(pooled(together, 0.5)).containsExactly(0, 1, 1);
    }

    /** With a decay of 1 the rate is the spike itself, and a window passes any spike in it. */
    @Test
    void withoutMemoryAWindowPassesEverySpike() {
        SpikeTrain train = Trains.of(6, new int[] {0, 3}, new int[] {0, 1, 2});
        assertThat(pooled(train, 1)).containsExactly(0, 1, 1, 1, 1, 0);
    }

    @Test
    void resetForgetsTheRates() {
        try (Simulation simulation = pair(0).simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            simulation.run(
                    Run.of("X", Trains.of(3, new int[] {0, 1}, new int[0]).reshaped(Shape.of(1, 2)), 3));
            Run second = Run.of("X", Trains.of(3, new int[0], new int[] {0, 1}).reshaped(Shape.of(1, 2)), 3);
            simulation.run(second);
            assertThat(v.floats().values()).containsExactly(0, 0, 0);
            simulation.reset();
            simulation.run(second);
            assertThat(v.floats().values()).containsExactly(0, 1, 1);
        }
    }

    private static float[] pooled(SpikeTrain train, double decay) {
        try (Simulation simulation = pair(decay).simulate(Engine.event(), 0)) {
            Recording v = simulation.record("Y", Variable.VOLTAGE);
            simulation.run(Run.of(Map.of("X", train.reshaped(Shape.of(1, 2))), train.steps()));
            return v.floats().values();
        }
    }

    /** One window over two neurons. */
    private static Network pair(double decay) {
        return Network.builder()
                .layer("X", new Input(), 1, 2)
                .layer("Y", new McCullochPitts(1e30), 1, 1)
                .connect("X", "Y", new MaxPool(Windows.of(2), decay, 1))
                .build();
    }

    @Test
    void poolingKeepsChannelsApart() {
        assertThatThrownBy(() -> Received.by(
                        new MaxPool(Windows.of(2), 0, 1),
                        Shape.of(1, 2),
                        Received.noise(Shape.of(2, 3), 2, 0.5, new Random(0))))
                .hasMessageContaining("the source has 2 and the target 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 16})
    void meanFieldIsTheShareOfNeuronsThatFired(int neurons) {
        SpikeBatch noise = Received.noise(Shape.of(neurons), STEPS, 0.4, new Random(neurons));
        NdArray v = Received.by(new MeanField(-2.5), Shape.of(2, 2), noise);
        for (int i = 8; i < v.shape().size(); i++) {
            int fired = noise.train(i / 4 % 2).count(i / 8 - 1);
            assertThat((float) v.asDouble(i)).isEqualTo(-2.5f * (fired / (float) neurons));
        }
        assertThat(((FloatArray) v).values()).startsWith(0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(List.of(noise.train(0), noise.train(1))).anyMatch(train -> train.count() > 0);
    }
}
