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

    /** The laws of {@link PostPre} with the other sign for presynaptic spikes, to the bit. */
    @Override
    public PairUpdate update(LearningSite site) {
        return new PostPre(new Rates(-nu.pre(), nu.post()), reduction).update(site);
    }
}
