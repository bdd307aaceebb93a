package org.snn4j.models;

import org.snn4j.network.Network;
import org.snn4j.network.Parameters;
import org.snn4j.network.Trace;
import org.snn4j.network.connection.Bounds;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.learning.Rates;
import org.snn4j.network.learning.Reduction;
import org.snn4j.network.neuron.LIF;

/**
 * The least network that learns, after Hazan et al. 2018 (doi 10.3389/fninf.2018.00089): inputs X excite neurons Y. Nothing
 * makes the neurons differ but where their weights started, so all learn much the same; it is the mark that inhibition has
 * to be above.
 *
 * @param inputs the size of X
 * @param neurons the size of Y
 * @param dt the length of a step, ms
 * @param excitatory the neurons of Y
 * @param tauTrace time constant of the spike traces of X and Y, ms
 * @param initialWeight the weights from X to Y are drawn from 0 to this
 * @param bounds what the weights from X to Y are clipped to
 * @param nu the learning rates of the weights from X to Y
 * @param norm what the incoming weights of each neuron of Y are scaled to sum to
 */
public record TwoLayer(
        int inputs,
        int neurons,
        double dt,
        LIF excitatory,
        double tauTrace,
        double initialWeight,
        Bounds bounds,
        Rates nu,
        double norm)
        implements FullyConnected {
    public static final String NAME = "two-layer";

    public TwoLayer {
        Sizes.require(NAME, "inputs", inputs);
        Sizes.require(NAME, "neurons", neurons);
        Parameters.positive(NAME, "dt", dt);
        Parameters.positive(NAME, "tauTrace", tauTrace);
        Parameters.positive(NAME, "initialWeight", initialWeight);
        Parameters.positive(NAME, "norm", norm);
    }

    /** The published parameters, for images of 28 by 28 pixels. */
    public static TwoLayer ofNeurons(int neurons) {
        return new TwoLayer(784, neurons, 1, LIF.defaults(), 20, 0.3, new Bounds(0, 1), new Rates(1e-4, 1e-2), 78.4);
    }

    /** What {@code train} uses. */
    public static TwoLayer recommended(int neurons) {
        return ofNeurons(neurons);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Network network() {
        return FullyConnected.builder(this, Trace.replacing(tauTrace), new PostPre(nu, Reduction.SUM))
                .build();
    }

    @Override
    public String readoutLayer() {
        return "Y";
    }
}
