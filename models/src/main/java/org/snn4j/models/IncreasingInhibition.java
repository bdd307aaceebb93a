package org.snn4j.models;

import org.snn4j.network.Network;
import org.snn4j.network.Parameters;
import org.snn4j.network.Trace;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Bounds;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.learning.Rates;
import org.snn4j.network.learning.Reduction;
import org.snn4j.network.neuron.DiehlAndCook;

/**
 * The lattice map of Hazan, Saunders, Sanghavi, Siegelmann and Kozma 2018 ("Unsupervised learning with self-organizing spiking
 * neural networks", IJCNN 2018, doi 10.1109/IJCNN.2018.8489673): the neurons that learn stand on a grid, and each inhibits the
 * others the more the farther away they are, and the more the longer the network has trained,
 *
 * <pre>
 * w = − inhibition(p) · √d                  d: the distance on the grid, 1 between neighbours
 * inhibition(p) = inhibitionStart + (inhibitionEnd − inhibitionStart) · min(1, p / growth)
 * </pre>
 *
 * <p>where p is the share of the training that is over. So neighbours learn alike at first, and each for itself at the end. A
 * sample that drives too few spikes is shown again with more input.
 *
 * <p>The grid is as square as the number of neurons allows, a line for a prime. Inhibition takes a matrix of neurons², 4 bytes
 * each: 10 MB for 1,600 neurons, and no more than {@value #MOST_NEURONS} neurons, 164 MB, are accepted.
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
 * @param inhibitionStart how far a neuron pushes its neighbours down before training, mV
 * @param inhibitionEnd the same after training, mV
 * @param growth the share of the training after which inhibition has grown up
 */
public record IncreasingInhibition(
        int inputs,
        int neurons,
        double dt,
        DiehlAndCook excitatory,
        double tauTrace,
        double initialWeight,
        Bounds bounds,
        Rates nu,
        double norm,
        double inhibitionStart,
        double inhibitionEnd,
        double growth)
        implements MaturingModel, FullyConnected {
    public static final String NAME = "increasing-inhibition";
    /** Beyond it the matrix costs more memory than is reasonable. */
    public static final int MOST_NEURONS = 6400;

    public IncreasingInhibition {
        Sizes.require(NAME, "inputs", inputs);
        Sizes.require(NAME, "neurons", neurons);
        Parameters.positive(NAME, "dt", dt);
        Parameters.positive(NAME, "tauTrace", tauTrace);
        Parameters.positive(NAME, "initialWeight", initialWeight);
        Parameters.positive(NAME, "norm", norm);
        Parameters.atLeastZero(NAME, "inhibitionStart", inhibitionStart);
        Parameters.atLeastZero(NAME, "inhibitionEnd", inhibitionEnd);
        if (neurons > MOST_NEURONS) {
            throw new IllegalArgumentException(NAME + ".neurons is " + neurons + "; at most " + MOST_NEURONS
                    + " would be right, because inhibition takes a matrix of neurons²");
        }
        if (inhibitionStart > inhibitionEnd) {
            throw new IllegalArgumentException(NAME + ".inhibitionStart is " + inhibitionStart
                    + " and inhibitionEnd is " + inhibitionEnd + "; inhibition grows, so start must not be above end");
        }
        if (!(growth > 0 && growth <= 1)) {
            throw new IllegalArgumentException(
                    NAME + ".growth is " + growth + "; it must be above 0 and at most 1, all of the training");
        }
    }

    /** What {@code train} uses; inhibition was chosen on training images, after 5,000 and 20,000 others. */
    public static IncreasingInhibition recommended(int neurons) {
        DiehlAndCook2015 base = DiehlAndCook2015.recommended(neurons);
        return new IncreasingInhibition(
                base.inputs(),
                neurons,
                base.dt(),
                base.excitatory(),
                base.tauTrace(),
                base.initialWeight(),
                base.bounds(),
                base.nu(),
                base.norm(),
                10,
                100,
                0.25);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Network network(double trained) {
        return FullyConnected.builder(this, Trace.replacing(tauTrace), new PostPre(nu, Reduction.SUM))
                .connect(readoutLayer(), readoutLayer(), Dense.of(inhibition(trained)))
                .build();
    }

    /** The number of neurons in a row of the grid. */
    public int gridWidth() {
        int height = (int) Math.sqrt(neurons);
        while (neurons % height != 0) {
            height--;
        }
        return neurons / height;
    }

    /** [neurons, neurons], mV. */
    private FloatArray inhibition(double trained) {
        double unit = inhibitionStart + (inhibitionEnd - inhibitionStart) * Math.min(1, trained / growth);
        int width = gridWidth();
        float[] weights = new float[neurons * neurons];
        for (int i = 0; i < neurons; i++) {
            for (int j = 0; j < neurons; j++) {
                double rows = i / width - j / width;
                double columns = i % width - j % width;
                weights[i * neurons + j] = (float) (-unit * Math.sqrt(Math.sqrt(rows * rows + columns * columns)));
            }
        }
        return FloatArray.of(Shape.of(neurons, neurons), weights);
    }
}
