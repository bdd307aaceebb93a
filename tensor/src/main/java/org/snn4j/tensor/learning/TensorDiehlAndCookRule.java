package org.snn4j.tensor.learning;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.learning.DiehlAndCookRule;
import org.snn4j.tensor.array.Program;
import org.snn4j.tensor.translation.Step;

/** {@link DiehlAndCookRule} in ND4J operations. */
final class TensorDiehlAndCookRule implements TensorLearner {
    private final Program program;

    /** w ← w + eta (Σ x_pre s_post − xTar Σ s_post) (wmax − w)^mu */
    TensorDiehlAndCookRule(DiehlAndCookRule rule, TensorSite site) {
        double eta = rule.eta() * site.factor(rule.reduction());
        INDArray w = site.synapses().weights();
        INDArray change = site.synapses().zeros();
        INDArray everySource = site.zeros(site.source());
        everySource.assign(1);
        program = new Program()
                .set(change, 0)
                .then(site.tracesBySpikes().addTo(change, eta))
                .then(site.synapses().pairs(everySource, site.target().spikes()).addTo(change, -eta * rule.xTar()));
        if (rule.mu() != 0) {
            site.requireFiniteBounds(rule.type());
            INDArray room = site.synapses().zeros();
            program.subtractFrom(site.bounds().high(), w, room)
                    .atLeast(room, 0)
                    .power(room, rule.mu())
                    .multiply(change, room);
        }
        program.add(w, change);
    }

    @Override
    public void learn(Step now) {
        program.run();
    }
}
