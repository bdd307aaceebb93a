package org.snn4j.network.neuron;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
import org.snn4j.network.random.AddressedRandom;
import org.snn4j.network.random.Purpose;

/**
 * The simplified spike response model with escape noise: the nearer v comes to the threshold, the more likely a spike.
 *
 * <pre>
 * v ← (v − rest) e^(−dt/tauMembrane) + rest
 * v ← v + epsilon0 I                        unless refractory
 * p = 1 − exp(−dt rho0 e^((v − threshold)/deltaThreshold))
 * spike with probability p: v ← reset, refractory for the given time
 * v ← max(v, lowerBound)
 * </pre>
 *
 * <p>One 32-bit number for each neuron and step, four neurons to a block. Vasilaki et al. 2009, doi
 * 10.1371/journal.pcbi.1000586.
 *
 * @param membrane threshold, rest, reset, refractory period, tauMembrane and lowerBound
 * @param epsilon0 how far one unit of input moves v
 * @param rho0 the rate of spikes at the threshold, 1/ms
 * @param deltaThreshold how sharp the threshold is, mV
 */
public record SRM0(@JsonUnwrapped LIF membrane, double epsilon0, double rho0, double deltaThreshold)
        implements EventNeuron {
    public SRM0 {
        Objects.requireNonNull(membrane, "SRM0.membrane is missing");
        Parameters.finite("SRM0", "epsilon0", epsilon0);
        Parameters.atLeastZero("SRM0", "rho0", rho0);
        Parameters.positive("SRM0", "deltaThreshold", deltaThreshold);
    }

    public static SRM0 defaults() {
        LIF membrane = LIF.builder()
                .threshold(-50)
                .rest(-70)
                .reset(-70)
                .refractory(5)
                .tauMembrane(10)
                .build();
        return new SRM0(membrane, 1, 1, 5);
    }

    @Override
    public NeuronDynamics dynamics(PopulationSpec population) {
        return new Dynamics(this, population);
    }

    private static final class Dynamics implements NeuronDynamics {
        /** Where e^x is still a number, so that a rho0 of 0 makes 0 of it. */
        private static final double LARGEST_DISTANCE = 700;

        private final SRM0 model;
        private final double dt;
        private final float decay;
        private final Membrane[] membranes;
        private final float[][] probability;
        private final AddressedRandom escapes;
        private final int[] lanes = new int[AddressedRandom.LANES];

        Dynamics(SRM0 model, PopulationSpec population) {
            LIF lif = model.membrane;
            this.model = model;
            this.dt = population.dt();
            this.decay = population.decay(lif.tauMembrane());
            this.membranes = Membrane.perSample(population, lif.rest(), lif.reset(), lif.refractory());
            this.probability = new float[population.batch()][population.neurons()];
            this.escapes = new AddressedRandom(
                    AddressedRandom.derive(population.seed(), Purpose.ESCAPE, population.layer()), Purpose.ESCAPE);
        }

        @Override
        public void step(StepClock clock, int sample, float[] input, SpikeList spikes) {
            Membrane membrane = membranes[sample];
            Kernels.scale(input, (float) model.epsilon0);
            membrane.ignoreInputWhileRefractory(input);
            Kernels.leakAndAdd(membrane.v(), (float) model.membrane.rest(), decay, input);
            escape(clock, sample, membrane.v(), spikes);
            membrane.fire(spikes);
            Kernels.atLeast(membrane.v(), (float) model.membrane.lowerBound());
        }

        private void escape(StepClock clock, int sample, float[] v, SpikeList spikes) {
            float[] p = probability[sample];
            for (int j = 0; j < v.length; j++) {
                double distance = (v[j] - model.membrane.threshold()) / model.deltaThreshold;
                double rate = model.rho0 * StrictMath.exp(Math.min(distance, LARGEST_DISTANCE));
                p[j] = (float) -StrictMath.expm1(-dt * rate);
                int lane = j % AddressedRandom.LANES;
                if (lane == 0) {
                    escapes.block(clock.sample(sample), j / AddressedRandom.LANES, clock.step(), lanes);
                }
                if (AddressedRandom.unitFloat(lanes[lane]) < p[j]) {
                    spikes.add(j);
                }
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
            state.put(Variable.PROBABILITY, probability[sample]);
            return state;
        }
    }
}
