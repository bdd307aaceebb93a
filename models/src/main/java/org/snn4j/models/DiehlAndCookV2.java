package org.snn4j.models;

import org.snn4j.network.Network;
import org.snn4j.network.Parameters;
import org.snn4j.network.connection.Bounds;
import org.snn4j.network.learning.Rates;
import org.snn4j.network.neuron.DiehlAndCook;

/**
 * {@link DiehlAndCook2015} without inhibitory neurons, after Hazan et al. 2018 (doi 10.3389/fninf.2018.00089): inputs X
 * excite neurons Ae, each of which inhibits all others itself, a step sooner than over a partner.
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
 * @param inhibition how far a neuron of Ae pushes the others down, mV
 */
public record DiehlAndCookV2(
        int inputs,
        int neurons,
        double dt,
        DiehlAndCook excitatory,
        double tauTrace,
        double initialWeight,
        Bounds bounds,
        Rates nu,
        double norm,
        double inhibition)
        implements FullyConnected {
    public static final String NAME = "diehl-cook-v2";

    public DiehlAndCookV2 {
        Sizes.require(NAME, "inputs", inputs);
        Sizes.require(NAME, "neurons", neurons);
        Parameters.positive(NAME, "dt", dt);
        Parameters.positive(NAME, "tauTrace", tauTrace);
        Parameters.positive(NAME, "initialWeight", initialWeight);
        Parameters.positive(NAME, "norm", norm);
        Parameters.atLeastZero(NAME, "inhibition", inhibition);
    }

    /** The published parameters, for images of 28 by 28 pixels; they are those of {@link DiehlAndCook2015}. */
    public static DiehlAndCookV2 ofNeurons(int neurons) {
        return of(DiehlAndCook2015.ofNeurons(neurons));
    }

    /** What {@code train} uses: what {@link DiehlAndCook2015#recommended} has. */
    public static DiehlAndCookV2 recommended(int neurons) {
        return of(DiehlAndCook2015.recommended(neurons));
    }

    private static DiehlAndCookV2 of(DiehlAndCook2015 model) {
        return new DiehlAndCookV2(
                model.inputs(),
                model.neurons(),
                model.dt(),
                model.excitatory(),
                model.tauTrace(),
                model.initialWeight(),
                model.bounds(),
                model.nu(),
                model.norm(),
                model.inhibition());
    }

    /**
     * The same with inhibition that learns.
     *
     * @param inhibitionNu see {@link InhibitoryRecurrent}
     */
    public InhibitoryRecurrent withLearnedInhibition(double inhibitionNu) {
        return new InhibitoryRecurrent(
                inputs, neurons, dt, excitatory, tauTrace, initialWeight, bounds, nu, norm, inhibition, inhibitionNu);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Network network() {
        return withLearnedInhibition(0).network();
    }
}
