package org.snn4j.tensor.learning;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.learning.MSTDP;
import org.snn4j.tensor.translation.Step;

/** {@link MSTDP} in ND4J operations. */
final class TensorMSTDP implements TensorLearner {
    private final RewardPairs pairs;
    private final Rewarded change;
    private final double rate;

    TensorMSTDP(MSTDP rule, TensorSite site) {
        INDArray w = site.synapses().weights();
        pairs = new RewardPairs(site, rule.tauPlus(), rule.tauMinus());
        change = new Rewarded(factor -> pairs.addTo(w, factor));
        rate = rule.nu().pre() * site.factor(rule.reduction());
    }

    /** w ← w + nu.pre · reward · Σ E of the last step; then P⁺, P⁻ and E of this one */
    @Override
    public void learn(Step now) {
        change.run(rate * now.reward().value());
        pairs.advance(now.reward());
    }

    @Override
    public void reset() {
        pairs.reset();
    }
}
