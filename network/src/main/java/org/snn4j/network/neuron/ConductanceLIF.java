package org.snn4j.network.neuron;

import static org.snn4j.network.Parameters.atLeastZero;
import static org.snn4j.network.Parameters.finite;
import static org.snn4j.network.Parameters.positive;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.snn4j.network.Receptor;
import org.snn4j.network.Variable;
import org.snn4j.network.event.EventNeuron;
import org.snn4j.network.event.Membrane;
import org.snn4j.network.event.NeuronDynamics;
import org.snn4j.network.event.PopulationSpec;
import org.snn4j.network.event.SpikeList;
import org.snn4j.network.event.StateTransfer;
import org.snn4j.network.event.StepClock;

/**
 * Leaky integrate-and-fire neurons with conductance-based synapses and a threshold that grows with every spike: the neurons
 * of Diehl and Cook 2015 (doi 10.3389/fncom.2015.00099) as their program has them.
 *
 * <pre>
 * tauMembrane dv/dt = (rest − v) + ge (excitatoryReversal − v) + gi (inhibitoryReversal − v)
 * dge/dt = −ge/tauExcitatory,   dgi/dt = −gi/tauInhibitory
 * </pre>
 *
 * <p>A step, in order:
 *
 * <pre>
 * theta ← theta e^(−dt/tauTheta)                          if learning
 * ge ← ge + I over excitatory receptors, gi ← gi + I over inhibitory ones; neither below 0
 * v, ge and gi go on for dt, see {@link Conductances}
 * v ← reset where refractory                              only if held
 * v ≥ threshold + theta − theta0: spike, unless refractory; v ← reset, refractory for the given time
 * theta ← theta + thetaPlus · spikes                      if learning; the spikes of all samples of the batch
 * </pre>
 *
 * <p>A weight is a conductance in units of the leak's, added by each spike; external input is excitatory. Theta starts at
 * theta0, so that the first threshold is {@code threshold}; it decays to 0, by which the threshold of a neuron that is
 * silent for long falls to threshold − theta0. It is carried in double precision within a run: in single precision a step's
 * share of a decay of 10⁷ ms is half of the last bit.
 *
 * @param threshold of a neuron whose theta is theta0, mV
 * @param rest the potential that v leaks to, mV
 * @param reset v after a spike, mV
 * @param refractory for how long after a spike there is no other, ms
 * @param tauMembrane time constant of the leak, ms
 * @param start v at the start and after a reset of the simulation, mV
 * @param excitatoryReversal what the excitatory conductance pulls v to, mV
 * @param inhibitoryReversal what the inhibitory conductance pulls v to, mV
 * @param tauExcitatory time constant of the excitatory conductance's decay, ms
 * @param tauInhibitory time constant of the inhibitory conductance's decay, ms
 * @param theta0 theta at the start, mV
 * @param thetaPlus what a spike adds to theta, mV
 * @param tauTheta time constant of theta's decay, ms
 * @param whileRefractory what v does in the meantime
 */
