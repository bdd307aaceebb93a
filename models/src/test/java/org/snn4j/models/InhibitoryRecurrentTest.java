package org.snn4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snn4j.network.Engine;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;

/** Oracle: what the rule makes of one pair of spikes, in closed form; and the model that it is the general form of. */
class InhibitoryRecurrentTest {
    private static final int NEURONS = 4;
    private static final double NU = 6;

    @Test
    void inhibitionThatDoesNotLearnIsThatOfDiehlAndCookV2() {
        DiehlAndCookV2 fixed = DiehlAndCookV2.recommended(30);
        assertThat(fixed.withLearnedInhibition(0).network()).isEqualTo(fixed.network());
        assertThat(fixed.withLearnedInhibition(NU).network()).isNotEqualTo(fixed.network());
    }

    @Test
    void inhibitionStartsTheSameForAllPairsAndIsNoneToANeuronItself() {
        try (Simulation simulation = learned().network().simulate(Engine.event(), 1)) {
            FloatArray weights = simulation.weights("Ae", "Ae");
            for (int i = 0; i < NEURONS; i++) {
                for (int j = 0; j < NEURONS; j++) {
                    assertThat(weights.get(i * NEURONS + j)).isEqualTo(i == j ? 0 : -120);
                }
            }
        }
    }

    /**
     * Neurons 0 and 1 fire together once: each is before and after a synapse, so that both weights between them get 2 nu
     * stronger, and each of theirs from and to a silent neuron stays, whose trace is zero. Then each column sums to 3 · 120.
     */
    @Test
    void neuronsThatFireTogetherInhibitEachOtherMoreAndOthersLess() {
        try (Simulation simulation = learned().network().simulate(Engine.event(), 1)) {
            simulation.run(Run.of(Map.of(), 1).clamp("Ae", ByteArray.of(Shape.of(NEURONS), new byte[] {1, 1, 0, 0})));
            FloatArray weights = simulation.weights("Ae", "Ae");

            double scale = 360 / (360 + 2 * NU);
            assertThat(weights.get(0 * NEURONS + 1)).isCloseTo((float) (-(120 + 2 * NU) * scale), within(1e-3f));
            assertThat(weights.get(1 * NEURONS + 0)).isEqualTo(weights.get(0 * NEURONS + 1));
            assertThat(weights.get(2 * NEURONS + 1)).isCloseTo((float) (-120 * scale), within(1e-3f));
            assertThat(weights.get(0 * NEURONS + 2)).isEqualTo(-120);
            assertThat(weights.get(0 * NEURONS + 0)).isZero();
        }
    }

    @Test
    void oneNeuronHasNothingToLearnInhibitionFor() {
        assertThat(DiehlAndCookV2.recommended(1).withLearnedInhibition(NU).network())
                .isEqualTo(DiehlAndCookV2.recommended(1).network());
    }

    @Test
    void learningWithoutInhibitionIsRefused() {
        InhibitoryRecurrent model = learned();
        assertThatThrownBy(() -> new InhibitoryRecurrent(
                        model.inputs(),
                        model.neurons(),
                        model.dt(),
                        model.excitatory(),
                        model.tauTrace(),
                        model.initialWeight(),
                        model.bounds(),
                        model.nu(),
                        model.norm(),
                        0,
                        1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("inhibitory-recurrent.inhibition is 0")
                .hasMessageContaining("inhibitionNu is 1.0");
    }

    private static InhibitoryRecurrent learned() {
        return DiehlAndCookV2.ofNeurons(NEURONS).withLearnedInhibition(NU);
    }
}
