package org.snn4j.tensor.learning;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.Reward;
import org.snn4j.tensor.array.Program;
import org.snn4j.tensor.layer.SynapseSide;

/**
 * The traces P⁺ and P⁻ that reward-modulated rules read, and the pairs of spikes of the last step: E = P⁺ s_post + s_pre P⁻
 * (Florian 2007).
 */
final class RewardPairs {
    private final Synapses synapses;
    private final Side before;
    private final Side after;

    RewardPairs(TensorSite site, double tauPlus, double tauMinus) {
        synapses = site.synapses();
        before = new Side(site, site.source(), tauPlus);
        after = new Side(site, site.target(), tauMinus);
    }

    /** field ← field + factor · E of the last step, summed over the batch */
    Program addTo(INDArray field, double factor) {
        return new Program()
                .then(synapses.pairs(before.trace, after.lastSpikes).addTo(field, factor))
                .then(synapses.pairs(before.lastSpikes, after.trace).addTo(field, factor));
    }

    /** Moves on to this step's spikes. */
    void advance(Reward reward) {
        before.advance(reward.aPlus());
        after.advance(reward.aMinus());
    }

    void reset() {
        before.reset();
        after.reset();
    }

    /** One side of the synapses: its trace and its spikes. */
    private static final class Side {
        private final INDArray trace;
        private final INDArray lastSpikes;
        private final Program decay;
        private final Rewarded addSpikes;

        Side(TensorSite site, SynapseSide layer, double tau) {
            trace = site.zeros(layer);
            lastSpikes = site.zeros(layer);
            decay = new Program()
                    .scale(trace, layer.spec().decay(tau))
                    .snapToZero(trace, Program.FLOOR, site.zeros(layer))
                    .copy(layer.spikes(), lastSpikes);
            addSpikes = new Rewarded(scale -> new Program().addScaled(trace, layer.spikes(), scale));
        }

        void advance(double scale) {
            decay.run();
            addSpikes.run(scale);
        }

        void reset() {
            trace.assign(0);
            lastSpikes.assign(0);
        }
    }
}
