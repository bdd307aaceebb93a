package org.snn4j.network.neuron;

import static org.snn4j.network.Parameters.atLeastZero;
import static org.snn4j.network.Parameters.finite;
import static org.snn4j.network.Parameters.lowerLimit;
import static org.snn4j.network.Parameters.positive;

import java.util.Map;
import org.snn4j.network.Variable;
import org.snn4j.network.event.EventNeuron;
import org.snn4j.network.event.Kernels;
import org.snn4j.network.event.Membrane;
import org.snn4j.network.event.NeuronDynamics;
import org.snn4j.network.event.PopulationSpec;
import org.snn4j.network.event.SpikeList;
import org.snn4j.network.event.StateTransfer;
import org.snn4j.network.event.StepClock;

/**
 * Leaky integrate-and-fire neurons with delta synapses: a spike of weight w moves the membrane potential by w.
 *
 * <pre>
 * v ← (v − rest) e^(−dt/tauMembrane) + rest
 * v ← v + I                    unless refractory
 * v ≥ threshold: spike, v ← reset, refractory for the given time
 * v ← max(v, lowerBound)
 * </pre>
 *
 * <p>Hazan et al. 2018, doi 10.3389/fninf.2018.00089.
 *
 * @param threshold mV
 * @param rest the potential that v leaks to and starts at, mV
 * @param reset v after a spike, mV
 * @param refractory how long input is ignored after a spike, ms; the leak goes on
 * @param tauMembrane time constant of the leak, ms
 * @param lowerBound the least v, mV; negative infinity for none
 */
public record LIF(double threshold, double rest, double reset, double refractory, double tauMembrane, double lowerBound)
        implements EventNeuron {
    public LIF {
        finite("LIF", "threshold", threshold);
        finite("LIF", "rest", rest);
        finite("LIF", "reset", reset);
        atLeastZero("LIF", "refractory", refractory);
        positive("LIF", "tauMembrane", tauMembrane);
        lowerLimit("LIF", "lowerBound", lowerBound);
    }

    public static LIF defaults() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public NeuronDynamics dynamics(PopulationSpec population) {
        return new Dynamics(this, population);
    }

    private static final class Dynamics implements NeuronDynamics {
        private final float threshold;
        private final float rest;
        private final float decay;
        private final float lowerBound;
        private final Membrane[] membranes;
        private final Sleepers[] sleepers;

        Dynamics(LIF model, PopulationSpec population) {
            threshold = (float) model.threshold;
            rest = (float) model.rest;
            decay = population.decay(model.tauMembrane);
            lowerBound = (float) model.lowerBound;
            membranes = Membrane.perSample(population, model.rest, model.reset, model.refractory);
            sleepers = Sleepers.perSample(model, population);
        }

        @Override
        public void step(StepClock clock, int sample, float[] input, SpikeList spikes) {
            Membrane membrane = membranes[sample];
            sleepers[sample].wakeAll(membrane.v());
            membrane.ignoreInputWhileRefractory(input);
            Kernels.leakAndAdd(membrane.v(), rest, decay, input);
            Kernels.crossings(membrane.v(), threshold, spikes);
            membrane.fire(spikes);
            Kernels.atLeast(membrane.v(), lowerBound);
        }

        /** Without input v leaks towards rest, and below the threshold, where a step leaves it, it stays below. */
        @Override
        public boolean sparseStep(StepClock clock, int sample, float[] input, SpikeList touched, SpikeList spikes) {
            Sleepers asleep = sleepers[sample];
            if (asleep.isNobody()) {
                return false;
            }
            Membrane membrane = membranes[sample];
            membrane.ignoreInputWhileRefractory(input);
            asleep.step(membrane.v(), input, touched, spikes);
            membrane.fire(spikes);
            return true;
        }

        @Override
        public void carry(int sample, StateTransfer transfer) {
            sleepers[sample].wakeEach(membranes[sample].v());
            membranes[sample].carry(transfer);
        }

        @Override
        public boolean isIdle() {
            return sleepers[0].isEverybody();
        }

        @Override
        public void idle(int steps) {
            membranes[0].countRefractory(steps);
            sleepers[0].sleep(steps);
        }

        @Override
        public void reset() {
            Membrane.reset(membranes);
            for (Sleepers asleep : sleepers) {
                asleep.sleepAll();
            }
        }

        @Override
        public Map<Variable, float[]> state(int sample) {
            sleepers[sample].bringUpToDate(membranes[sample].v());
            return membranes[sample].state();
        }
    }

    /** Parameters of {@link LIF}, each at its default until it is set. */
    public static final class Builder {
        private double threshold = -52;
        private double rest = -65;
        private double reset = -65;
        private double refractory = 5;
        private double tauMembrane = 100;
        private double lowerBound = Double.NEGATIVE_INFINITY;

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

        public Builder lowerBound(double value) {
            lowerBound = value;
            return this;
        }

        public LIF build() {
            return new LIF(threshold, rest, reset, refractory, tauMembrane, lowerBound);
        }
    }
}
