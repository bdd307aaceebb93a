package org.snn4j.tensor.learning;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.learning.DiehlAndCookSymmetricRule;
import org.snn4j.tensor.array.Program;
import org.snn4j.tensor.translation.Step;

/** {@link DiehlAndCookSymmetricRule} in ND4J operations. */
final class TensorDiehlAndCookSymmetricRule implements TensorLearner {
    private final Program program;

    /** w ← w − nu.pre Σ s_pre x_post w^mu + nu.post (Σ x_pre s_post − xTar Σ s_post) (wmax − w)^mu, both with the old w */
    TensorDiehlAndCookSymmetricRule(DiehlAndCookSymmetricRule rule, TensorSite site) {
        double factor = site.factor(rule.reduction());
        double nuPost = rule.nu().post() * factor;
        INDArray w = site.synapses().weights();
        INDArray depression = site.synapses().zeros();
        INDArray potentiation = site.synapses().zeros();
        INDArray everySource = site.zeros(site.source());
        everySource.assign(1);
        program = new Program()
                .set(depression, 0)
                .then(site.spikesByTraces().addTo(depression, -rule.nu().pre() * factor))
                .set(potentiation, 0)
                .then(site.tracesBySpikes().addTo(potentiation, nuPost))
                .then(site.synapses()
                        .pairs(everySource, site.target().spikes())
                        .addTo(potentiation, -nuPost * rule.xTar()));
        if (rule.mu() != 0) {
            site.requireFiniteBounds(rule.type());
            INDArray room = site.synapses().zeros();
            program.copy(w, room)
                    .atLeast(room, 0)
                    .power(room, rule.mu())
                    .multiply(depression, room)
                    .subtractFrom(site.bounds().high(), w, room)
                    .atLeast(room, 0)
                    .power(room, rule.mu())
                    .multiply(potentiation, room);
        }
        program.add(w, depression).add(w, potentiation);
    }

    @Override
    public void learn(Step now) {
        program.run();
    }
}
