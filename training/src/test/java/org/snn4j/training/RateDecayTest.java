package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.snn4j.training.Small.TRAIN;

import org.junit.jupiter.api.Test;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.learning.Rates;
import org.snn4j.network.learning.Reduction;

/** Oracle: the power law of the factor; and the same training in two parts at rates that stay. */
class RateDecayTest {
    private static final RateDecay HALVING = new RateDecay(0.5, 100);

    @Test
    void factorComesInAfterEverySoManySamples() {
        assertThat(HALVING.after(0)).isEqualTo(1);
        assertThat(HALVING.after(99)).isEqualTo(1);
        assertThat(HALVING.after(100)).isEqualTo(0.5);
        assertThat(HALVING.after(399)).isEqualTo(0.125);
        assertThat(new RateDecay(0.99, 250).after(60_000)).isCloseTo(Math.pow(0.99, 240), within(1e-12));
    }

    @Test
    void ratesOfTheNetworkFall() {
        DiehlAndCook2015 model = DiehlAndCook2015.recommended(4).withNu(new Rates(0.25, 0.5));
        Stages stages = new Stages(
                TrainingPlan.of(model, Small.plan(1).presentation(), 1).withRateDecay(HALVING), 300);
        assertThat(stages.beginsWith(0)).isFalse();
        assertThat(stages.beginsWith(50)).isFalse();
        assertThat(stages.beginsWith(200)).isTrue();
        assertThat(stages.network(0)).isEqualTo(model.network());
        assertThat(stages.network(200)
                        .connections()
                        .get(0)
                        .topology()
                        .plasticity()
                        .rule())
                .contains(new PostPre(new Rates(0.0625, 0.125), Reduction.SUM));
    }

    /** A factor that leaves nothing: what was learned from the first hundred images stays but for theta. */
    @Test
    void samplesAfterTheRatesHaveFallenTeachLess() {
        TrainedModel first = Trainer.train(Small.plan(1), TRAIN.first(100));
        TrainedModel fallen = Trainer.train(Small.plan(1).withRateDecay(new RateDecay(1e-30, 100)), TRAIN);
        assertThat(fallen.learned().require("X-Ae.w")).isEqualTo(first.learned().require("X-Ae.w"));
        assertThat(fallen.learned().require("Ae.theta"))
                .isNotEqualTo(first.learned().require("Ae.theta"));
        assertThat(fallen.network()).isEqualTo(Small.MODEL.network());
    }

    @Test
    void factorOfOneChangesNoBit() {
        assertThat(Trainer.train(Small.plan(1).withRateDecay(new RateDecay(1, 7)), TRAIN))
                .isEqualTo(Small.MODEL);
    }

    @Test
    void numbersThatCannotBeAreNamed() {
        for (double factor : new double[] {0, -1, 1.1, Double.NaN}) {
            assertThatThrownBy(() -> new RateDecay(factor, 1)).hasMessageContaining("rateDecay.factor is " + factor);
        }
        assertThatThrownBy(() -> new RateDecay(1, 0)).hasMessageContaining("rateDecay.samples is 0");
    }
}
