package org.snn4j.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.snn4j.analysis.chart.Charts;
import org.snn4j.analysis.chart.Histogram;
import org.snn4j.analysis.chart.Histogram.CountAxis;
import org.snn4j.analysis.chart.RasterChart;
import org.snn4j.analysis.chart.VoltageChart;
import org.snn4j.encoding.Bernoulli;
import org.snn4j.encoding.Window;
import org.snn4j.network.Engine;
import org.snn4j.network.Layer;
import org.snn4j.network.Monitor;
import org.snn4j.network.Network;
import org.snn4j.network.Recording;
import org.snn4j.network.Retention;
import org.snn4j.network.Simulation;
import org.snn4j.network.Trace;
import org.snn4j.network.Variable;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.spikes.SpikeTrain;

/** 100 inputs drive 1,000 neurons that inhibit each other: records, saves and draws them, with fixed weights and with learning. */
public final class RecurrentTutorial {
    private static final int INPUTS = 100;
    private static final int NEURONS = 1000;
    private static final int STEPS = 500;
    /** Numbers from a range of ± √3 · 0.1 around their mean have a standard deviation of 0.1. */
    private static final double SPREAD = Math.sqrt(3) * 0.1;

    private static final LIF NEURON = LIF.defaults();

    private RecurrentTutorial() {}

    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "tutorial");
        Dense weights = Dense.uniform(0.05 - SPREAD, 0.05 + SPREAD);
        show(network(weights), folder.resolve("fixed"));
        show(network(weights.learning(new PostPre(1e-4, 1e-2))), folder.resolve("learning"));
    }

    private static Network network(Dense forward) {
        return Network.builder()
                .dt(1)
                .layer(Layer.of("inputs", new Input(), INPUTS).withTrace(Trace.replacing(20)))
                .layer(Layer.of("neurons", NEURON, NEURONS).withTrace(Trace.replacing(20)))
                .connect("inputs", "neurons", forward)
                .connect("neurons", "neurons", AllButSelf.of(-0.025))
                .build();
    }

    private static void show(Network network, Path folder) throws IOException {
        float[] values = new float[INPUTS];
        Arrays.fill(values, 1);
        SpikeTrain noise = new Bernoulli(0.1).encoder(new Window(STEPS, 1), 42).encode(values, 0);

        try (Simulation simulation = network.simulate(Engine.event(), 42)) {
            Monitor monitor = simulation.monitor(Set.of(Variable.SPIKES, Variable.VOLTAGE), Retention.LAST_RUN);
            simulation.run(Map.of("inputs", noise), STEPS);

            Recording in = monitor.recording("inputs.s");
            Recording out = monitor.recording("neurons.s");
            Recording voltage = monitor.recording("neurons.v");
            int spikes = out.train(0).count();
            System.out.println(noise.count() + " spikes in, " + spikes + " out; pictures and recordings in " + folder);
            Files.createDirectories(folder);
            monitor.save(folder.resolve("recordings.npz"));
            Charts.png(RasterChart.of(1, in, out).chart("Spikes"), 900, 700).write(folder.resolve("spikes.png"));
            VoltageChart voltages = VoltageChart.of(1, voltage, 0).withThreshold(NEURON.threshold());
            Charts.png(voltages.lines("Three neurons", 0, 1, 2), 900, 400).write(folder.resolve("voltages.png"));
            Charts.png(voltages.heatMap("All neurons"), 900, 600).write(folder.resolve("voltage-map.png"));
            Histogram weights = Histogram.of(simulation.weights("inputs", "neurons"), 60);
            Charts.png(weights.chart("Weights", "weight (mV)", CountAxis.LINEAR), 700, 400)
                    .write(folder.resolve("weights.png"));
        }
    }
}
