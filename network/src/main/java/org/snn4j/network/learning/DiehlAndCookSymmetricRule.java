package org.snn4j.network.learning;

import java.util.Objects;
import org.snn4j.network.Parameters;
import org.snn4j.network.event.LearningSite;
import org.snn4j.network.event.PairRule;
import org.snn4j.network.event.PairUpdate;

/**
 * The rule of Diehl and Cook 2015 (doi 10.3389/fncom.2015.00099) that learns at the spikes of both sides:
 * {@link DiehlAndCookRule} with depression at presynaptic spikes.
 *
 * <pre>
 * presynaptic spike:  w ← w − nu.pre · x_post · w^mu
 * postsynaptic spike: w ← w + nu.post (x_pre − xTar) (wmax − w)^mu
 * </pre>
 *
 * <p>All changes of a step see the weight as it was before; one above wmax counts as at wmax, one below 0 as at 0. Unless mu is
 * 0 the connection needs finite bounds.
 *
 * @param nu learning rates
 * @param xTar the presynaptic trace at which a postsynaptic spike leaves the weight as it is
 * @param mu how much less a weight changes near its ends
 * @param reduction how the changes of a batch are joined
 */
public record DiehlAndCookSymmetricRule(Rates nu, double xTar, double mu, Reduction reduction) implements PairRule {
    public DiehlAndCookSymmetricRule {
        Objects.requireNonNull(nu, "DiehlAndCookSymmetricRule.nu is missing");
        Parameters.finite("DiehlAndCookSymmetricRule", "xTar", xTar);
        Parameters.atLeastZero("DiehlAndCookSymmetricRule", "mu", mu);
        Objects.requireNonNull(reduction, "DiehlAndCookSymmetricRule.reduction is missing");
    }

    /** No learning until rates are given. */
    public static DiehlAndCookSymmetricRule defaults() {
        return new DiehlAndCookSymmetricRule(new Rates(0, 0), 0, 0, Reduction.SUM);
    }

    @Override
    public DiehlAndCookSymmetricRule withRatesScaled(double factor) {
        return new DiehlAndCookSymmetricRule(nu.scaled(factor), xTar, mu, reduction);
    }

    @Override
    public PairUpdate update(LearningSite site) {
        if (mu != 0) {
            site.requireFiniteBounds(type());
        }
        double factor = reduction.factor(site.batch());
        return new Update((float) (nu.pre() * factor), (float) (nu.post() * factor), (float) xTar, mu, (float)
                site.bounds().high());
    }

    private record Update(float nuPre, float nuPost, float xTar, double mu, float wmax) implements PairUpdate {
        @Override
        public float onPre(float w, float postTrace) {
            return -nuPre * postTrace * room(w);
        }

        @Override
        public float onPost(float w, float preTrace) {
            return nuPost * (preTrace - xTar) * room(wmax - w);
        }

        private float room(float distance) {
            return mu == 0 ? 1 : (float) StrictMath.pow(Math.max(distance, 0), mu);
        }

        @Override
        public boolean dependsOnWeight() {
            return mu != 0;
        }

        @Override
        public boolean changesSilentSources() {
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
