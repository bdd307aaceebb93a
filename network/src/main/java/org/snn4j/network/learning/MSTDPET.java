package org.snn4j.network.learning;

import static org.snn4j.network.Parameters.positive;

import java.util.Map;
import java.util.Objects;
import org.snn4j.network.Variable;
import org.snn4j.network.event.EventRule;
import org.snn4j.network.event.Learner;
import org.snn4j.network.event.LearningSite;
import org.snn4j.network.event.RewardTraces;
import org.snn4j.network.event.StateTransfer;
import org.snn4j.network.event.StepClock;
import org.snn4j.network.event.WeightField;

/**
 * {@link MSTDP} with an eligibility trace, so that a reward can come later than the spikes that earned it.
 *
 * <pre>
 * e ← e e^(−dt/tauEligibility) + E / tauEligibility
 * w ← w + nu.pre · dt · reward · e
 * </pre>
 *
 * <p>then P⁺, P⁻ and E as there. Florian 2007, doi 10.1162/neco.2007.19.6.1468.
 *
 * @param nu learning rates; only the first is used
 * @param tauPlus time constant of P⁺, ms
 * @param tauMinus time constant of P⁻, ms
 * @param tauEligibility time constant of e, ms
 * @param reduction how the changes of a batch are joined
 */
public record MSTDPET(Rates nu, double tauPlus, double tauMinus, double tauEligibility, Reduction reduction)
        implements EventRule {
    public MSTDPET {
        Objects.requireNonNull(nu, "MSTDPET.nu is missing");
        positive("MSTDPET", "tauPlus", tauPlus);
        positive("MSTDPET", "tauMinus", tauMinus);
        positive("MSTDPET", "tauEligibility", tauEligibility);
        Objects.requireNonNull(reduction, "MSTDPET.reduction is missing");
    }

    /** No learning until rates are given. */
    public static MSTDPET defaults() {
        return new MSTDPET(new Rates(0, 0), 20, 20, 25, Reduction.SUM);
    }

    @Override
    public MSTDPET withRatesScaled(double factor) {
        return new MSTDPET(nu.scaled(factor), tauPlus, tauMinus, tauEligibility, reduction);
    }

    @Override
    public boolean readsTraces() {
        return false;
    }

    @Override
    public Learner learner(LearningSite site) {
        RewardTraces traces = new RewardTraces(site, tauPlus, tauMinus);
        WeightField eligibility = site.synapses().zeros();
        float decay = site.decay(tauEligibility);
        float share = (float) (reduction.factor(site.batch()) / tauEligibility);
        double rate = nu.pre() * site.dt();
        return new Learner() {
            @Override
            public void learn(StepClock clock) {
                eligibility.decay(decay, clock.step());
                traces.addPairs(eligibility, share);
                float factor = (float) (rate * clock.reward().value());
                if (factor != 0) {
                    site.synapses().addToWeights(eligibility, factor);
                }
                traces.advance(clock.reward());
            }

            @Override
            public void carry(StateTransfer transfer) {
                traces.carry(transfer);
                eligibility.carry(transfer);
            }

            @Override
            public void reset() {
                traces.reset();
                eligibility.clear();
            }

            @Override
            public Map<Variable, WeightField> state() {
                return Map.of(Variable.ELIGIBILITY, eligibility);
            }
        };
    }
}
