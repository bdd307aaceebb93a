package org.snn4j.network.neuron;

import static org.snn4j.network.Parameters.atLeastZero;
import static org.snn4j.network.Parameters.finite;
import static org.snn4j.network.Parameters.lowerLimit;

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
 * Integrate-and-fire neurons, which do not leak.
 *
 * <pre>
 * v ← v + I               unless refractory
 * v ≥ threshold: spike, v ← reset, refractory for the given time
 * v ← max(v, lowerBound)
 * </pre>
 *
 * <p>Hazan et al. 2018, doi 10.3389/fninf.2018.00089.
 *
 * @param threshold mV
 * @param reset v after a spike and at the start, mV
 * @param refractory how long input is ignored after a spike, ms
 * @param lowerBound the least v, mV; negative infinity for none
 */
public record IF(double threshold, double reset, double refractory, double lowerBound) implements EventNeuron {
    public IF {
        finite("IF", "threshold", threshold);
        finite("IF", "reset", reset);
        atLeastZero("IF", "refractory", refractory);
        lowerLimit("IF", "lowerBound", lowerBound);
    }

    public static IF defaults() {
        return new IF(-52, -65, 5, Double.NEGATIVE_INFINITY);
    }

    @Override
    public NeuronDynamics dynamics(PopulationSpec population) {
        return new Dynamics(this, population);
    }

    private static final class Dynamics implements NeuronDynamics {
        private final float threshold;
        private final float lowerBound;
        private final Membrane[] membranes;

        Dynamics(IF model, PopulationSpec population) {
            threshold = (float) model.threshold;
            lowerBound = (float) model.lowerBound;
            membranes = Membrane.perSample(population, model.reset, model.reset, model.refractory);
        }

        @Override
        public void step(StepClock clock, int sample, float[] input, SpikeList spikes) {
            Membrane membrane = membranes[sample];
            membrane.ignoreInputWhileRefractory(input);
            Kernels.add(membrane.v(), input);
            Kernels.crossings(membrane.v(), threshold, spikes);
            membrane.fire(spikes);
            Kernels.atLeast(membrane.v(), lowerBound);
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
            return membranes[sample].state();
        }
    }
}
