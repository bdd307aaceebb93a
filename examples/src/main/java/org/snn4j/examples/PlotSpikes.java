package org.snn4j.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.snn4j.analysis.chart.Charts;
import org.snn4j.analysis.chart.Histogram;
import org.snn4j.analysis.chart.RasterChart;
import org.snn4j.analysis.chart.VoltageChart;
import org.snn4j.encoding.Poisson;
import org.snn4j.encoding.Window;
import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
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
            Recording in = simulation.record("inputs", Variable.SPIKES);
            Recording out = simulation.record("neurons", Variable.SPIKES);
            Recording voltage = simulation.record("neurons", Variable.VOLTAGE);
            simulation.run(Map.of("inputs", spikes), 300);

            RasterChart raster = RasterChart.of(network.dt(), in, out);
            Charts.png(raster.chart("Spikes"), 800, 500).write(folder.resolve("spikes.png"));
            VoltageChart lines = VoltageChart.of(network.dt(), voltage, 0).withThreshold(neuron.threshold());
            Charts.png(lines.lines("Two neurons", 0, 1), 800, 360).write(folder.resolve("voltages.png"));
            Histogram weights = Histogram.of(simulation.weights("inputs", "neurons"), 20);
            Charts.png(weights.chart("Weights", "weight (mV)", Histogram.CountAxis.LINEAR), 800, 360)
                    .write(folder.resolve("weights.png"));
        }
        System.out.println("spikes.png, voltages.png and weights.png are in " + folder);
    }
}
