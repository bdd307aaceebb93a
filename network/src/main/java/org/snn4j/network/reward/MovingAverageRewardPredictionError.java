package org.snn4j.network.reward;

import static org.snn4j.network.Parameters.finite;

/**
 * How much better the reward is than was to be expected from those before it: success where it is above their moving
 * average, failure where it is below.
 *
 * <pre>
 * compute: reward − prediction
 * update:  prediction ← prediction + (reward − prediction) / window
 * </pre>
 *
 * <p>Without it a rule that is always rewarded a little also learns from everything that has nothing to do with the reward.
 * Frémaux, Sprekeler and Gerstner 2010, doi 10.1523/JNEUROSCI.6249-09.2010; as they show, trials of different kinds need a
 * prediction each.
 *
 * @param window over how many rewards the average reaches back: a reward's weight falls by the factor 1 − 1/window with each
 *     one after it; at least 1, which remembers only the last
 * @param prediction the average so far; at first what is expected before any reward
 */
public record MovingAverageRewardPredictionError(double window, double prediction) implements RewardFunction {
    public MovingAverageRewardPredictionError {
        finite("MovingAverageRewardPredictionError", "prediction", prediction);
        if (!(window >= 1 && window < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("MovingAverageRewardPredictionError.window is " + window
                    + "; it must be a finite number of at least 1");
        }
    }

    /** An average over about so many rewards, which expects none at first. */
    public static MovingAverageRewardPredictionError over(double window) {
        return new MovingAverageRewardPredictionError(window, 0);
    }

    @Override
    public double compute(double reward) {
        finite("MovingAverageRewardPredictionError", "reward", reward);
        return reward - prediction;
    }

    @Override
    public MovingAverageRewardPredictionError update(double reward) {
        return new MovingAverageRewardPredictionError(window, prediction + compute(reward) / window);
    }
}
