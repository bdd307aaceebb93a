package org.snn4j.models;

import org.snn4j.network.Parameters;
import org.snn4j.network.connection.Bounds;
import org.snn4j.network.connection.Local;
import org.snn4j.network.connection.Plasticity;
import org.snn4j.network.connection.Topology;
import org.snn4j.network.connection.Weights;
import org.snn4j.network.connection.Windows;
import org.snn4j.network.learning.Rates;
import org.snn4j.network.neuron.DiehlAndCook;

/**
 * The locally connected network of Saunders, Patel, Hazan, Siegelmann and Kozma 2019 (Neural Networks 119, doi
 * 10.48550/arXiv.1904.06269): each neuron sees a square part of the image; at each place there are as many neurons as
 * filters, with weights of their own, and they inhibit each other and nobody else. So every place learns what its part of
 * images looks like, and all places vote.
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
 * @param norm what the incoming weights of each neuron of Y are scaled to sum to
 * @param inhibition how far a neuron of Y pushes the others of its place down, mV
 */
public record LocallyConnected(
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
    public static final String NAME = "locally-connected";

    public LocallyConnected {
        Sizes.require(NAME, "filters", filters);
        Places.of(NAME, inputs, kernel, stride);
        Parameters.positive(NAME, "dt", dt);
        Parameters.positive(NAME, "tauTrace", tauTrace);
        Parameters.positive(NAME, "initialWeight", initialWeight);
        Parameters.positive(NAME, "norm", norm);
        Parameters.atLeastZero(NAME, "inhibition", inhibition);
    }

    /** What {@code train} uses, for images of 28 by 28 pixels. */
    public static LocallyConnected recommended(int filters) {
        DiehlAndCook2015 base = DiehlAndCook2015.recommended(filters);
        DiehlAndCook excitatory = DiehlAndCook.builder()
                .tauTheta(base.excitatory().tauTheta())
                .oneSpike(false)
                .build();
        return new LocallyConnected(
                base.inputs(),
                filters,
                16,
                6,
                base.dt(),
                excitatory,
                base.tauTrace(),
                base.initialWeight(),
                base.bounds(),
                base.nu(),
                25.6,
                base.inhibition());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Topology fields(Windows windows, Plasticity learning) {
        return new Local(new Weights.Uniform(0, initialWeight), windows, learning);
    }
}
