package org.snn4j.network.event;

import org.snn4j.network.learning.LearningRule;

/** The event engine's face of a learning rule: a rule that implements it runs there. */
public interface EventRule extends LearningRule {
    /**
     * The rule at work on one connection. Rules of two laws, one for each side's spikes, return a {@link PairLearner}.
     *
     * @throws IllegalArgumentException if the connection lacks something that the rule needs
     */
    Learner learner(LearningSite site);
}
