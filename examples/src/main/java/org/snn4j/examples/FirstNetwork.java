package org.snn4j.examples;

import java.util.Map;
import org.snn4j.encoding.Poisson;
import org.snn4j.encoding.Window;
import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
import org.snn4j.network.Simulation;
import org.snn4j.network.Variable;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.spikes.SpikeTrain;

/** Builds a network of two layers with lateral inhibition, drives it with Poisson spikes and looks at what it did. */
public final class FirstNetwork {
    private FirstNetwork() {}

    public static void main(String... arguments) {
        Network network = Network.builder()
                .dt(1)
                .layer("inputs", new Input(), 3)
                .layer("neurons", LIF.defaults(), 5)
                .connect("inputs", "neurons", Dense.uniform(0, 10))
                .connect("neurons", "neurons", AllButSelf.of(-1))
                .build();
        float[] values = {1, 0.5f, 0.1f};
        SpikeTrain spikes = new Poisson(200).encoder(new Window(500, 1), 42).encode(values, 0);

        try (Simulation simulation = network.simulate(Engine.event(), 42)) {
            Recording fired = simulation.record("neurons", Variable.SPIKES);
            Recording voltage = simulation.record("neurons", Variable.VOLTAGE);
            simulation.run(Map.of("inputs", spikes), 500);

            System.out.println(spikes.count() + " spikes went in");
            for (int neuron = 0; neuron < 5; neuron++) {
                float last = voltage.floats().get(499 * 5 + neuron);
                System.out.printf(
                        "neuron %d fired %d times and ended at %.1f mV%n", neuron, fired.counts(0)[neuron], last);
            }
        }
    }
}
