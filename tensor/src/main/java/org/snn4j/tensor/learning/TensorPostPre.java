package org.snn4j.tensor.learning;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.learning.Hebbian;
import org.snn4j.network.learning.PostPre;
import org.snn4j.tensor.array.Program;
import org.snn4j.tensor.translation.Step;

/** {@link PostPre} in ND4J operations: two products that go straight into the weights. */
final class TensorPostPre implements TensorLearner {
    private final Program program;

    TensorPostPre(PostPre rule, TensorSite site) {
        this(site, -rule.nu().pre() * site.factor(rule.reduction()), rule.nu().post() * site.factor(rule.reduction()));
    }

    /** {@link Hebbian}, which potentiates on both sides. */
    TensorPostPre(Hebbian rule, TensorSite site) {
        this(site, rule.nu().pre() * site.factor(rule.reduction()), rule.nu().post() * site.factor(rule.reduction()));
    }

    /** w ← w + onPre Σ s_pre x_post, then w ← w + onPost Σ x_pre s_post */
    private TensorPostPre(TensorSite site, double onPre, double onPost) {
        INDArray w = site.synapses().weights();
        program = new Program()
                .then(site.spikesByTraces().addTo(w, onPre))
                .then(site.tracesBySpikes().addTo(w, onPost));
    }

    @Override
    public void learn(Step now) {
        program.run();
    }
}
