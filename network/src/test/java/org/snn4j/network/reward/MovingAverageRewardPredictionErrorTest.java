package org.snn4j.network.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: closed forms of the exponential moving average. */
class MovingAverageRewardPredictionErrorTest {
    /** The prediction approaches a constant reward r as r (1 − (1 − 1/window)^n), so the error falls as r (1 − 1/window)^n. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 10, 33.3})
    void errorOfAConstantRewardFallsGeometrically(double window) {
        MovingAverageRewardPredictionError function = MovingAverageRewardPredictionError.over(window);
        for (int n = 0; n < 50; n++) {
            assertThat(function.compute(3)).isCloseTo(3 * Math.pow(1 - 1 / window, n), within(1e-12));
            function = function.update(3);
        }
    }

    /** The prediction after n rewards is the sum of (1/window) (1 − 1/window)^(n − 1 − k) r_k. */
    @Test
    void predictionIsTheWeightedSumOfAllRewards() {
        Random random = new Random(1);
        double[] rewards = random.doubles(30, -5, 5).toArray();
        MovingAverageRewardPredictionError function = MovingAverageRewardPredictionError.over(4);
        double expected = 0;
        for (int k = 0; k < rewards.length; k++) {
            function = function.update(rewards[k]);
            expected += 0.25 * Math.pow(0.75, rewards.length - 1 - k) * rewards[k];
        }
        assertThat(function.prediction()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void windowOfOneExpectsTheLastReward() {
        MovingAverageRewardPredictionError function = new MovingAverageRewardPredictionError(1, 100);
        assertThat(function.compute(7)).isEqualTo(-93);
        assertThat(function.update(5).compute(7)).isEqualTo(2);
    }

    @Test
    void functionItselfNeverChanges() {
        MovingAverageRewardPredictionError function = new MovingAverageRewardPredictionError(10, 1);
        function.update(5);
        assertThat(function).isEqualTo(new MovingAverageRewardPredictionError(10, 1));
    }

    @Test
    void functionWithoutMemoryIsALambda() {
        RewardFunction plain = reward -> 2 * reward;
        assertThat(plain.compute(3)).isEqualTo(6);
        assertThat(plain.update(3)).isSameAs(plain);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.99, 0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void windowBelowOneIsRefused(double window) {
        assertThatThrownBy(() -> MovingAverageRewardPredictionError.over(window))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("window is " + window);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY})
    void rewardThatIsNotFiniteIsRefused(double reward) {
        MovingAverageRewardPredictionError function = MovingAverageRewardPredictionError.over(10);
        assertThatThrownBy(() -> function.compute(reward))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reward is " + reward);
        assertThatThrownBy(() -> function.update(reward)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MovingAverageRewardPredictionError(10, reward))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("prediction is " + reward);
    }
}
