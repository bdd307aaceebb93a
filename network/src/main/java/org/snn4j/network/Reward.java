package org.snn4j.network;

/**
 * The reward that reward-modulated rules learn from during a run.
 *
 * @param value the reward; positive for good
 * @param aPlus what a presynaptic spike adds to the trace that a later postsynaptic spike reads
 * @param aMinus what a postsynaptic spike adds to the trace that a later presynaptic spike reads; negative
 */
public record Reward(double value, double aPlus, double aMinus) {
    /** No reward: reward-modulated rules change no weight. */
    public static final Reward NONE = of(0);

    public Reward {
        Parameters.finite("reward", "value", value);
        Parameters.finite("reward", "aPlus", aPlus);
        Parameters.finite("reward", "aMinus", aMinus);
    }

    /** A reward with traces that grow by 1 and by −1 (Florian 2007). */
    public static Reward of(double value) {
        return new Reward(value, 1, -1);
    }
}
