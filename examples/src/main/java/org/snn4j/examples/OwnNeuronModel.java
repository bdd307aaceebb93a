package org.snn4j.examples;

import java.util.Arrays;
import java.util.Map;
import org.snn4j.encoding.*;
import org.snn4j.network.*;
import org.snn4j.network.event.*;

/**
 * A neuron model of one's own: quadratic integrate-and-fire, tau dv/dt = v² + I, from −peak to peak. A constant I > 0 makes it
 * fire every 2 tau/√I atan(peak/√I) ms.
 */
public record OwnNeuronModel(double tau, float peak) implements EventNeuron {
    @Override
    public NeuronDynamics dynamics(PopulationSpec layer) {
        Dynamics dynamics = new Dynamics(peak, (float) (layer.dt() / tau), new float[layer.batch()][layer.neurons()]);
        dynamics.reset();
        return dynamics;
    }

    /** The state of a layer: v of each neuron, for each sample of a batch. */
    private record Dynamics(float peak, float rate, float[][] v) implements NeuronDynamics {
        @Override
        public void step(StepClock clock, int sample, float[] input, SpikeList spikes) {
            for (int j = 0; j < input.length; j++) {
                v[sample][j] += rate * (v[sample][j] * v[sample][j] + input[j]);
                if (v[sample][j] >= peak) {
                    v[sample][j] = -peak;
                    spikes.add(j);
                }
            }
        }

        @Override
        public void reset() {
            Arrays.stream(v).forEach(potentials -> Arrays.fill(potentials, -peak));
        }

        @Override
        public Map<Variable, float[]> state(int sample) {
            return Map.of(Variable.VOLTAGE, v[sample]);
        }
    }

    /** Three neurons with a constant drive each, for a second. */
    public static void main(String... arguments) {
        float[] drives = {0.25f, 1, 4};
        Window second = new Window(1000, 0.01);
        Network network = Network.builder()
                .dt(second.dt())
                .layer("neurons", new OwnNeuronModel(10, 50), 3)
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 42)) {
            Recording fired = simulation.record("neurons", Variable.SPIKES);
            simulation.run(Map.of("neurons", new Repeat().encoder(second, 42).encode(drives, 0)), second.time());
            System.out.println(Arrays.toString(drives) + " made " + Arrays.toString(fired.counts(0)) + " spikes");
        }
    }
}
