package org.snn4j.examples;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.Parameters;
import org.snn4j.network.Recording;
import org.snn4j.network.Simulation;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.event.EventNeuron;
import org.snn4j.network.event.NeuronDynamics;
import org.snn4j.network.event.PopulationSpec;
import org.snn4j.network.event.SpikeList;
import org.snn4j.network.event.StepClock;
import org.snn4j.network.spikes.Current;

/**
 * A neuron model of one's own, for the event engine: quadratic integrate-and-fire, tau dv/dt = v² + I. A constant I > 0
 * makes it fire every tau/√I (atan(peak/√I) − atan(reset/√I)).
 *
 * @param tau time constant, ms
 * @param peak where a spike is cut off
 * @param reset v at the start and after a spike
 */
public record OwnNeuronModel(double tau, double peak, double reset) implements EventNeuron {
    public OwnNeuronModel {
        Parameters.positive("OwnNeuronModel", "tau", tau);
        Parameters.finite("OwnNeuronModel", "peak", peak);
        Parameters.finite("OwnNeuronModel", "reset", reset);
    }

    @Override
    public NeuronDynamics dynamics(PopulationSpec population) {
        return new Dynamics(this, population);
    }

    /** The state of a layer: v of each neuron, for each sample of a batch. */
    private static final class Dynamics implements NeuronDynamics {
        private final OwnNeuronModel model;
        private final float[][] v;
        private final float rate;

        Dynamics(OwnNeuronModel model, PopulationSpec population) {
            this.model = model;
            this.v = new float[population.batch()][population.neurons()];
            this.rate = (float) (population.dt() / model.tau);
            reset();
        }

        @Override
        public void step(StepClock clock, int sample, float[] input, SpikeList spikes) {
            float[] potential = v[sample];
            for (int j = 0; j < potential.length; j++) {
                potential[j] += rate * (potential[j] * potential[j] + input[j]);
                if (potential[j] >= model.peak) {
                    potential[j] = (float) model.reset;
                    spikes.add(j);
                }
            }
        }

        @Override
        public void reset() {
            Arrays.stream(v).forEach(potential -> Arrays.fill(potential, (float) model.reset));
        }

        @Override
        public Map<Variable, float[]> state(int sample) {
            return Map.of(Variable.VOLTAGE, v[sample]);
        }
    }

    /** Three neurons with a constant drive each. */
    public static void main(String... arguments) {
        float[] drives = {0.25f, 1, 4};
        int steps = 100_000;
        float[] current = new float[steps * drives.length];
        for (int i = 0; i < current.length; i++) {
            current[i] = drives[i % drives.length];
        }
        OwnNeuronModel model = new OwnNeuronModel(10, 50, -50);
        Network network = Network.builder()
                .dt(0.01)
                .layer("neurons", model, drives.length)
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 42)) {
            Recording fired = simulation.record("neurons", Variable.SPIKES);
            Current drive = new Current(FloatArray.of(Shape.of(steps, 1, drives.length), current));
            simulation.run(Map.of("neurons", drive), 1000);
            for (int j = 0; j < drives.length; j++) {
                double root = Math.sqrt(drives[j]);
                double period = model.tau / root * (Math.atan(model.peak / root) - Math.atan(model.reset / root));
                int spikes = fired.counts(0)[j];
                System.out.printf(
                        Locale.ROOT, "I = %.2f: %d spikes, %.1f expected%n", drives[j], spikes, 1000 / period);
            }
        }
    }
}
