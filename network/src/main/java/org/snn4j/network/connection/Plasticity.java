package org.snn4j.network.connection;

import java.util.Objects;
import java.util.Optional;
import org.snn4j.network.learning.LearningRule;

/**
 * How the weights of a connection change. In each learning step: the rule, then decay, then the bounds; after each run,
 * learning or not, normalisation.
 *
 * @param rule the learning rule, none for fixed weights
 * @param bounds what weights are clipped to
 * @param norm what each target's incoming weights are scaled to, if at all
 * @param weightDecay the share of its weight that each synapse loses in a learning step
 * @param signs whether weights may change sign
 * @param timing when a presynaptic spike counts for the rule
 */
public record Plasticity(
        Optional<LearningRule> rule,
        Bounds bounds,
        Optional<Norm> norm,
        double weightDecay,
        Signs signs,
        Timing timing) {
    /** Weights that never change. */
    public static final Plasticity FIXED =
            new Plasticity(Optional.empty(), Bounds.NONE, Optional.empty(), 0, Signs.FREE, Timing.FIRING);

    /** Whether weights may change sign. */
    public enum Signs {
        /** They may. */
        FREE,
        /** Dale's principle: each source neuron excites, or inhibits, as it did at the start. */
        KEPT
    }

    /** When a presynaptic spike counts for the rule, with its trace. */
    public enum Timing {
        /** In the step in which it is fired, whatever delay it has. */
        FIRING,
        /**
         * Later by the delay of the connection and, in a dense one, of the synapse, as it is for the synapse itself; the one
         * step that every spike takes does not count.
         */
        ARRIVAL
    }

    public Plasticity {
        Objects.requireNonNull(timing, "timing is missing; Timing.FIRING is the usual one");
        Objects.requireNonNull(rule, "rule is missing; Optional.empty() means none");
        Objects.requireNonNull(signs, "signs is missing");
        Objects.requireNonNull(bounds, "bounds are missing; Bounds.NONE means none");
        Objects.requireNonNull(norm, "norm is missing; Optional.empty() means none");
        if (!(weightDecay >= 0 && weightDecay <= 1)) {
            throw new IllegalArgumentException("weightDecay is " + weightDecay + "; it must be from 0 to 1");
        }
    }

    /** With a rule that sees spikes when they are fired. */
    public Plasticity(
            Optional<LearningRule> rule, Bounds bounds, Optional<Norm> norm, double weightDecay, Signs signs) {
        this(rule, bounds, norm, weightDecay, signs, Timing.FIRING);
    }

    /** The same with the learning rates of the rule, if there is one, multiplied by a factor. */
    public Plasticity withRatesScaled(double factor) {
        return new Plasticity(rule.map(one -> one.withRatesScaled(factor)), bounds, norm, weightDecay, signs, timing);
    }

    public Plasticity withRule(LearningRule learningRule) {
        return new Plasticity(Optional.of(learningRule), bounds, norm, weightDecay, signs, timing);
    }

    public Plasticity withBounds(double low, double high) {
        return new Plasticity(rule, new Bounds(low, high), norm, weightDecay, signs, timing);
    }

    public Plasticity withNorm(Norm kept) {
        return new Plasticity(rule, bounds, Optional.of(kept), weightDecay, signs, timing);
    }

    public Plasticity withWeightDecay(double share) {
        return new Plasticity(rule, bounds, norm, share, signs, timing);
    }

    public Plasticity withSigns(Signs kept) {
        return new Plasticity(rule, bounds, norm, weightDecay, kept, timing);
    }

    public Plasticity withTiming(Timing moment) {
        return new Plasticity(rule, bounds, norm, weightDecay, signs, moment);
    }
}
