package org.snn4j.network.neuron;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.snn4j.network.Parameters;
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
 * Leaky integrate-and-fire neurons whose input is a current that decays.
 *
 * <pre>
 * v ← (v − rest) e^(−dt/tauMembrane) + rest
 * i ← i e^(−dt/tauCurrent) + I
 * v ← v + i                    unless refractory; this step counts as passed already
 * v ≥ threshold: spike, v ← reset, refractory for the given time
 * v ← max(v, lowerBound)
 * </pre>
 *
 * <p>Hazan et al. 2018, doi 10.3389/fninf.2018.00089.
 *
 * @param membrane threshold, rest, reset, refractory period, tauMembrane and lowerBound
 * @param tauCurrent time constant of the current's decay, ms
 */
public record CurrentLIF(@JsonUnwrapped LIF membrane, double tauCurrent) implements EventNeuron {
    public CurrentLIF {
        Objects.requireNonNull(membrane, "CurrentLIF.membrane is missing");
        Parameters.positive("CurrentLIF", "tauCurrent", tauCurrent);
    }

    public static CurrentLIF defaults() {
        return new CurrentLIF(LIF.defaults(), 2);
    }

    @Override
    public NeuronDynamics dynamics(PopulationSpec population) {
        return new Dynamics(this, population);
    }

    private static final class Dynamics implements NeuronDynamics {
        private final float threshold;
        private final float rest;
        private final float decay;
        private final float currentDecay;
        private final float lowerBound;
        private final Membrane[] membranes;
        private final float[][] current;

        Dynamics(CurrentLIF model, PopulationSpec population) {
            LIF lif = model.membrane;
            threshold = (float) lif.threshold();
            rest = (float) lif.rest();
            decay = population.decay(lif.tauMembrane());
            currentDecay = population.decay(model.tauCurrent);
            lowerBound = (float) lif.lowerBound();
            membranes = Membrane.perSample(population, lif.rest(), lif.reset(), lif.refractory());
            current = new float[population.batch()][population.neurons()];
        }

        @Override
        public void step(StepClock clock, int sample, float[] input, SpikeList spikes) {
            Membrane membrane = membranes[sample];
            float[] i = current[sample];
            Kernels.scale(i, currentDecay);
            Kernels.snapToZero(i);
            Kernels.add(i, input);
            System.arraycopy(i, 0, input, 0, i.length);
            membrane.ignoreInputAfterCounting(input);
            Kernels.leakAndAdd(membrane.v(), rest, decay, input);
            Kernels.crossings(membrane.v(), threshold, spikes);
            membrane.fire(spikes);
            Kernels.atLeast(membrane.v(), lowerBound);
        }

        @Override
        public void carry(int sample, StateTransfer transfer) {
            membranes[sample].carry(transfer);
            transfer.floats(current[sample]);
        }

        @Override
        public void reset() {
            Membrane.reset(membranes);
            for (float[] i : current) {
                Arrays.fill(i, 0);
            }
        }

        @Override
        public Map<Variable, float[]> state(int sample) {
            Map<Variable, float[]> state = new HashMap<>(membranes[sample].state());
            state.put(Variable.CURRENT, current[sample]);
            return state;
        }
    }
}
