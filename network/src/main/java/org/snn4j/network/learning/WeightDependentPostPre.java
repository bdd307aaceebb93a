package org.snn4j.network.learning;

import java.util.Objects;
import org.snn4j.network.event.LearningSite;
import org.snn4j.network.event.PairRule;
import org.snn4j.network.event.PairUpdate;

/**
 * {@link PostPre} whose changes shrink as the weight nears the bound that it moves to.
 *
 * <pre>
 * presynaptic spike:  w ← w − nu.pre · x_post · (w − wmin)
 * postsynaptic spike: w ← w + nu.post · x_pre · (wmax − w)
 * </pre>
 *
 * <p>All changes of a step see the weight as it was before. The connection needs finite bounds. Morrison, Diesmann and
 * Gerstner 2008, doi 10.1007/s00422-008-0233-1.
 *
 * @param nu learning rates
 * @param reduction how the changes of a batch are joined
 */
public record WeightDependentPostPre(Rates nu, Reduction reduction) implements PairRule {
    public WeightDependentPostPre {
        Objects.requireNonNull(nu, "WeightDependentPostPre.nu is missing");
        Objects.requireNonNull(reduction, "WeightDependentPostPre.reduction is missing");
    }

    /** With the changes of a batch summed. */
    public WeightDependentPostPre(double nuPre, double nuPost) {
        this(new Rates(nuPre, nuPost), Reduction.SUM);
    }

    /** No learning until rates are given. */
    public static WeightDependentPostPre defaults() {
        return new WeightDependentPostPre(0, 0);
    }

    @Override
    public WeightDependentPostPre withRatesScaled(double factor) {
        return new WeightDependentPostPre(nu.scaled(factor), reduction);
    }

    @Override
    public PairUpdate update(LearningSite site) {
        double factor = reduction.factor(site.batch());
        site.requireFiniteBounds(type());
        return new Update(
                (float) (nu.pre() * factor),
                (float) (nu.post() * factor),
                (float) site.bounds().low(),
                (float) site.bounds().high());
    }

    private record Update(float nuPre, float nuPost, float wmin, float wmax) implements PairUpdate {
        @Override
        public float onPre(float w, float postTrace) {
            return -nuPre * postTrace * (w - wmin);
        }

        @Override
        public float onPost(float w, float preTrace) {
            return nuPost * preTrace * (wmax - w);
        }

        @Override
        public boolean dependsOnWeight() {
            return true;
        }

        @Override
        public void addOnPre(float[] row, float[] changes, int[] targets, float[] postTraces, int count) {
            for (int k = 0; k < count; k++) {
                changes[targets[k]] += onPre(row[targets[k]], postTraces[k]);
            }
        }

        @Override
        public void addOnPost(
                float[][] rows, float[][] changes, int target, int[] sources, float[] preTraces, int count) {
            for (int k = 0; k < count; k++) {
                changes[sources[k]][target] += onPost(rows[sources[k]][target], preTraces[k]);
            }
        }
    }
}
