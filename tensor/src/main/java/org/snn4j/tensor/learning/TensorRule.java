package org.snn4j.tensor.learning;

import org.snn4j.network.learning.LearningRule;

/** The tensor engine's face of a learning rule that it has no translation of: a rule that implements it runs there. */
public interface TensorRule extends LearningRule {
    /** The rule at work on one connection. */
    TensorLearner learner(TensorSite site);
}