public record ConductanceLIF(
        double threshold,
        double rest,
        double reset,
        double refractory,
        double tauMembrane,
        double start,
        double excitatoryReversal,
        double inhibitoryReversal,
        double tauExcitatory,
        double tauInhibitory,
        double theta0,
        double thetaPlus,
        double tauTheta,
        WhileRefractory whileRefractory)
        implements EventNeuron {
    /** What the potential of a refractory neuron does. */
    public enum WhileRefractory {
        /** It goes on as ever; the neuron only does not fire. */
        @JsonProperty("integrates")
        INTEGRATES,
        /** It stays at the reset potential. */
        @JsonProperty("held")
        HELD
    }

    public ConductanceLIF {
        finite("ConductanceLIF", "threshold", threshold);
        finite("ConductanceLIF", "rest", rest);
        finite("ConductanceLIF", "reset", reset);
        atLeastZero("ConductanceLIF", "refractory", refractory);
        positive("ConductanceLIF", "tauMembrane", tauMembrane);
        finite("ConductanceLIF", "start", start);
        finite("ConductanceLIF", "excitatoryReversal", excitatoryReversal);
        finite("ConductanceLIF", "inhibitoryReversal", inhibitoryReversal);
        positive("ConductanceLIF", "tauExcitatory", tauExcitatory);
        positive("ConductanceLIF", "tauInhibitory", tauInhibitory);
        finite("ConductanceLIF", "theta0", theta0);
        finite("ConductanceLIF", "thetaPlus", thetaPlus);
        positive("ConductanceLIF", "tauTheta", tauTheta);
        Objects.requireNonNull(whileRefractory, "ConductanceLIF.whileRefractory is missing");
    }

    /** The published excitatory neurons. */
    public static ConductanceLIF defaults() {
        return builder().build();
    }

    /** The published excitatory neurons, to be changed. */
    public static Builder builder() {
        return new Builder();
    }

    /** The published inhibitory neurons, to be changed: faster, held while refractory, without adaptation. */
    public static Builder inhibitory() {
        return builder()
                .threshold(-40)
                .rest(-60)
                .reset(-45)
                .refractory(2)
                .tauMembrane(10)
                .start(-100)
                .inhibitoryReversal(-85)
                .theta0(0)
                .thetaPlus(0)
                .whileRefractory(WhileRefractory.HELD);
    }

    /** Whether the threshold ever changes. */
    public boolean adapts() {
        return theta0 != 0 || thetaPlus != 0;
    }

    @Override
    public Set<Receptor> receptors() {
        return EnumSet.allOf(Receptor.class);
    }

    @Override
    public ConductanceLIF withTauThetaScaled(double factor) {
        return new ConductanceLIF(
                threshold,
                rest,
                reset,
                refractory,
                tauMembrane,
                start,
                excitatoryReversal,
                inhibitoryReversal,
                tauExcitatory,
                tauInhibitory,
                theta0,
                thetaPlus,
                tauTheta * factor,
                whileRefractory);
    }

    @Override
    public NeuronDynamics dynamics(PopulationSpec population) {
        return new Dynamics(this, population);
    }

    private static final class Dynamics implements NeuronDynamics {
        private final Conductances conductances;
        private final AdaptiveThreshold adaptive;
        private final boolean adapts;
        private final boolean held;
        private final Membrane[] membranes;
        private final float[][] ge;
        private final float[][] gi;
        /** What arrives over inhibitory receptors in this step. */
        private final float[][] inhibition;

        Dynamics(ConductanceLIF model, PopulationSpec population) {
            conductances = new Conductances(model, population);
            adaptive = new AdaptiveThreshold(model, population);
            adapts = model.adapts();
            held = model.whileRefractory == WhileRefractory.HELD;
            membranes = Membrane.perSample(population, model.start, model.reset, model.refractory);
            ge = new float[population.batch()][population.neurons()];
            gi = new float[population.batch()][population.neurons()];
            inhibition = new float[population.batch()][population.neurons()];
        }

        @Override
        public float[] inhibition(int sample) {
            return inhibition[sample];
        }

        @Override
        public void beginStep(StepClock clock) {
            adaptive.beginStep(clock);
        }

        @Override
        public void step(StepClock clock, int sample, float[] input, SpikeList spikes) {
            Membrane membrane = membranes[sample];
            conductances.integrate(membrane.v(), ge[sample], gi[sample], input, inhibition[sample]);
            Arrays.fill(inhibition[sample], 0);
            if (held) {
                membrane.holdWhileRefractory();
            }
            adaptive.crossings(membrane.v(), spikes);
            membrane.suppressWhileRefractory(spikes);
            membrane.countRefractory();
            membrane.fire(spikes);
            adaptive.fired(spikes);
        }

        @Override
        public void endStep(StepClock clock) {
            adaptive.endStep(clock);
        }

        @Override
        public void carry(int sample, StateTransfer transfer) {
            membranes[sample].carry(transfer);
            transfer.floats(ge[sample]);
            transfer.floats(gi[sample]);
        }

        @Override
        public void reset() {
            Membrane.reset(membranes);
            for (int sample = 0; sample < ge.length; sample++) {
                Arrays.fill(ge[sample], 0);
                Arrays.fill(gi[sample], 0);
            }
        }

        @Override
        public Map<Variable, float[]> state(int sample) {
            Map<Variable, float[]> state = new HashMap<>(membranes[sample].state());
            state.put(Variable.EXCITATION, ge[sample]);
            state.put(Variable.INHIBITION, gi[sample]);
            if (adapts) {
                state.put(Variable.THETA, adaptive.theta());
            }
            return state;
        }

        @Override
        public Set<Variable> learned() {
            return adapts ? Set.of(Variable.THETA) : Set.of();
        }
    }

    /** Parameters of {@link ConductanceLIF}, each at its default until it is set. */
    public static final class Builder {
        private double threshold = -52;
        private double rest = -65;
        private double reset = -65;
        private double refractory = 5;
        private double tauMembrane = 100;
        private double start = -105;
        private double excitatoryReversal = 0;
        private double inhibitoryReversal = -100;
        private double tauExcitatory = 1;
        private double tauInhibitory = 2;
        private double theta0 = 20;
        private double thetaPlus = 0.05;
        private double tauTheta = 1e7;
        private WhileRefractory whileRefractory = WhileRefractory.INTEGRATES;

        private Builder() {}

        public Builder threshold(double value) {
            threshold = value;
            return this;
        }

        public Builder rest(double value) {
            rest = value;
            return this;
        }

        public Builder reset(double value) {
            reset = value;
            return this;
        }

        public Builder refractory(double value) {
            refractory = value;
            return this;
        }

        public Builder tauMembrane(double value) {
            tauMembrane = value;
            return this;
        }

        public Builder start(double value) {
            start = value;
            return this;
        }

        public Builder excitatoryReversal(double value) {
            excitatoryReversal = value;
            return this;
        }

        public Builder inhibitoryReversal(double value) {
            inhibitoryReversal = value;
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

        public Builder theta0(double value) {
            theta0 = value;
            return this;
        }

        public Builder thetaPlus(double value) {
            thetaPlus = value;
            return this;
        }

        public Builder tauTheta(double value) {
            tauTheta = value;
            return this;
        }

        public Builder whileRefractory(WhileRefractory value) {
            whileRefractory = value;
            return this;
        }

        public ConductanceLIF build() {
            return new ConductanceLIF(
                    threshold,
                    rest,
                    reset,
                    refractory,
                    tauMembrane,
                    start,
                    excitatoryReversal,
                    inhibitoryReversal,
                    tauExcitatory,
                    tauInhibitory,
                    theta0,
                    thetaPlus,
                    tauTheta,
                    whileRefractory);
        }
    }
}
