package org.snn4j.tensor.learning;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.Trace;
import org.snn4j.network.learning.Triplet;
import org.snn4j.tensor.array.Program;
import org.snn4j.tensor.layer.SpikeTrace;
import org.snn4j.tensor.layer.SynapseSide;
import org.snn4j.tensor.translation.Step;

/** {@link Triplet} in ND4J operations: two products, of traces and of spikes weighted by the slow trace of their own side. */
final class TensorTriplet implements TensorLearner {
    private final SpikeTrace r;
    private final SpikeTrace o;
    private final Program program;

    /** w ← w − Σ s_pre (pair.pre + triplet.pre r) x_post, then w ← w + Σ x_pre s_post (pair.post + triplet.post o) */
    TensorTriplet(Triplet rule, TensorSite site) {
        double factor = site.factor(rule.reduction());
        r = slowTrace(site, site.source(), rule.tauPre());
        o = slowTrace(site, site.target(), rule.tauPost());
        INDArray w = site.synapses().weights();
        INDArray before = site.zeros(site.source());
        INDArray after = site.zeros(site.target());
        program = new Program()
                .product(r.x(), rule.triplet().pre(), before)
                .add(before, rule.pair().pre())
                .multiply(before, site.source().spikes())
                .then(site.synapses()
                        .pairs(before, TensorSite.trace(site.target()))
                        .addTo(w, -factor))
                .product(o.x(), rule.triplet().post(), after)
                .add(after, rule.pair().post())
                .multiply(after, site.target().spikes())
                .then(site.synapses()
                        .pairs(TensorSite.trace(site.source()), after)
                        .addTo(w, factor));
    }

    private static SpikeTrace slowTrace(TensorSite site, SynapseSide layer, double tau) {
        Trace.OnSpike onSpike = layer.layer().trace().orElseThrow().onSpike();
        return new SpikeTrace(new Trace(tau, 1, onSpike), layer.spikes(), layer.spec(), site.store());
    }

    @Override
    public void learn(Step now) {
        r.decay();
        o.decay();
        program.run();
        r.addSpikes();
        o.addSpikes();
    }

    @Override
    public void reset() {
        r.reset();
        o.reset();
    }
}
