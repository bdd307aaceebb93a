package org.snn4j.network.event;

/** A learning rule that is two scalar laws, one for each side's spikes. */
public interface PairRule extends EventRule {
    /**
     * The laws for one connection.
     *
     * @throws IllegalArgumentException if the connection lacks something that the rule needs
     */
    PairUpdate update(LearningSite site);

    @Override
    default Learner learner(LearningSite site) {
        return new PairLearner(site, update(site));
    }
}
