package org.snn4j.models;

import java.util.Objects;
import org.snn4j.network.Connection;
import org.snn4j.network.Layer;
import org.snn4j.network.Network;
import org.snn4j.network.Parameters;
import org.snn4j.network.Receptor;
import org.snn4j.network.Trace;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Bounds;
import org.snn4j.network.connection.Delays;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.learning.Rates;
import org.snn4j.network.learning.Reduction;
import org.snn4j.network.learning.Triplet;
import org.snn4j.network.neuron.ConductanceLIF;
import org.snn4j.network.neuron.Input;

/**
 * The network of Diehl and Cook 2015 (doi 10.3389/fncom.2015.00099) as their program has it: conductance-based neurons in
 * steps of 0.5 ms. Inputs X excite neurons Ae over synapses with delays of their own, which learn at arrival by a triplet
 * rule; each neuron of Ae excites a partner in Ai that inhibits all other neurons of Ae. It is to be shown a sample for 350
 * ms and then nothing for 150 ms, and is not reset in between.
 *
 * @param inputs the size of X
 * @param neurons the size of Ae and of Ai
 * @param dt the length of a step, ms
 * @param excitatory the neurons of Ae
 * @param inhibitory the neurons of Ai
 * @param tauExcitatory time constant of the excitatory conductances' decay, ms
 * @param tauInhibitory time constant of the inhibitory conductances' decay, ms
 * @param tauTrace time constant of the traces of X and Ae, ms
 * @param tauVolley time constant of the slow trace of Ae, ms: how soon after a spike another has to come to potentiate
 * @param initialWeight the weights from X to Ae are drawn from a hundredth of this to so much more than this
 * @param bounds what the weights from X to Ae are clipped to
 * @param nu the learning rates: of pairs for spikes of X, of triplets for spikes of Ae
 * @param norm what the incoming weights of each neuron of Ae are scaled to sum to
 * @param longestDelay the delays from X to Ae are drawn from 0 to this, ms
 * @param excitation the weight from a neuron of Ae to its partner
 * @param inhibition the weight from a neuron of Ai to each of the others of Ae
 */
