package org.snn4j.models;

import org.snn4j.network.Parameters;
import org.snn4j.network.connection.Bounds;
import org.snn4j.network.connection.Convolution;
import org.snn4j.network.connection.Plasticity;
import org.snn4j.network.connection.Topology;
import org.snn4j.network.connection.Weights;
import org.snn4j.network.connection.Windows;
import org.snn4j.network.learning.Rates;
import org.snn4j.network.neuron.DiehlAndCook;

/**
 * A convolutional spiking network after Saunders, Siegelmann, Kozma and Ruszinkó 2018 (doi 10.48550/arXiv.1808.08173): each
 * neuron sees a square part of the image; at each place there are as many neurons as filters, and those of one filter have
 * the same weights everywhere, which learn from all places. Neurons inhibit the others of their place and nobody else. What
 * they see is read out by where they see it: every neuron gets a label of its own.
 *
 * <p>Inhibition takes a weight for each pair of filters and lists a synapse for each pair and place, 24 bytes each.
 *
 * @param inputs the size of X, the pixels of a square image
 * @param filters how many neurons there are at each place
 * @param kernel the side of the part that a neuron sees, pixels
 * @param stride how far apart places are, pixels
 * @param dt the length of a step, ms
 * @param excitatory the neurons of Y; with oneSpike at most one of all places would fire in a step
 * @param tauTrace time constant of the spike traces of X and Y, ms
 * @param initialWeight the weights from X to Y are drawn from 0 to this
 * @param bounds what the weights from X to Y are clipped to
 * @param nu the learning rates of the weights from X to Y
 * @param norm what the weights of each filter are scaled to sum to
 * @param inhibition how far a neuron of Y pushes the others of its place down, mV
 */
public record Convolutional(
        int inputs,
        int filters,
        int kernel,
        int stride,
        double dt,
        DiehlAndCook excitatory,
        double tauTrace,
        double initialWeight,
        Bounds bounds,
        Rates nu,
        double norm,
        double inhibition)
        implements FieldsOfView {
    public static final String NAME = "convolutional";
    /** A tenth of what neurons with weights of their own learn by, since the neurons of nine places teach a filter. */
    private static final Rates RATES = new Rates(1e-5, 2e-4);

    public Convolutional {
        Sizes.require(NAME, "filters", filters);
        Places.of(NAME, inputs, kernel, stride);
        Parameters.positive(NAME, "dt", dt);
        Parameters.positive(NAME, "tauTrace", tauTrace);
        Parameters.positive(NAME, "initialWeight", initialWeight);
        Parameters.positive(NAME, "norm", norm);
        Parameters.atLeastZero(NAME, "inhibition", inhibition);
    }

    /** What {@code train} uses, for images of 28 by 28 pixels: all but the rates as {@link LocallyConnected#recommended} has it. */
    public static Convolutional recommended(int filters) {
        LocallyConnected base = LocallyConnected.recommended(filters);
        return new Convolutional(
                base.inputs(),
                filters,
                base.kernel(),
                base.stride(),
                base.dt(),
                base.excitatory(),
                base.tauTrace(),
                base.initialWeight(),
                base.bounds(),
                RATES,
                base.norm(),
                base.inhibition());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Topology fields(Windows windows, Plasticity learning) {
        return new Convolution(new Weights.Uniform(0, initialWeight), windows, learning);
    }
}
