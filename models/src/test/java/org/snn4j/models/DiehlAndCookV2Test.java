package org.snn4j.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.neuron.DiehlAndCook;

/** Oracle: the golden case, and the network of Diehl and Cook without its inhibitory neurons. */
class DiehlAndCookV2Test {
    /** The golden case was recorded with an inhibition of 17.5 mV, several spikes at a time, and weights of its own. */
    @Test
    void networkIsThatOfTheGoldenCase() throws Exception {
        DiehlAndCookV2 published = DiehlAndCookV2.ofNeurons(40);
        DiehlAndCookV2 recorded = new DiehlAndCookV2(
                published.inputs(),
                published.neurons(),
                published.dt(),
                DiehlAndCook.builder().oneSpike(false).build(),
                published.tauTrace(),
                published.initialWeight(),
                published.bounds(),
                published.nu(),
                published.norm(),
                17.5);
        assertThat(Golden.network("model-diehl-and-cook-v2")).isEqualTo(Golden.withoutWeights(recorded.network()));
    }

    @Test
    void neuronsInhibitEachOtherAsMuchAsOverPartners() {
        DiehlAndCookV2 model = DiehlAndCookV2.recommended(100);
        DiehlAndCook2015 withPartners = DiehlAndCook2015.recommended(100);

        assertThat(model.network().layers())
                .containsExactlyElementsOf(withPartners.network().layers().subList(0, 2));
        assertThat(model.network().connections().get(0))
                .isEqualTo(withPartners.network().connections().get(0));
        assertThat(model.network().connections().get(1).topology())
                .isEqualTo(new AllButSelf(-withPartners.inhibition()));
    }
}
