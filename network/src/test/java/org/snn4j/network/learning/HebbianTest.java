package org.snn4j.network.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.snn4j.network.learning.GivenSpikes.TAU_POST;
import static org.snn4j.network.learning.GivenSpikes.TAU_PRE;
import static org.snn4j.network.learning.GivenSpikes.at;
import static org.snn4j.network.learning.GivenSpikes.every;
import static org.snn4j.network.learning.GivenSpikes.learned;
import static org.snn4j.network.learning.GivenSpikes.synapse;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Oracle: the closed form of a pair, nu0 e^(-|lag|/tauPost) or nu1 e^(-lag/tauPre), both at once for a coincidence. */
class HebbianTest {
    private static final Hebbian RULE = new Hebbian(0.01, 0.02);

    static IntStream lags() {
        return IntStream.rangeClosed(-40, 40).filter(lag -> lag % 3 == 0 || Math.abs(lag) < 5);
    }

    @ParameterizedTest
    @MethodSource("lags")
    void pairStrengthensTheSynapseInEitherOrder(int lag) {
        double expected =
                lag > 0 ? 0.02 * Math.exp(-lag / TAU_PRE) : lag < 0 ? 0.01 * Math.exp(lag / TAU_POST) : 0.02 + 0.01;
        assertThat(learned(synapse(0.5, RULE), at(50), at(50 + lag)) - 0.5).isCloseTo(expected, within(1e-6));
    }

    @Test
    void spikeOnOneSideAloneChangesNothing() {
        assertThat(learned(synapse(0.5, RULE), every(0, 100), at())).isEqualTo(0.5f);
        assertThat(learned(synapse(0.5, RULE), at(), every(0, 100))).isEqualTo(0.5f);
    }

    @Test
    void onlyBoundsEndTheGrowth() {
        assertThat(learned(synapse(0.5, RULE), every(0, 100), every(0, 100)) - 0.5)
                .isCloseTo(100 * 0.03, within(1e-5));
        assertThat(learned(synapse(0.5, RULE).bounds(0, 1), every(0, 100), every(0, 100)))
                .isEqualTo(1);
    }
}
