package org.snn4j.tensor.learning;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.Variable;
import org.snn4j.network.learning.MSTDPET;
import org.snn4j.tensor.array.Program;
import org.snn4j.tensor.translation.Step;

/** {@link MSTDPET} in ND4J operations. */
final class TensorMSTDPET implements TensorLearner {
    private final RewardPairs pairs;
    private final INDArray eligibility;
    private final Decay decay;
    private final Program addPairs;
    private final Rewarded change;
    private final double rate;

    TensorMSTDPET(MSTDPET rule, TensorSite site) {
        INDArray w = site.synapses().weights();
        pairs = new RewardPairs(site, rule.tauPlus(), rule.tauMinus());
        eligibility = site.synapses().zeros();
        decay = new Decay(eligibility, site.source().spec().decay(rule.tauEligibility()));
        addPairs = pairs.addTo(eligibility, site.factor(rule.reduction()) / rule.tauEligibility());
        change = new Rewarded(factor -> new Program().addScaled(w, eligibility, factor));
        rate = rule.nu().pre() * site.dt();
    }

    /** e ← e e^(−dt/tauEligibility) + Σ E/tauEligibility; w ← w + nu.pre · dt · reward · e; then P⁺, P⁻ and E */
    @Override
    public void learn(Step now) {
        decay.run(now);
        addPairs.run();
        change.run(rate * now.reward().value());
        pairs.advance(now.reward());
    }

    @Override
    public void reset() {
        pairs.reset();
        eligibility.assign(0);
    }

    @Override
    public Map<Variable, INDArray> state() {
        return Map.of(Variable.ELIGIBILITY, eligibility);
    }
}
