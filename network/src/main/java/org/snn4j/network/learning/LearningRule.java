package org.snn4j.network.learning;

/**
 * How a synapse's weight follows the spikes on its two sides: a record of parameters, checked when it is made. A rule
 * knows one synapse at a time and no topology. To run on an engine it implements that engine's face, for the event engine
 * {@link org.snn4j.network.event.EventRule}.
 */
public interface LearningRule {
    /** The name of the rule in files: "PostPre". */
    default String type() {
        return getClass().getSimpleName();
    }

    /** How the changes that the samples of a batch call for become one. */
    Reduction reduction();

    /**
     * The same rule with its learning rates multiplied by a factor, for schedules that slow learning down.
     *
     * @throws UnsupportedOperationException unless the rule says how
     */
    default LearningRule withRatesScaled(double factor) {
        throw new UnsupportedOperationException(
                type() + " does not say how to scale its learning rates; it would by LearningRule.withRatesScaled");
    }

    /** Whether it reads the spike traces of the layers on both sides, which must keep them then. */
    default boolean readsTraces() {
        return true;
    }
}
