package org.snn4j.network.neuron;

import static org.snn4j.network.Parameters.atLeastZero;
import static org.snn4j.network.Parameters.finite;
import static org.snn4j.network.Parameters.lowerLimit;
import static org.snn4j.network.Parameters.positive;
import static org.snn4j.network.Parameters.positiveOrNone;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.snn4j.network.Variable;
import org.snn4j.network.event.EventNeuron;
import org.snn4j.network.event.Kernels;
import org.snn4j.network.event.Membrane;
import org.snn4j.network.event.NeuronDynamics;
import org.snn4j.network.event.PopulationSpec;
import org.snn4j.network.event.QuietDynamics;
import org.snn4j.network.event.QuietMembrane;
import org.snn4j.network.event.SpikeList;
import org.snn4j.network.event.StateTransfer;
import org.snn4j.network.event.StepClock;
import org.snn4j.network.random.AddressedRandom;
import org.snn4j.network.random.Purpose;

/**
 * Leaky integrate-and-fire neurons whose threshold grows with every spike, so that no neuron wins for ever.
 *
 * <pre>
 * v ← (v − rest) e^(−dt/tauMembrane) + rest
 * theta ← theta e^(−dt/tauTheta)          if learning
 * v ← v + I                               unless refractory
 * v ≥ threshold + theta: spike, v ← reset, refractory for the given time
 * theta ← theta + thetaPlus · spikes · thetaHalf / (thetaHalf + |theta|)
 *                                         if learning; the spikes of all samples of the batch
 * v ← max(v, lowerBound)
 * </pre>
 *
 * <p>With {@code oneSpike} at most one of the neurons that cross in a step keeps its spike, drawn uniformly (one 32-bit
 * number per sample and step with more than one crossing); the losers have been reset and have raised theta all the same.
 * Diehl and Cook 2015, doi 10.3389/fncom.2015.00099; the one-spike rule is Hazan et al. 2018's. A finite thetaHalf is the
 * law of Hao et al. 2020, doi 10.1016/j.neunet.2019.09.007, theta ← theta + a · 10 / |theta − 10|, whose theta starts at
 * 20 mV, not 0: it has thetaPlus = a and thetaHalf = 10.
 *
 * @param threshold mV, theta comes on top
 * @param rest the potential that v leaks to and starts at, mV
 * @param reset v after a spike, mV
 * @param refractory how long input is ignored after a spike, ms; the leak goes on
 * @param tauMembrane time constant of the leak, ms
 * @param thetaPlus what a spike adds to theta, mV
 * @param tauTheta time constant of theta's decay, ms
 * @param oneSpike whether at most one neuron of the layer spikes in a step
 * @param lowerBound the least v, mV; negative infinity for none
 * @param thetaHalf the theta at which a spike adds half of thetaPlus, mV; infinity where it always adds all of it
 */
