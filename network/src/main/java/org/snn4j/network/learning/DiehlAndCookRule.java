package org.snn4j.network.learning;

import java.util.Objects;
import org.snn4j.network.Parameters;
import org.snn4j.network.event.LearningSite;
import org.snn4j.network.event.PairRule;
import org.snn4j.network.event.PairUpdate;

/**
 * The power-law rule of Diehl and Cook 2015 (doi 10.3389/fncom.2015.00099): when the target fires, inputs that fired lately
 * gain and all others lose.
 *
 * <pre>
 * postsynaptic spike: w ← w + eta (x_pre − xTar) (wmax − w)^mu
 * </pre>
 *
 * <p>A weight above wmax, where a norm can put it, counts as at wmax. Unless mu is 0 the connection needs finite bounds.
 *
 * @param eta learning rate
 * @param xTar the presynaptic trace at which the weight stays as it is
 * @param mu how much less a weight changes near wmax
 * @param reduction how the changes of a batch are joined
 */
public record DiehlAndCookRule(double eta, double xTar, double mu, Reduction reduction) implements PairRule {
    public DiehlAndCookRule {
        Parameters.finite("DiehlAndCookRule", "eta", eta);
        Parameters.finite("DiehlAndCookRule", "xTar", xTar);
        Parameters.atLeastZero("DiehlAndCookRule", "mu", mu);
        Objects.requireNonNull(reduction, "DiehlAndCookRule.reduction is missing");
    }

    /** No learning until a rate is given. */
    public static DiehlAndCookRule defaults() {
        return new DiehlAndCookRule(0, 0, 0, Reduction.SUM);
    }

    @Override
    public DiehlAndCookRule withRatesScaled(double factor) {
        return new DiehlAndCookRule(eta * factor, xTar, mu, reduction);
    }

    @Override
    public PairUpdate update(LearningSite site) {
        if (mu != 0) {
            site.requireFiniteBounds(type());
        }
        float rate = (float) (eta * reduction.factor(site.batch()));
        return new Update(rate, (float) xTar, mu, (float) site.bounds().high());
    }

    private record Update(float eta, float xTar, double mu, float wmax) implements PairUpdate {
        @Override
        public float onPre(float w, float postTrace) {
            return 0;
        }

        @Override
        public float onPost(float w, float preTrace) {
            float room = mu == 0 ? 1 : (float) StrictMath.pow(Math.max(wmax - w, 0), mu);
            return eta * (preTrace - xTar) * room;
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