public record DiehlAndCook2015Original(
        int inputs,
        int neurons,
        double dt,
        Excitatory excitatory,
        Inhibitory inhibitory,
        double tauExcitatory,
        double tauInhibitory,
        double tauTrace,
        double tauVolley,
        double initialWeight,
        Bounds bounds,
        Rates nu,
        double norm,
        double longestDelay,
        double excitation,
        double inhibition)
        implements PrebuiltModel {
    public static final String NAME = "diehl-cook-original";

    private static final double LEAST_INITIAL_SHARE = 0.01;

    public DiehlAndCook2015Original {
        Sizes.require(NAME, "inputs", inputs);
        Sizes.require(NAME, "neurons", neurons);
        Parameters.positive(NAME, "dt", dt);
        Objects.requireNonNull(excitatory, NAME + ".excitatory is missing");
        Objects.requireNonNull(inhibitory, NAME + ".inhibitory is missing");
        Parameters.positive(NAME, "tauExcitatory", tauExcitatory);
        Parameters.positive(NAME, "tauInhibitory", tauInhibitory);
        Parameters.positive(NAME, "tauTrace", tauTrace);
        Parameters.positive(NAME, "tauVolley", tauVolley);
        Parameters.positive(NAME, "initialWeight", initialWeight);
        Objects.requireNonNull(bounds, NAME + ".bounds are missing");
        Objects.requireNonNull(nu, NAME + ".nu is missing");
        Parameters.positive(NAME, "norm", norm);
        Parameters.atLeastZero(NAME, "longestDelay", longestDelay);
        Parameters.atLeastZero(NAME, "excitation", excitation);
        Parameters.atLeastZero(NAME, "inhibition", inhibition);
    }

    /** The published parameters, for images of 28 by 28 pixels. */
    public static DiehlAndCook2015Original ofNeurons(int neurons) {
        return builder(neurons).build();
    }

    /** What {@code train} uses: the published parameters. */
    public static DiehlAndCook2015Original recommended(int neurons) {
        return ofNeurons(neurons);
    }

    /** The published parameters, to be changed. */
    public static Builder builder(int neurons) {
        return new Builder(neurons);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Network network() {
        Trace trace = Trace.replacing(tauTrace);
        return Network.builder()
                .dt(dt)
                .layer(Layer.of(inputLayer(), new Input(), inputs).withTrace(trace))
                .layer(Layer.of(readoutLayer(), withConductances(excitatory.neurons()), neurons)
                        .withTrace(trace))
                .layer("Ai", withConductances(inhibitory.neurons()), neurons)
                .connect(inputLayer(), readoutLayer(), inputSynapses())
                .connect(readoutLayer(), "Ai", OneToOne.of(excitation))
                .connect(new Connection("Ai", readoutLayer(), AllButSelf.of(inhibition)).onto(Receptor.INHIBITORY))
                .build();
    }

    private Dense inputSynapses() {
        double least = LEAST_INITIAL_SHARE * initialWeight;
        Rates pairs = new Rates(nu.pre(), 0);
        Rates triplets = new Rates(0, nu.post());
        return Dense.uniform(least, least + initialWeight)
                .bounds(bounds.low(), bounds.high())
                .norm(norm)
                .delayed(new Delays.Uniform(0, longestDelay))
                .learning(new Triplet(pairs, triplets, tauVolley, tauVolley, Reduction.SUM))
                .learningAtArrival();
    }

    private ConductanceLIF withConductances(ConductanceLIF.Builder cells) {
        return cells.tauExcitatory(tauExcitatory).tauInhibitory(tauInhibitory).build();
    }

    @Override
    public String inputLayer() {
        return "X";
    }

    @Override
    public String readoutLayer() {
        return "Ae";
    }

    /** The neurons of Ae, which go on integrating while they are refractory; see {@link ConductanceLIF}. */
    public record Excitatory(
            double threshold,
            double rest,
            double reset,
            double refractory,
            double tauMembrane,
            double start,
            double inhibitoryReversal,
            double theta0,
            double thetaPlus,
            double tauTheta) {
        private static final String OWNER = NAME + ".excitatory";

        public Excitatory {
            Parameters.finite(OWNER, "threshold", threshold);
            Parameters.finite(OWNER, "rest", rest);
            Parameters.finite(OWNER, "reset", reset);
            Parameters.atLeastZero(OWNER, "refractory", refractory);
            Parameters.positive(OWNER, "tauMembrane", tauMembrane);
            Parameters.finite(OWNER, "start", start);
            Parameters.finite(OWNER, "inhibitoryReversal", inhibitoryReversal);
            Parameters.finite(OWNER, "theta0", theta0);
            Parameters.finite(OWNER, "thetaPlus", thetaPlus);
            Parameters.positive(OWNER, "tauTheta", tauTheta);
        }

        /** As published. */
        public static Excitatory published() {
            return new Excitatory(-52, -65, -65, 5, 100, -105, -100, 20, 0.05, 1e7);
        }

        /** The same with another growth and decay of theta. */
        public Excitatory withTheta(double plus, double tau) {
            return new Excitatory(
                    threshold, rest, reset, refractory, tauMembrane, start, inhibitoryReversal, theta0, plus, tau);
        }

        private ConductanceLIF.Builder neurons() {
            return ConductanceLIF.builder()
                    .threshold(threshold)
                    .rest(rest)
                    .reset(reset)
                    .refractory(refractory)
                    .tauMembrane(tauMembrane)
                    .start(start)
                    .inhibitoryReversal(inhibitoryReversal)
                    .theta0(theta0)
                    .thetaPlus(thetaPlus)
                    .tauTheta(tauTheta);
        }
    }

    /** The neurons of Ai, which are held at reset while they are refractory; nothing inhibits them. */
    public record Inhibitory(
            double threshold, double rest, double reset, double refractory, double tauMembrane, double start) {
        private static final String OWNER = NAME + ".inhibitory";

        public Inhibitory {
            Parameters.finite(OWNER, "threshold", threshold);
            Parameters.finite(OWNER, "rest", rest);
            Parameters.finite(OWNER, "reset", reset);
            Parameters.atLeastZero(OWNER, "refractory", refractory);
            Parameters.positive(OWNER, "tauMembrane", tauMembrane);
            Parameters.finite(OWNER, "start", start);
        }

        /** As published. */
        public static Inhibitory published() {
            return new Inhibitory(-40, -60, -45, 2, 10, -100);
        }

        private ConductanceLIF.Builder neurons() {
            return ConductanceLIF.inhibitory()
                    .threshold(threshold)
                    .rest(rest)
                    .reset(reset)
                    .refractory(refractory)
                    .tauMembrane(tauMembrane)
                    .start(start);
        }
    }

    /** Parameters of {@link DiehlAndCook2015Original}, each as published until it is set. */
    public static final class Builder {
        private final int neurons;
        private int inputs = 784;
        private double dt = 0.5;
        private Excitatory excitatory = Excitatory.published();
        private Inhibitory inhibitory = Inhibitory.published();
        private double tauExcitatory = 1;
        private double tauInhibitory = 2;
        private double tauTrace = 20;
        private double tauVolley = 40;
        private double initialWeight = 0.3;
        private Bounds bounds = new Bounds(0, 1);
        private Rates nu = new Rates(1e-4, 1e-2);
        private double norm = 78;
        private double longestDelay = 10;
        private double excitation = 10.4;
        private double inhibition = 17;

        private Builder(int neurons) {
            this.neurons = neurons;
        }

        public Builder inputs(int value) {
            inputs = value;
            return this;
        }

        public Builder dt(double value) {
            dt = value;
            return this;
        }

        public Builder excitatory(Excitatory value) {
            excitatory = value;
            return this;
        }

        public Builder inhibitory(Inhibitory value) {
            inhibitory = value;
            return this;
        }

        public Builder tauExcitatory(double value) {
            tauExcitatory = value;
            return this;
        }

        public Builder tauInhibitory(double value) {
            tauInhibitory = value;
            return this;
        }

        public Builder tauTrace(double value) {
            tauTrace = value;
            return this;
        }

        public Builder tauVolley(double value) {
            tauVolley = value;
            return this;
        }

        public Builder initialWeight(double value) {
            initialWeight = value;
            return this;
        }

        public Builder bounds(Bounds value) {
            bounds = value;
            return this;
        }

        public Builder nu(Rates value) {
            nu = value;
            return this;
        }

        public Builder norm(double value) {
            norm = value;
            return this;
        }

        public Builder longestDelay(double value) {
            longestDelay = value;
            return this;
        }

        public Builder excitation(double value) {
            excitation = value;
            return this;
        }

        public Builder inhibition(double value) {
            inhibition = value;
            return this;
        }

        public DiehlAndCook2015Original build() {
            return new DiehlAndCook2015Original(
                    inputs,
                    neurons,
                    dt,
                    excitatory,
                    inhibitory,
                    tauExcitatory,
                    tauInhibitory,
                    tauTrace,
                    tauVolley,
                    initialWeight,
                    bounds,
                    nu,
                    norm,
                    longestDelay,
                    excitation,
                    inhibition);
        }
    }
}
