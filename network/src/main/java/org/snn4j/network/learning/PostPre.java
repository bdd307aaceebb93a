package org.snn4j.network.learning;

import java.util.Objects;
import org.snn4j.network.event.LearningSite;
import org.snn4j.network.event.PairRule;
import org.snn4j.network.event.PairUpdate;

/**
 * Pair-based spike-timing-dependent plasticity with traces: depression when the presynaptic neuron fires after the
 * postsynaptic one, potentiation when it fires before.
 *
 * <pre>
 * presynaptic spike:  w ← w − nu.pre · x_post
 * postsynaptic spike: w ← w + nu.post · x_pre
 * </pre>
 *
 * <p>In a step with both, the presynaptic change comes first and both see traces that hold this step's spikes. Morrison,
 * Diesmann and Gerstner 2008, doi 10.1007/s00422-008-0233-1.
 *
 * @param nu learning rates
 * @param reduction how the changes of a batch are joined
 */
public record PostPre(Rates nu, Reduction reduction) implements PairRule {
    public PostPre {
        Objects.requireNonNull(nu, "PostPre.nu is missing");
        Objects.requireNonNull(reduction, "PostPre.reduction is missing");
    }

    /** With the changes of a batch summed. */
    public PostPre(double nuPre, double nuPost) {
        this(new Rates(nuPre, nuPost), Reduction.SUM);
    }

    /** No learning until rates are given. */
    public static PostPre defaults() {
        return new PostPre(0, 0);
    }

    @Override
    public PostPre withRatesScaled(double factor) {
        return new PostPre(nu.scaled(factor), reduction);
    }

    @Override
    public PairUpdate update(LearningSite site) {
        double factor = reduction.factor(site.batch());
        return new Update((float) (nu.pre() * factor), (float) (nu.post() * factor));
    }

    private record Update(float nuPre, float nuPost) implements PairUpdate {
        /** The laws do not read the weight, so the loops need not either. */
        private static final float ANY_WEIGHT = 0;

        @Override
        public float onPre(float w, float postTrace) {
            return -nuPre * postTrace;
        }

        @Override
        public float onPost(float w, float preTrace) {
            return nuPost * preTrace;
        }

        @Override
        public void addOnPre(float[] row, float[] changes, int[] targets, float[] postTraces, int count) {
            for (int k = 0; k < count; k++) {
                changes[targets[k]] += onPre(ANY_WEIGHT, postTraces[k]);
            }
        }

        @Override
        public void addOnPost(
                float[][] rows, float[][] changes, int target, int[] sources, float[] preTraces, int count) {
            for (int k = 0; k < count; k++) {
                changes[sources[k]][target] += onPost(ANY_WEIGHT, preTraces[k]);
            }
        }
    }
}
