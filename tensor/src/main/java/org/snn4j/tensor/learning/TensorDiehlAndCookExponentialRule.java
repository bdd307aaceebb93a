package org.snn4j.tensor.learning;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.learning.DiehlAndCookExponentialRule;
import org.snn4j.tensor.array.Program;
import org.snn4j.tensor.translation.Step;

/** {@link DiehlAndCookExponentialRule} in ND4J operations. */
final class TensorDiehlAndCookExponentialRule implements TensorLearner {
    private final Program program;

    /** w ← w + eta (Σ x_pre s_post e^(−beta w) − xTar Σ s_post e^(−beta (wmax − w))), both with the old w */
    TensorDiehlAndCookExponentialRule(DiehlAndCookExponentialRule rule, TensorSite site) {
        site.requireFiniteBounds(rule.type());
        double eta = rule.eta() * site.factor(rule.reduction());
        INDArray w = site.synapses().weights();
        INDArray gain = site.synapses().zeros();
        INDArray loss = site.synapses().zeros();
        INDArray weighting = site.synapses().zeros();
        INDArray everySource = site.zeros(site.source());
        everySource.assign(1);
        program = new Program()
                .set(gain, 0)
                .then(site.tracesBySpikes().addTo(gain, eta))
                .product(w, -rule.beta(), weighting)
                .exp(weighting)
                .multiply(gain, weighting)
                .set(loss, 0)
                .then(site.synapses().pairs(everySource, site.target().spikes()).addTo(loss, -eta * rule.xTar()))
                .subtractFrom(site.bounds().high(), w, weighting)
                .scale(weighting, -rule.beta())
                .exp(weighting)
                .multiply(loss, weighting)
                .add(w, gain)
                .add(w, loss);
    }

    @Override
    public void learn(Step now) {
        program.run();
    }
}
