package org.snn4j.network.learning;

import java.util.Objects;
import org.snn4j.network.event.LearningSite;
import org.snn4j.network.event.PairRule;
import org.snn4j.network.event.PairUpdate;

/**
 * Hebbian plasticity with traces: neurons that fire together, in either order, are tied together.
 *
 * <pre>
 * presynaptic spike:  w ← w + nu.pre · x_post
 * postsynaptic spike: w ← w + nu.post · x_pre
 * </pre>
 *
 * <p>Nothing in the rule makes a weight smaller; bounds or a norm keep it finite. Hazan et al. 2018, doi
 * 10.3389/fninf.2018.00089.
 *
 * @param nu learning rates
 * @param reduction how the changes of a batch are joined
 */
public record Hebbian(Rates nu, Reduction reduction) implements PairRule {
    public Hebbian {
        Objects.requireNonNull(nu, "Hebbian.nu is missing");
        Objects.requireNonNull(reduction, "Hebbian.reduction is missing");
    }

    /** With the changes of a batch summed. */
    public Hebbian(double nuPre, double nuPost) {
        this(new Rates(nuPre, nuPost), Reduction.SUM);
    }

    /** No learning until rates are given. */
    public static Hebbian defaults() {
        return new Hebbian(0, 0);
    }

    @Override
    public Hebbian withRatesScaled(double factor) {
        return new Hebbian(nu.scaled(factor), reduction);
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
            return nuPre * postTrace;
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
