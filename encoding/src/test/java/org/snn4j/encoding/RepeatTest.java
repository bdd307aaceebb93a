package org.snn4j.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
import org.snn4j.network.Simulation;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.spikes.Current;

/** Oracle: the values themselves. */
class RepeatTest {
    private final Repeat.CurrentEncoder encoder = new Repeat().encoder(new Window(1.5, 0.5), 1);

    @Test
    void everyStepHoldsTheValues() {
        float[] values = {0, 0.25f, -3, 1e30f};
        Current current = encoder.encode(values, 7);
        assertThat(current.values())
                .isEqualTo(FloatArray.of(
                        Shape.of(3, 1, 4), 0, 0.25f, -3, 1e30f, 0, 0.25f, -3, 1e30f, 0, 0.25f, -3, 1e30f));
        assertThat(current.shape()).isEqualTo(Shape.of(4));
        assertThat(values).containsExactly(0, 0.25f, -3, 1e30f);
    }

    @Test
    void sampleAndSeedChangeNothing() {
        float[] values = {0.5f, 1};
        assertThat(new Repeat()
                        .encoder(new Window(1.5, 0.5), 2)
                        .encode(values, 9)
                        .values())
                .isEqualTo(encoder.encode(values, 0).values());
    }

    /**
     * Oracle: the closed form of a leaky membrane under constant input. After k steps it is at x (1 − d^k) above rest, with
     * d = e^(−dt/tau) and x = I / (1 − d).
     */
    @Test
    void membraneTurnsCurrentsIntoLatencies() {
        LIF neuron = LIF.defaults();
        Network network = Network.builder().dt(1).layer("A", neuron, 5).build();
        float[] currents = {20, 5, 1, 0.135f, 0.12f};
        Window window = new Window(500, 1);
        try (Simulation simulation = network.simulate(Engine.event(), 1)) {
            Recording fired = simulation.record("A", Variable.SPIKES);
            simulation.run(Map.of("A", new Repeat().encoder(window, 1).encode(currents, 0)), 500);
            double d = Math.exp(-1 / neuron.tauMembrane());
            double threshold = neuron.threshold() - neuron.rest();
            byte[] spikes = fired.train(0).toDense().values();
            for (int input = 0; input < currents.length; input++) {
                double x = currents[input] / (1 - d);
                int steps = (int) Math.ceil(neuron.tauMembrane() * Math.log(x / (x - threshold)));
                assertThat(firstSpike(spikes, input)).isEqualTo(x > threshold ? steps - 1 : -1);
            }
        }
    }

    private static int firstSpike(byte[] spikes, int neuron) {
        for (int step = 0; step < 500; step++) {
            if (spikes[step * 5 + neuron] == 1) {
                return step;
            }
        }
        return -1;
    }

    @Test
    void sampleWithoutInputsIsACurrentOfNone() {
        assertThat(encoder.encode(new float[0], 0).values().shape()).isEqualTo(Shape.of(3, 1, 0));
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void valueThatIsNoCurrentIsNamedWithItsPlace(float wrong) {
        assertThatThrownBy(() -> encoder.encode(new float[] {1, wrong}, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("input 1")
                .hasMessageContaining(String.valueOf(wrong));
    }
}
