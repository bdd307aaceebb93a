package org.snn4j.models;

import org.snn4j.network.Network;
import org.snn4j.network.Parameters;
import org.snn4j.network.Trace;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Bounds;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Topology;
import org.snn4j.network.learning.Hebbian;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.learning.Rates;
import org.snn4j.network.learning.Reduction;
import org.snn4j.network.neuron.DiehlAndCook;

/**
 * One layer that learns and inhibits itself: inputs X excite neurons Ae, each of which inhibits all others. It is the general
 * form behind {@link DiehlAndCookV2}.
 *
 * <p>With {@code inhibitionNu} = 0 the inhibition is the same everywhere and fixed (Hazan et al. 2018, doi
 * 10.3389/fninf.2018.00089), and costs no matrix. Else it learns, after Földiák 1990 (doi 10.1007/BF02331346): neurons that
 * fire together come to inhibit each other more,
 *
 * <pre>
 * presynaptic spike:  w ← w − inhibitionNu · x_post
 * postsynaptic spike: w ← w − inhibitionNu · x_pre        w ≤ 0
 * </pre>
 *
 * <p>and others less, because what a neuron can receive is normalised to inhibition · (neurons − 1) after each sample. That
 * takes a weight for each pair of neurons: 4 neurons² bytes.
 *
 * @param inputs the size of X
 * @param neurons the size of Ae
 * @param dt the length of a step, ms
 * @param excitatory the neurons of Ae
 * @param tauTrace time constant of the spike traces of X and Ae, ms
 * @param initialWeight the weights from X to Ae are drawn from 0 to this
 * @param bounds what the weights from X to Ae are clipped to
 * @param nu the learning rates of the weights from X to Ae
 * @param norm what the incoming weights of each neuron of Ae are scaled to sum to
 * @param inhibition how far a neuron of Ae pushes the others down, at the start and on average, mV
 * @param inhibitionNu how much inhibition grows at a pair of spikes, mV; 0 for inhibition that is fixed
 */
public record InhibitoryRecurrent(
        int inputs,
        int neurons,
        double dt,
        DiehlAndCook excitatory,
        double tauTrace,
        double initialWeight,
        Bounds bounds,
        Rates nu,
        double norm,
        double inhibition,
        double inhibitionNu)
        implements FullyConnected {
    public static final String NAME = "inhibitory-recurrent";
    /** On 5,000 digits it makes up for inhibition three times weaker than it should be. */
    private static final double LEARNED_INHIBITION_NU = 5;

    public InhibitoryRecurrent {
        Sizes.require(NAME, "inputs", inputs);
        Sizes.require(NAME, "neurons", neurons);
        Parameters.positive(NAME, "dt", dt);
        Parameters.positive(NAME, "tauTrace", tauTrace);
        Parameters.positive(NAME, "initialWeight", initialWeight);
        Parameters.positive(NAME, "norm", norm);
        Parameters.atLeastZero(NAME, "inhibition", inhibition);
        Parameters.atLeastZero(NAME, "inhibitionNu", inhibitionNu);
        if (inhibition == 0 && inhibitionNu > 0) {
            throw new IllegalArgumentException(NAME + ".inhibition is 0 and " + NAME + ".inhibitionNu is "
                    + inhibitionNu + "; there is nothing to learn without inhibition, so one above 0 would be right");
        }
    }

    /** With the parameters of {@link DiehlAndCookV2}, but inhibition that learns. */
    public static InhibitoryRecurrent recommended(int neurons) {
        return DiehlAndCookV2.recommended(neurons).withLearnedInhibition(LEARNED_INHIBITION_NU);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Network network() {
        return FullyConnected.builder(this, Trace.replacing(tauTrace), new PostPre(nu, Reduction.SUM))
                .connect(readoutLayer(), readoutLayer(), recurrence())
                .build();
    }

    private Topology recurrence() {
        if (inhibitionNu == 0 || neurons == 1) {
            return AllButSelf.of(-inhibition);
        }
        return Dense.uniform(-inhibition, -inhibition)
                .bounds(Double.NEGATIVE_INFINITY, 0)
                .norm(inhibition * (neurons - 1))
                .masked(self())
                .learning(new Hebbian(-inhibitionNu, -inhibitionNu));
    }

    /** [neurons, neurons], 1 from each neuron to itself. */
    private ByteArray self() {
        byte[] mask = new byte[Math.multiplyExact(neurons, neurons)];
        for (int i = 0; i < neurons; i++) {
            mask[i * (neurons + 1)] = 1;
        }
        return ByteArray.of(Shape.of(neurons, neurons), mask);
    }
}
