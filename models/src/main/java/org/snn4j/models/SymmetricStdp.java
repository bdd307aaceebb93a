package org.snn4j.models;

import org.snn4j.network.Network;
import org.snn4j.network.Parameters;
import org.snn4j.network.Trace;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Bounds;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.learning.Hebbian;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.LIF;

/**
 * The hidden layer of Hao, Huang, Dong and Xu 2020 (doi 10.1016/j.neunet.2019.09.007) with current-based synapses: the network
 * of {@link DiehlAndCook2015} with a rule that does not ask which of two spikes came first, and a theta that limits itself,
 *
 * <pre>
 * presynaptic spike:  w ← w + nu · x_post        traces add up
 * postsynaptic spike: w ← w + nu · x_pre
 * </pre>
 *
 * <p>Nothing makes a weight smaller but that what a neuron receives is normalised after each sample.
 *
 * @param inputs the size of X
 * @param neurons the size of Ae and of Ai
 * @param dt the length of a step, ms
 * @param excitatory the neurons of Ae
 * @param inhibitory the neurons of Ai
 * @param tauTrace time constant of the spike traces of X and Ae, ms
 * @param traceScale what a spike adds to its trace
 * @param initialWeight the weights from X to Ae are drawn from 0 to this
 * @param bounds what the weights from X to Ae are clipped to
 * @param nu the learning rate of the weights from X to Ae
 * @param norm what the incoming weights of each neuron of Ae are scaled to sum to
 * @param excitation the weight from a neuron of Ae to its partner, mV
 * @param inhibition how far a neuron of Ai pushes the others of Ae down, mV
 */
public record SymmetricStdp(
        int inputs,
        int neurons,
        double dt,
        DiehlAndCook excitatory,
        LIF inhibitory,
        double tauTrace,
        double traceScale,
        double initialWeight,
        Bounds bounds,
        double nu,
        double norm,
        double excitation,
        double inhibition)
        implements FullyConnected {
    public static final String NAME = "symmetric-stdp";

    public SymmetricStdp {
        Sizes.require(NAME, "inputs", inputs);
        Sizes.require(NAME, "neurons", neurons);
        Parameters.positive(NAME, "dt", dt);
        Parameters.positive(NAME, "tauTrace", tauTrace);
        Parameters.positive(NAME, "traceScale", traceScale);
        Parameters.positive(NAME, "initialWeight", initialWeight);
        Parameters.atLeastZero(NAME, "nu", nu);
        Parameters.positive(NAME, "norm", norm);
        Parameters.finite(NAME, "excitation", excitation);
        Parameters.atLeastZero(NAME, "inhibition", inhibition);
    }

    /** The published rule, theta and rates for this many neurons; everything else as in {@link DiehlAndCook2015}. */
    public static SymmetricStdp ofNeurons(int neurons) {
        DiehlAndCook2015 base = DiehlAndCook2015.ofNeurons(neurons);
        DiehlAndCook excitatory = DiehlAndCook.builder()
                .thetaPlus(neurons <= 1600 ? 0.07 : 0.05)
                .tauTheta(neurons <= 400 ? 0.6e7 : neurons <= 1600 ? 0.8e7 : 2e7)
                .thetaHalf(10)
                .build();
        double nu = neurons <= 400 ? 0.005 : neurons <= 1600 ? 0.02 : neurons <= 6400 ? 0.01 : 0.0075;
        return new SymmetricStdp(
                base.inputs(),
                neurons,
                base.dt(),
                excitatory,
                base.inhibitory(),
                base.tauTrace(),
                0.1,
                base.initialWeight(),
                base.bounds(),
                nu,
                base.norm(),
                base.excitation(),
                base.inhibition());
    }

    /**
     * What {@code train} uses: the published theta is for conductances, whose drive is some ten times weaker in mV, so that
     * here it limits itself later; few neurons fire often, and theirs decays faster. Chosen on the last 2,000 training
     * images of MNIST, after 20,000 others.
     */
    public static SymmetricStdp recommended(int neurons) {
        boolean few = neurons < 200;
        SymmetricStdp published = ofNeurons(neurons);
        DiehlAndCook excitatory = DiehlAndCook.builder()
                .thetaPlus(published.excitatory.thetaPlus())
                .tauTheta(few ? 3e6 : published.excitatory.tauTheta())
                .thetaHalf(few ? 50 : 100)
                .build();
        return new SymmetricStdp(
                published.inputs,
                neurons,
                published.dt,
                excitatory,
                published.inhibitory,
                published.tauTrace,
                published.traceScale,
                published.initialWeight,
                published.bounds,
                few ? 0.005 : 0.02,
                published.norm,
                published.excitation,
                published.inhibition);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Network network() {
        return FullyConnected.builder(this, new Trace(tauTrace, traceScale, Trace.OnSpike.ADD), new Hebbian(nu, nu))
                .layer("Ai", inhibitory, neurons)
                .connect(readoutLayer(), "Ai", OneToOne.of(excitation))
                .connect("Ai", readoutLayer(), AllButSelf.of(-inhibition))
                .build();
    }
}
