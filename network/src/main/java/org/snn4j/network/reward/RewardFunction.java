package org.snn4j.network.reward;

/**
 * What reward-modulated rules are to learn from, given the rewards that the world gives one after the other, such as one for
 * each trial. A value: it does not change with the rewards that it sees, but says what comes in its place.
 *
 * <pre>
 * simulation.run(run.rewarded(Reward.of(function.compute(reward))));
 * function = function.update(reward);
 * </pre>
 *
 * <p>A function that does not depend on past rewards is a lambda: {@code reward -> reward}.
 */
@FunctionalInterface
public interface RewardFunction {
    /** The value that takes the place of the next reward, for {@link org.snn4j.network.Reward#of}. */
    double compute(double reward);

    /** The function for the reward after this one. */
    default RewardFunction update(double reward) {
        return this;
    }
}
