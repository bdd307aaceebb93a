package org.snn4j.tensor.learning;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.Variable;
import org.snn4j.network.learning.Rmax;
import org.snn4j.tensor.array.Program;
import org.snn4j.tensor.translation.Step;

/** {@link Rmax} in ND4J operations. */
final class TensorRmax implements TensorLearner {
    private final INDArray eligibility;
    private final Decay decay;
    private final Program addSurprise;
    private final Rewarded change;
    private final double rate;

    TensorRmax(Rmax rule, TensorSite site) {
        INDArray w = site.synapses().weights();
        INDArray p = site.requireTargetVariable(rule.type(), Variable.PROBABILITY);
        INDArray discount = site.zeros(site.target());
        INDArray surprise = site.zeros(site.target());
        eligibility = site.synapses().zeros();
        decay = new Decay(eligibility, 1 - site.dt() / rule.tauEligibility());
        addSurprise = new Program()
                .product(p, rule.tauC() / site.dt(), discount)
                .add(discount, 1)
                .copy(p, surprise)
                .divide(surprise, discount)
                .difference(site.target().spikes(), surprise, surprise)
                .then(site.synapses()
                        .pairs(TensorSite.trace(site.source()), surprise)
                        .addTo(eligibility, site.factor(rule.reduction())));
        change = new Rewarded(factor -> new Program().addScaled(w, eligibility, factor));
        rate = rule.nu().pre();
    }

    /**
     * e ← e (1 − dt/tauEligibility) + Σ (s_post − p_post / (1 + (tauC/dt) p_post)) x_pre; w ← w + nu.pre · reward · e
     */
    @Override
    public void learn(Step now) {
        decay.run(now);
        addSurprise.run();
        change.run(rate * now.reward().value());
    }

    @Override
    public void reset() {
        eligibility.assign(0);
    }

    @Override
    public Map<Variable, INDArray> state() {
        return Map.of(Variable.ELIGIBILITY, eligibility);
    }
}
