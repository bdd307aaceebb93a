package org.snn4j.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snn4j.network.Engine;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;

/** Oracle: the locally connected network, of which it differs in its weights alone. */
class ConvolutionalTest {
    private static final Convolutional MODEL = Convolutional.recommended(4);
    private static final LocallyConnected LOCAL = LocallyConnected.recommended(4);

    @Test
    void placesAndInhibitionAreThoseOfTheLocallyConnectedNetwork() {
        assertThat(MODEL.network().layers()).isEqualTo(LOCAL.network().layers());
        assertThat(MODEL.network().connections().get(1))
                .isEqualTo(LOCAL.network().connections().get(1));
        assertThat(MODEL.neurons()).isEqualTo(LOCAL.neurons());
    }

    @Test
    void filtersHaveWeightsThatAllPlacesShareAndThatSumToTheNorm() {
        try (Simulation simulation = MODEL.network().simulate(Engine.event(), 1)) {
            simulation.run(Run.of(Map.of(), 1));
            FloatArray weights = simulation.weights("X", "Y");
            assertThat(weights.shape()).isEqualTo(Shape.of(4, 1, 16, 16));
            for (int filter = 0; filter < 4; filter++) {
                double sum = 0;
                for (int i = 0; i < 256; i++) {
                    sum += weights.get(filter * 256 + i);
                }
                assertThat(sum).isBetween(MODEL.norm() - 1e-3, MODEL.norm() + 1e-3);
            }
        }
    }
}