public record DiehlAndCook(
        double threshold,
        double rest,
        double reset,
        double refractory,
        double tauMembrane,
        double thetaPlus,
        double tauTheta,
        boolean oneSpike,
        double lowerBound,
        double thetaHalf)
        implements EventNeuron {
    public DiehlAndCook {
        finite("DiehlAndCook", "threshold", threshold);
        finite("DiehlAndCook", "rest", rest);
        finite("DiehlAndCook", "reset", reset);
        atLeastZero("DiehlAndCook", "refractory", refractory);
        positive("DiehlAndCook", "tauMembrane", tauMembrane);
        finite("DiehlAndCook", "thetaPlus", thetaPlus);
        positive("DiehlAndCook", "tauTheta", tauTheta);
        lowerLimit("DiehlAndCook", "lowerBound", lowerBound);
        positiveOrNone("DiehlAndCook", "thetaHalf", thetaHalf);
    }

    public static DiehlAndCook defaults() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public DiehlAndCook withTauThetaScaled(double factor) {
        return new DiehlAndCook(
                threshold,
                rest,
                reset,
                refractory,
                tauMembrane,
                thetaPlus,
                tauTheta * factor,
                oneSpike,
                lowerBound,
                thetaHalf);
    }

    @Override
    public NeuronDynamics dynamics(PopulationSpec population) {
        return new Dynamics(this, population);
    }

    private static final class Dynamics implements QuietDynamics {
        private final float threshold;
        private final float rest;
        private final float decay;
        private final float lowerBound;
        private final float thetaPlus;
        private final float thetaDecay;
        private final float thetaHalf;
        private final boolean oneSpike;
        private final float[] theta;
        private final Membrane[] membranes;
        private final QuietMembrane quiet;
        /** The neurons that crossed in this step, once for every sample in which they did. */
        private final SpikeList crossed;
        /** Used where theta limits itself: how many of a neuron's crossings have not raised theta yet. */
        private final int[] pending;

        private final AddressedRandom winners;
        private final int layer;
        private final int[] lanes = new int[AddressedRandom.LANES];

        Dynamics(DiehlAndCook model, PopulationSpec population) {
            threshold = (float) model.threshold;
            rest = (float) model.rest;
            decay = population.decay(model.tauMembrane);
            lowerBound = (float) model.lowerBound;
            thetaPlus = (float) model.thetaPlus;
            thetaDecay = population.decay(model.tauTheta);
            thetaHalf = (float) model.thetaHalf;
            oneSpike = model.oneSpike;
            theta = new float[population.neurons()];
            membranes = Membrane.perSample(population, model.rest, model.reset, model.refractory);
            quiet = new QuietMembrane(membranes[0].v(), theta);
            crossed = new SpikeList(Math.multiplyExact(population.neurons(), population.batch()));
            pending = new int[population.neurons()];
            winners = new AddressedRandom(population.seed(), Purpose.WINNER);
            layer = population.layer();
        }

        @Override
        public void beginStep(StepClock clock) {
            crossed.clear();
        }

        @Override
        public void step(StepClock clock, int sample, float[] input, SpikeList spikes) {
            Membrane membrane = membranes[sample];
            membrane.ignoreInputWhileRefractory(input);
            if (clock.learning() && sample == 0) {
                Kernels.decayLeakAddCross(thetaDecay, membrane.v(), rest, decay, input, threshold, theta, spikes);
            } else {
                Kernels.leakAddCross(membrane.v(), rest, decay, input, threshold, theta, spikes);
            }
            membrane.fire(spikes);
            Kernels.atLeast(membrane.v(), lowerBound);
            crossed.addAll(spikes);
            if (oneSpike && spikes.count() > 1) {
                winners.block(clock.sample(sample), layer, clock.step(), lanes);
                spikes.keepOnly(AddressedRandom.below(spikes.count(), lanes[0]));
            }
        }

        @Override
        public boolean stepQuietly(StepClock clock, float[] input, int offset) {
            membranes[0].clear(input, offset);
            boolean done = clock.learning()
                    ? quiet.decayLeakAdd(thetaDecay, rest, decay, input, offset, threshold)
                    : quiet.leakAdd(rest, decay, input, offset, threshold);
            if (done) {
                Kernels.atLeast(quiet.v(), lowerBound);
                membranes[0].countRefractory();
            }
            return done;
        }

        @Override
        public void endQuietSteps() {
            quiet.settle();
        }

        @Override
        public void endStep(StepClock clock) {
            if (clock.learning() && thetaHalf == Float.POSITIVE_INFINITY) {
                for (int k = 0; k < crossed.count(); k++) {
                    theta[crossed.get(k)] += thetaPlus;
                }
            } else if (clock.learning()) {
                raiseLimitedTheta();
            }
        }

        /** All spikes of a step see theta as it was before them, whatever sample they are of. */
        private void raiseLimitedTheta() {
            for (int k = 0; k < crossed.count(); k++) {
                pending[crossed.get(k)]++;
            }
            for (int k = 0; k < crossed.count(); k++) {
                int j = crossed.get(k);
                theta[j] += thetaPlus * (thetaHalf / (thetaHalf + Math.abs(theta[j]))) * pending[j];
                pending[j] = 0;
            }
        }

        @Override
        public void carry(int sample, StateTransfer transfer) {
            membranes[sample].carry(transfer);
        }

        @Override
        public void reset() {
            Membrane.reset(membranes);
        }

        @Override
        public Map<Variable, float[]> state(int sample) {
            Map<Variable, float[]> state = new HashMap<>(membranes[sample].state());
            state.put(Variable.THETA, theta);
            return state;
        }

        @Override
        public Set<Variable> learned() {
            return Set.of(Variable.THETA);
        }
    }

    /** Parameters of {@link DiehlAndCook}, each at its default until it is set. */
    public static final class Builder {
        private double threshold = -52;
        private double rest = -65;
        private double reset = -60;
        private double refractory = 5;
        private double tauMembrane = 100;
        private double thetaPlus = 0.05;
        private double tauTheta = 1e7;
        private boolean oneSpike = true;
        private double lowerBound = Double.NEGATIVE_INFINITY;
        private double thetaHalf = Double.POSITIVE_INFINITY;

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

        public Builder thetaPlus(double value) {
            thetaPlus = value;
            return this;
        }

        public Builder tauTheta(double value) {
            tauTheta = value;
            return this;
        }

        public Builder oneSpike(boolean value) {
            oneSpike = value;
            return this;
        }

        public Builder lowerBound(double value) {
            lowerBound = value;
            return this;
        }

        public Builder thetaHalf(double value) {
            thetaHalf = value;
            return this;
        }

        public DiehlAndCook build() {
            return new DiehlAndCook(
                    threshold,
                    rest,
                    reset,
                    refractory,
                    tauMembrane,
                    thetaPlus,
                    tauTheta,
                    oneSpike,
                    lowerBound,
                    thetaHalf);
        }
    }
}
