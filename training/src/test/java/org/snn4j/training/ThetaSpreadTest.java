package org.snn4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.models.TwoLayer;
import org.snn4j.network.Layer;
import org.snn4j.network.LearnedState;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.neuron.DiehlAndCook;

/** Oracle: the definition, worked out by hand. */
class ThetaSpreadTest {
    private static final Layer LAYER = Layer.of("Ae", DiehlAndCook.defaults(), 4);
    private static final LearnedState LEARNED = new LearnedState(Map.of(
            "X-Ae.w", FloatArray.of(Shape.of(1, 4), 1, 2, 3, 4), "Ae.theta", FloatArray.of(Shape.of(4), 1, 2, 3, 6)));

    @Test
    void thetaComesNearerToItsMeanAndNothingElseChanges() {
        assertThat(theta(ThetaSpread.narrowed(LEARNED, LAYER, 0.5))).containsExactly(2, 2.5f, 3, 4.5f);
        assertThat(theta(ThetaSpread.narrowed(LEARNED, LAYER, 0))).containsOnly(3);
        assertThat(ThetaSpread.narrowed(LEARNED, LAYER, 1)).isEqualTo(LEARNED);
        assertThat(ThetaSpread.narrowed(LEARNED, LAYER, 0.5).require("X-Ae.w")).isEqualTo(LEARNED.require("X-Ae.w"));
    }

    @Test
    void itIsTheEndOfLearning() {
        LearnedState learned = learned(Small.plan(1));
        LearnedState narrowed = learned(Small.plan(1).withThetaSpread(0.25));
        assertThat(narrowed)
                .isEqualTo(ThetaSpread.narrowed(learned, LAYER, 0.25))
                .isNotEqualTo(learned);
    }

    private static LearnedState learned(TrainingPlan plan) {
        return new Trainer(plan, Progress.Listener.NONE)
                .learn(Small.TRAIN.first(100))
                .state();
    }

    @Test
    void neuronsWithoutThetaAreRefusedBeforeAnythingIsLearned() {
        TrainingPlan plan = Small.plan(1).withModel(TwoLayer.recommended(20)).withThetaSpread(0.5);
        assertThatThrownBy(() -> Trainer.train(plan, Small.TRAIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("plan.thetaSpread is 0.5")
                .hasMessageContaining("1 would be right");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void whatIsNoPartOfOneIsRefused(double spread) {
        assertThatThrownBy(() -> Small.plan(1).withThetaSpread(spread))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("plan.thetaSpread is " + spread + "; it must be from 0 to 1");
    }

    private static float[] theta(LearnedState learned) {
        return learned.require("Ae.theta").values();
    }
}
