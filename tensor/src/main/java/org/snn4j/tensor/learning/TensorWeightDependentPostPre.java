package org.snn4j.tensor.learning;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.learning.WeightDependentPostPre;
import org.snn4j.tensor.array.Program;
import org.snn4j.tensor.translation.Step;

/** {@link WeightDependentPostPre} in ND4J operations. */
final class TensorWeightDependentPostPre implements TensorLearner {
    private final Program program;

    /** w ← w − nu.pre Σ s_pre x_post (w − wmin) + nu.post Σ x_pre s_post (wmax − w), both with the old w */
    TensorWeightDependentPostPre(WeightDependentPostPre rule, TensorSite site) {
        site.requireFiniteBounds(rule.type());
        double factor = site.factor(rule.reduction());
        INDArray w = site.synapses().weights();
        INDArray room = site.synapses().zeros();
        INDArray depression = site.synapses().zeros();
        INDArray potentiation = site.synapses().zeros();
        program = new Program()
                .set(depression, 0)
                .then(site.spikesByTraces().addTo(depression, -rule.nu().pre() * factor))
                .sum(w, -site.bounds().low(), room)
                .multiply(depression, room)
                .set(potentiation, 0)
                .then(site.tracesBySpikes().addTo(potentiation, rule.nu().post() * factor))
                .subtractFrom(site.bounds().high(), w, room)
                .multiply(potentiation, room)
                .add(w, depression)
                .add(w, potentiation);
    }

    @Override
    public void learn(Step now) {
        program.run();
    }
}
