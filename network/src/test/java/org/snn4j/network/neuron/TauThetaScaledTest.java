package org.snn4j.network.neuron;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.snn4j.network.Network;

/** Oracle: the model with the other time constant, built directly. */
class TauThetaScaledTest {
    @Test
    void onlyTheTimeConstantOfThetaChanges() {
        assertThat(DiehlAndCook.builder().thetaPlus(0.1).tauTheta(800).build().withTauThetaScaled(0.125))
                .isEqualTo(DiehlAndCook.builder().thetaPlus(0.1).tauTheta(100).build());
        assertThat(ConductanceLIF.builder().refractory(3).tauTheta(800).build().withTauThetaScaled(0.125))
                .isEqualTo(ConductanceLIF.builder().refractory(3).tauTheta(100).build());
        assertThat(new AdaptiveLIF(LIF.defaults(), 0.1, 800).withTauThetaScaled(0.125))
                .isEqualTo(new AdaptiveLIF(LIF.defaults(), 0.1, 100));
    }

    @Test
    void neuronsWithoutThetaStayAsTheyAre() {
        assertThat(LIF.defaults().withTauThetaScaled(0.125)).isEqualTo(LIF.defaults());
    }

    @Test
    void networkScalesEveryLayer() {
        assertThat(network(800).withTauThetaScaled(0.125)).isEqualTo(network(100));
    }

    private static Network network(double tauTheta) {
        return Network.builder()
                .layer("A", DiehlAndCook.builder().tauTheta(tauTheta).build(), 2)
                .layer("B", LIF.defaults(), 3)
                .layer("C", new AdaptiveLIF(LIF.defaults(), 0.1, tauTheta), 1)
                .build();
    }
}
