package org.snn4j.network.learning;

import static org.snn4j.network.Parameters.positive;

import java.util.Objects;
import org.snn4j.network.event.EventRule;
import org.snn4j.network.event.Learner;
import org.snn4j.network.event.LearningSite;
import org.snn4j.network.event.RewardTraces;
import org.snn4j.network.event.StateTransfer;
import org.snn4j.network.event.StepClock;
import org.snn4j.network.event.Synapses;

/**
 * Reward-modulated spike-timing-dependent plasticity: pairs of spikes change a weight when a reward says that they were
 * good.
 *
 * <pre>
 * w ← w + nu.pre · reward · E
 * P⁺ ← P⁺ e^(−dt/tauPlus) + aPlus s_pre,   P⁻ ← P⁻ e^(−dt/tauMinus) + aMinus s_post
 * E ← P⁺ s_post + s_pre P⁻
 * </pre>
 *
 * <p>in this order, so that a weight follows the pairs of the step before. Florian 2007, doi
 * 10.1162/neco.2007.19.6.1468.
 *
 * @param nu learning rates; only the first is used
 * @param tauPlus time constant of P⁺, ms
 * @param tauMinus time constant of P⁻, ms
 * @param reduction how the changes of a batch are joined
 */
public record MSTDP(Rates nu, double tauPlus, double tauMinus, Reduction reduction) implements EventRule {
    public MSTDP {
        Objects.requireNonNull(nu, "MSTDP.nu is missing");
        positive("MSTDP", "tauPlus", tauPlus);
        positive("MSTDP", "tauMinus", tauMinus);
        Objects.requireNonNull(reduction, "MSTDP.reduction is missing");
    }

    /** No learning until rates are given. */
    public static MSTDP defaults() {
        return new MSTDP(new Rates(0, 0), 20, 20, Reduction.SUM);
    }

    @Override
    public MSTDP withRatesScaled(double factor) {
        return new MSTDP(nu.scaled(factor), tauPlus, tauMinus, reduction);
    }

    @Override
    public boolean readsTraces() {
        return false;
    }

    @Override
    public Learner learner(LearningSite site) {
        RewardTraces traces = new RewardTraces(site, tauPlus, tauMinus);
        double rate = nu.pre() * reduction.factor(site.batch());
        return new Learner() {
            @Override
            public void learn(StepClock clock) {
                Synapses synapses = site.synapses();
                float factor = (float) (rate * clock.reward().value());
                if (factor != 0) {
                    traces.addPairs(synapses.weights(), factor);
                }
                traces.advance(clock.reward());
            }

            @Override
            public void carry(StateTransfer transfer) {
                traces.carry(transfer);
            }

            @Override
            public void reset() {
                traces.reset();
            }
        };
    }
}
