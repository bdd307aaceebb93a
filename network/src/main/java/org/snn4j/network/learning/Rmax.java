package org.snn4j.network.learning;

import static org.snn4j.network.Parameters.positive;

import java.util.Map;
import java.util.Objects;
import org.snn4j.network.Variable;
import org.snn4j.network.event.EventRule;
import org.snn4j.network.event.Learner;
import org.snn4j.network.event.LearningSite;
import org.snn4j.network.event.SpikeList;
import org.snn4j.network.event.StepClock;
import org.snn4j.network.event.Traces;
import org.snn4j.network.event.WeightField;

/**
 * Reward maximisation by policy gradient for targets that fire by chance ({@link org.snn4j.network.neuron.SRM0}): a synapse is
 * eligible as far as its target fired more than was to be expected.
 *
 * <pre>
 * e ← e (1 − dt/tauEligibility) + (s_post − p_post / (1 + (tauC/dt) p_post)) x_pre
 * w ← w + nu.pre · reward · e
 * </pre>
 *
 * <p>p is the probability of the target's spike. Vasilaki et al. 2009, doi 10.1371/journal.pcbi.1000586.
 *
 * @param nu learning rates; only the first is used
 * @param tauC how the expected rate is discounted, ms
 * @param tauEligibility time constant of e, ms
 * @param reduction how the changes of a batch are joined
 */
public record Rmax(Rates nu, double tauC, double tauEligibility, Reduction reduction) implements EventRule {
    public Rmax {
        Objects.requireNonNull(nu, "Rmax.nu is missing");
        positive("Rmax", "tauC", tauC);
        positive("Rmax", "tauEligibility", tauEligibility);
        Objects.requireNonNull(reduction, "Rmax.reduction is missing");
    }

    /** No learning until rates are given. */
    public static Rmax defaults() {
        return new Rmax(new Rates(0, 0), 5, 25, Reduction.SUM);
    }

    @Override
    public Rmax withRatesScaled(double factor) {
        return new Rmax(nu.scaled(factor), tauC, tauEligibility, reduction);
    }

    @Override
    public Learner learner(LearningSite site) {
        site.requireTargetVariable(type(), Variable.PROBABILITY);
        return new Update(this, site);
    }

    private static final class Update implements Learner {
        private final Rmax rule;
        private final LearningSite site;
        private final WeightField eligibility;
        private final float[] surprise;

        Update(Rmax rule, LearningSite site) {
            this.rule = rule;
            this.site = site;
            this.eligibility = site.synapses().zeros();
            this.surprise = new float[site.targets()];
        }

        @Override
        public void learn(StepClock clock) {
            eligibility.decay((float) (1 - site.dt() / rule.tauEligibility), clock.step());
            float share = (float) rule.reduction.factor(site.batch());
            for (int sample = 0; sample < site.batch(); sample++) {
                surprise(sample);
                Traces traces = site.sourceTraces(sample);
                SpikeList active = traces.active();
                for (int k = 0; k < active.count(); k++) {
                    site.synapses().addFrom(eligibility, active.get(k), surprise, share * traces.value(active.get(k)));
                }
            }
            float factor = (float) (rule.nu.pre() * clock.reward().value());
            if (factor != 0) {
                site.synapses().addToWeights(eligibility, factor);
            }
        }

        private void surprise(int sample) {
            float[] p = site.targetState(Variable.PROBABILITY, sample);
            float discount = (float) (rule.tauC / site.dt());
            for (int j = 0; j < surprise.length; j++) {
                surprise[j] = -p[j] / (1 + discount * p[j]);
            }
            SpikeList spikes = site.targetSpikes(sample);
            for (int k = 0; k < spikes.count(); k++) {
                surprise[spikes.get(k)] += 1;
            }
        }

        @Override
        public void reset() {
            eligibility.clear();
        }

        @Override
        public Map<Variable, WeightField> state() {
            return Map.of(Variable.ELIGIBILITY, eligibility);
        }
    }
}
