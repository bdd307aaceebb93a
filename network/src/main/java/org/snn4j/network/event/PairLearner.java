package org.snn4j.network.event;

/** A rule of two laws at work: first all presynaptic spikes of the step, then all postsynaptic ones. */
public final class PairLearner implements Learner {
    private final LearningSite site;
    private final PairUpdate update;

    public PairLearner(LearningSite site, PairUpdate update) {
        this.site = site;
        this.update = update;
    }

    @Override
    public void learn(StepClock clock) {
        for (int sample = 0; sample < site.batch(); sample++) {
            if (site.sourceSpikes(sample).count() > 0) {
                site.synapses().applyOnPre(site.sourceSpikes(sample), site.targetTraces(sample), update);
            }
        }
        for (int sample = 0; sample < site.batch(); sample++) {
            if (site.targetSpikes(sample).count() > 0) {
                site.synapses().applyOnPost(site.targetSpikes(sample), site.sourceTraces(sample), update);
            }
        }
        if (update.dependsOnWeight()) {
            site.synapses().settle();
        }
    }
}
