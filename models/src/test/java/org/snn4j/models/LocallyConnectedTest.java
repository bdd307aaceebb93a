package org.snn4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Variable;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Local;

/** Oracle: which neurons see which pixels and inhibit which others, counted. */
class LocallyConnectedTest {
    @ParameterizedTest
    @CsvSource({"16, 6, 3", "12, 8, 3", "12, 4, 5", "28, 1, 1", "8, 4, 6", "1, 1, 28"})
    void placesCoverTheImage(int kernel, int stride, int across) {
        LocallyConnected model = model(3, kernel, stride);
        assertThat(model.neurons()).isEqualTo(3 * across * across);
        assertThat(model.network().layer("Y").shape()).isEqualTo(Shape.of(3, across, across));
        assertThat(model.network().layer("X").shape()).isEqualTo(Shape.of(1, 28, 28));
    }

    @Test
    void eachNeuronHasWeightsOfItsOwnThatSumToTheNorm() {
        LocallyConnected model = model(2, 16, 6);
        try (Simulation simulation = model.network().simulate(Engine.event(), 1)) {
            simulation.run(Run.of(Map.of(), 1));
            float[] weights = simulation.weights("X", "Y").values();
            assertThat(simulation.weights("X", "Y").shape()).isEqualTo(Shape.of(2, 3, 3, 1, 16, 16));
            for (int neuron = 0; neuron < 18; neuron++) {
                double sum = 0;
                for (int i = 0; i < 256; i++) {
                    sum += weights[neuron * 256 + i];
                }
                assertThat(sum).isBetween(model.norm() - 1e-3, model.norm() + 1e-3);
            }
        }
    }

    /** A neuron of filter 1 at place (2, 0), number 1 · 9 + 6, pushes those at its place down, of filters 0 and 2, and no others. */
    @Test
    void neuronsInhibitTheOthersOfTheirPlaceAlone() {
        LocallyConnected model = model(3, 16, 6);
        Network network = model.network();
        byte[] fires = new byte[2 * 27];
        fires[15] = 1;
        try (Simulation simulation = network.simulate(Engine.event(), 1)) {
            Recording voltage = simulation.record("Y", Variable.VOLTAGE);
            simulation.run(Run.of(Map.of(), 2).clamp("Y", ByteArray.of(Shape.of(2, 3, 3, 3), fires)));
            float[] v = voltage.floats().values();
            for (int neuron = 0; neuron < 27; neuron++) {
                boolean inhibited = neuron == 6 || neuron == 24;
                assertThat(v[27 + neuron]).as("neuron " + neuron).isEqualTo(inhibited ? -65 - 120 : -65);
            }
        }
    }

    @Test
    void weightsAreLocal() {
        assertThat(model(3, 16, 6).network().connections().get(0).topology()).isInstanceOf(Local.class);
    }

    @Test
    void imageThatIsNotSquareOrTooSmallIsRefused() {
        LocallyConnected model = model(3, 16, 6);
        assertThatThrownBy(() -> resized(model, 783, 16))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("locally-connected.inputs is 783");
        assertThatThrownBy(() -> resized(model, 784, 29))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("locally-connected.kernel is 29; at most 28");
        assertThatThrownBy(() -> model(3, 16, 0)).hasMessageContaining("locally-connected.stride is 0");
    }

    private static LocallyConnected model(int filters, int kernel, int stride) {
        LocallyConnected model = LocallyConnected.recommended(filters);
        return new LocallyConnected(
                model.inputs(),
                filters,
                kernel,
                stride,
                model.dt(),
                model.excitatory(),
                model.tauTrace(),
                model.initialWeight(),
                model.bounds(),
                model.nu(),
                model.norm(),
                model.inhibition());
    }

    private static LocallyConnected resized(LocallyConnected model, int inputs, int kernel) {
        return new LocallyConnected(
                inputs,
                model.filters(),
                kernel,
                model.stride(),
                model.dt(),
                model.excitatory(),
                model.tauTrace(),
                model.initialWeight(),
                model.bounds(),
                model.nu(),
                model.norm(),
                model.inhibition());
    }
}
