package org.snn4j.network.event;

import org.snn4j.network.learning.LearningRule;

/** The event engine's face of a learning rule: a rule that implements it runs there. */
public interface EventRule extends LearningRule {
    /** The rule's arithmetic in single precision, its changes scaled as the rule's reduction asks for. */
    PairUpdate update(int batch);
}
