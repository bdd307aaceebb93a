package org.snn4j.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.snn4j.analysis.chart.Plots;
import org.snn4j.analysis.chart.Recorded;
import org.snn4j.encoding.Poisson;
import org.snn4j.encoding.Window;
import org.snn4j.network.Engine;
import org.snn4j.network.Monitor;
import org.snn4j.network.Network;
import org.snn4j.network.Retention;
import org.snn4j.network.Simulation;
import org.snn4j.network.Variable;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.spikes.SpikeTrain;

/** Draws what a network did: who fired when, the membrane potentials, and the weights. */
public final class PlotSpikes {
    private PlotSpikes() {}

    /** @param arguments the folder to draw into */
    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        LIF neuron = LIF.defaults();
        Network network = Network.builder()
                .layer("inputs", new Input(), 10)
                .layer("neurons", neuron, 20)
                .connect("inputs", "neurons", Dense.uniform(0, 3))
                .build();
        float[] values = {0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f, 0.7f, 0.8f, 0.9f, 1};
        SpikeTrain spikes = new Poisson(150).encoder(new Window(300, 1), 42).encode(values, 0);
        try (Simulation simulation = network.simulate(Engine.event(), 42)) {
            Monitor monitor = simulation.monitor(Set.of(Variable.SPIKES, Variable.VOLTAGE), Retention.LAST_RUN);
            simulation.run(Map.of("inputs", spikes), 300);

            Recorded recorded = Recorded.of(monitor);
            Plots.raster(recorded).save(folder.resolve("spikes.png"));
            Plots.voltages(recorded.voltages(neuron.threshold()), 0, 1).save(folder.resolve("voltages.png"));
            Plots.weights(simulation.weights("inputs", "neurons")).save(folder.resolve("weights.png"));
        }
        System.out.println("spikes.png, voltages.png and weights.png are in " + folder);
    }
}
