package org.snn4j.network.neuron;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.snn4j.network.Parameters;
import org.snn4j.network.Variable;
import org.snn4j.network.event.EventNeuron;
import org.snn4j.network.event.Kernels;
import org.snn4j.network.event.NeuronDynamics;
import org.snn4j.network.event.PopulationSpec;
import org.snn4j.network.event.SpikeList;
import org.snn4j.network.event.StepClock;

/**
 * Neurons without memory: v = I, and a spike where v ≥ threshold. McCulloch and Pitts 1943, doi 10.1007/BF02478259.
 *
 * @param threshold mV
 */
public record McCullochPitts(double threshold) implements EventNeuron {
    public McCullochPitts {
        Parameters.finite("McCullochPitts", "threshold", threshold);
    }

    public static McCullochPitts defaults() {
        return new McCullochPitts(1);
    }

    @Override
    public NeuronDynamics dynamics(PopulationSpec population) {
        return new Dynamics((float) threshold, population);
    }

    private static final class Dynamics implements NeuronDynamics {
        private final float threshold;
        private final float[][] v;

        Dynamics(float threshold, PopulationSpec population) {
            this.threshold = threshold;
            this.v = new float[population.batch()][population.neurons()];
        }

        @Override
        public void step(StepClock clock, int sample, float[] input, SpikeList spikes) {
            System.arraycopy(input, 0, v[sample], 0, input.length);
            Kernels.crossings(v[sample], threshold, spikes);
        }

        @Override
        public void reset() {
            IntStream.range(0, v.length).forEach(sample -> Arrays.fill(v[sample], 0));
        }

        @Override
        public Map<Variable, float[]> state(int sample) {
            return Map.of(Variable.VOLTAGE, v[sample]);
        }
    }
}
