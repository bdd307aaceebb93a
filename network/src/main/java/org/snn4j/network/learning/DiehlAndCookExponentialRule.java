package org.snn4j.network.learning;

import java.util.Objects;
import org.snn4j.network.Parameters;
import org.snn4j.network.event.LearningSite;
import org.snn4j.network.event.PairRule;
import org.snn4j.network.event.PairUpdate;

/**
 * The exponential rule of Diehl and Cook 2015 (doi 10.3389/fncom.2015.00099): when the target fires, inputs that fired lately
 * gain, the small ones most, and all lose, the great ones most.
 *
 * <pre>
 * postsynaptic spike: w ← w + eta (x_pre e^(−beta w) − xTar e^(−beta (wmax − w)))
 * </pre>
 *
 * <p>All changes of a step see the weight as it was before. The connection needs finite bounds.
 *
 * @param eta learning rate
 * @param xTar the presynaptic trace at which a weight of wmax/2 stays as it is
 * @param beta how much less a weight grows the greater it is
 * @param reduction how the changes of a batch are joined
 */
public record DiehlAndCookExponentialRule(double eta, double xTar, double beta, Reduction reduction)
        implements PairRule {
    public DiehlAndCookExponentialRule {
        Parameters.finite("DiehlAndCookExponentialRule", "eta", eta);
        Parameters.finite("DiehlAndCookExponentialRule", "xTar", xTar);
        Parameters.atLeastZero("DiehlAndCookExponentialRule", "beta", beta);
        Objects.requireNonNull(reduction, "DiehlAndCookExponentialRule.reduction is missing");
    }

    /** No learning until a rate is given. */
    public static DiehlAndCookExponentialRule defaults() {
        return new DiehlAndCookExponentialRule(0, 0, 1, Reduction.SUM);
    }

    @Override
    public DiehlAndCookExponentialRule withRatesScaled(double factor) {
        return new DiehlAndCookExponentialRule(eta * factor, xTar, beta, reduction);
    }

    @Override
    public PairUpdate update(LearningSite site) {
        site.requireFiniteBounds(type());
        return new Update(
                eta * reduction.factor(site.batch()), xTar, beta, site.bounds().high());
    }

    private record Update(double eta, double xTar, double beta, double wmax) implements PairUpdate {
        @Override
        public float onPre(float w, float postTrace) {
            return 0;
        }

        @Override
        public float onPost(float w, float preTrace) {
            return (float) (eta * (preTrace * StrictMath.exp(-beta * w) - xTar * StrictMath.exp(-beta * (wmax - w))));
        }

        @Override
        public boolean dependsOnWeight() {
            return true;
        }

        @Override
        public boolean changesSilentSources() {
            return true;
        }

        @Override
        public void addOnPre(float[] row, float[] changes, int[] targets, float[] postTraces, int count) {
            // Presynaptic spikes change nothing.
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
