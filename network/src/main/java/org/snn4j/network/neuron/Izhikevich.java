package org.snn4j.network.neuron;

import static org.snn4j.network.Parameters.finite;
import static org.snn4j.network.Parameters.lowerLimit;

import java.util.Arrays;
import java.util.Map;
import org.snn4j.network.Variable;
import org.snn4j.network.event.EventNeuron;
import org.snn4j.network.event.Kernels;
import org.snn4j.network.event.NeuronDynamics;
import org.snn4j.network.event.PopulationSpec;
import org.snn4j.network.event.SpikeList;
import org.snn4j.network.event.StateTransfer;
import org.snn4j.network.event.StepClock;

/**
 * The simple model of Izhikevich 2003 (doi 10.1109/TNN.2003.820440), which fires as many kinds of cortical neurons do.
 *
 * <pre>
 * after a spike: v ← c, u ← u + d
 * twice: v ← v + dt/2 (0.04 v² + 5 v + 140 − u + I)
 * u ← u + dt a (b v − u)
 * v ← max(v, lowerBound)
 * v ≥ threshold: spike
 * </pre>
 *
 * @param a rate of recovery, 1/ms: 0.02 for regular spiking, 0.1 for fast spiking
 * @param b how much recovery follows v
 * @param c v after a spike, mV
 * @param d what a spike adds to u, mV
 * @param threshold where a spike is cut off, mV
 * @param rest v at the start, mV; u starts at b · rest
 * @param lowerBound the least v, mV; negative infinity for none
 */
public record Izhikevich(double a, double b, double c, double d, double threshold, double rest, double lowerBound)
        implements EventNeuron {
    public Izhikevich {
        finite("Izhikevich", "a", a);
        finite("Izhikevich", "b", b);
        finite("Izhikevich", "c", c);
        finite("Izhikevich", "d", d);
        finite("Izhikevich", "threshold", threshold);
        finite("Izhikevich", "rest", rest);
        lowerLimit("Izhikevich", "lowerBound", lowerBound);
    }

    /** Regular spiking: most excitatory cortical neurons. */
    public static Izhikevich defaults() {
        return new Izhikevich(0.02, 0.2, -65, 8, 45, -65, Double.NEGATIVE_INFINITY);
    }

    /** Fast spiking: many inhibitory cortical neurons. */
    public static Izhikevich fastSpiking() {
        return new Izhikevich(0.1, 0.2, -65, 2, 45, -65, Double.NEGATIVE_INFINITY);
    }

    @Override
    public NeuronDynamics dynamics(PopulationSpec population) {
        return new Dynamics(this, population);
    }

    private static final class Dynamics implements NeuronDynamics {
        private final Izhikevich model;
        private final float dt;
        private final float[][] v;
        private final float[][] u;
        private final SpikeList[] fired;

        Dynamics(Izhikevich model, PopulationSpec population) {
            this.model = model;
            this.dt = (float) population.dt();
            this.v = new float[population.batch()][population.neurons()];
            this.u = new float[population.batch()][population.neurons()];
            this.fired = SpikeList.perSample(population.batch(), population.neurons());
            reset();
        }

        @Override
        public void step(StepClock clock, int sample, float[] input, SpikeList spikes) {
            recover(v[sample], u[sample], fired[sample]);
            integrate(v[sample], u[sample], input);
            Kernels.atLeast(v[sample], (float) model.lowerBound);
            Kernels.crossings(v[sample], (float) model.threshold, spikes);
            fired[sample].clear();
            fired[sample].addAll(spikes);
        }

        private void recover(float[] potential, float[] recovery, SpikeList neurons) {
            for (int k = 0; k < neurons.count(); k++) {
                potential[neurons.get(k)] = (float) model.c;
                recovery[neurons.get(k)] += (float) model.d;
            }
        }

        private void integrate(float[] potential, float[] recovery, float[] input) {
            float half = 0.5f * dt;
            float rate = dt * (float) model.a;
            float b = (float) model.b;
            for (int j = 0; j < potential.length; j++) {
                float x = potential[j];
                x += half * (0.04f * (x * x) + 5 * x + 140 - recovery[j] + input[j]);
                x += half * (0.04f * (x * x) + 5 * x + 140 - recovery[j] + input[j]);
                potential[j] = x;
                recovery[j] += rate * (b * x - recovery[j]);
            }
        }

        @Override
        public void carry(int sample, StateTransfer transfer) {
            transfer.floats(v[sample]);
            transfer.floats(u[sample]);
            transfer.list(fired[sample]);
        }

        @Override
        public void reset() {
            for (int sample = 0; sample < v.length; sample++) {
                Arrays.fill(v[sample], (float) model.rest);
                Arrays.fill(u[sample], (float) (model.b * model.rest));
                fired[sample].clear();
            }
        }

        @Override
        public Map<Variable, float[]> state(int sample) {
            return Map.of(Variable.VOLTAGE, v[sample], Variable.RECOVERY, u[sample]);
        }
    }
}
