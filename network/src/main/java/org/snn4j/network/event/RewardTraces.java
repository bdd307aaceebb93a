package org.snn4j.network.event;

import java.util.Arrays;
import org.snn4j.network.Reward;

/**
 * The traces P⁺ and P⁻ that reward-modulated rules read, and the pairs of spikes of the last step: E = P⁺ s_post + s_pre P⁻
 * (Florian 2007).
 */
public final class RewardTraces {
    private final LearningSite site;
    private final float decayPlus;
    private final float decayMinus;
    private final float[][] plus;
    private final float[][] minus;
    private final SpikeList[] lastSources;
    private final SpikeList[] lastTargets;

    public RewardTraces(LearningSite site, double tauPlus, double tauMinus) {
        this.site = site;
        this.decayPlus = site.decay(tauPlus);
        this.decayMinus = site.decay(tauMinus);
        this.plus = new float[site.batch()][site.sources()];
        this.minus = new float[site.batch()][site.targets()];
        this.lastSources = SpikeList.perSample(site.batch(), site.sources());
        this.lastTargets = SpikeList.perSample(site.batch(), site.targets());
    }

    /** field ← field + factor · E of the last step, summed over the batch. Modifies field. */
    public void addPairs(WeightField field, float factor) {
        Synapses synapses = site.synapses();
        for (int sample = 0; sample < site.batch(); sample++) {
            for (int k = 0; k < lastTargets[sample].count(); k++) {
                synapses.addInto(field, lastTargets[sample].get(k), plus[sample], factor);
            }
            for (int k = 0; k < lastSources[sample].count(); k++) {
                synapses.addFrom(field, lastSources[sample].get(k), minus[sample], factor);
            }
        }
    }

    /** Moves on to this step's spikes. */
    public void advance(Reward reward) {
        for (int sample = 0; sample < site.batch(); sample++) {
            advance(plus[sample], decayPlus, lastSources[sample], site.sourceSpikes(sample), (float) reward.aPlus());
            advance(minus[sample], decayMinus, lastTargets[sample], site.targetSpikes(sample), (float) reward.aMinus());
        }
    }

    /** Hands over all of them, see {@link StateTransfer}. */
    public void carry(StateTransfer state) {
        for (int sample = 0; sample < site.batch(); sample++) {
            state.floats(plus[sample]);
            state.floats(minus[sample]);
            state.list(lastSources[sample]);
            state.list(lastTargets[sample]);
        }
    }

    public void reset() {
        for (int sample = 0; sample < site.batch(); sample++) {
            Arrays.fill(plus[sample], 0);
            Arrays.fill(minus[sample], 0);
            lastSources[sample].clear();
            lastTargets[sample].clear();
        }
    }

    private static void advance(float[] trace, float decay, SpikeList last, SpikeList spikes, float scale) {
        for (int j = 0; j < trace.length; j++) {
            float decayed = trace[j] * decay;
            trace[j] = Math.abs(decayed) < Traces.FLOOR ? 0 : decayed;
        }
        last.clear();
        last.addAll(spikes);
        Kernels.addAt(trace, spikes.array(), spikes.count(), scale);
    }
}
