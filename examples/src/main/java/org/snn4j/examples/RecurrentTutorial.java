package org.snn4j.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snn4j.analysis.chart.*;
import org.snn4j.encoding.Bernoulli;
import org.snn4j.encoding.Window;
import org.snn4j.network.*;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.spikes.SpikeTrain;

/** 100 inputs drive 1,000 neurons that inhibit each other: records, saves and draws them, with fixed weights and with learning. */
public final class RecurrentTutorial {
    private RecurrentTutorial() {}

    /** @param arguments the folder for pictures and recordings */
    public static void main(String... arguments) throws IOException {
        // Numbers from a range of ± √3 · 0.1 around their mean have a standard deviation of 0.1.
        Dense weights = Dense.uniform(0.05 - Math.sqrt(3) * 0.1, 0.05 + Math.sqrt(3) * 0.1);
        show(weights, Path.of(arguments[0], "fixed"));
        show(weights.learning(new PostPre(1e-4, 1e-2)), Path.of(arguments[0], "learning"));
    }

    private static void show(Dense forward, Path folder) throws IOException {
        Network network = Network.builder()
                .layer(Layer.of("inputs", new Input(), 100).withTrace(Trace.replacing(20)))
                .layer(Layer.of("neurons", LIF.defaults(), 1000).withTrace(Trace.replacing(20)))
                .connect("inputs", "neurons", forward)
                .connect("neurons", "neurons", AllButSelf.of(-0.025))
                .build();
        float[] ones = new float[100];
        Arrays.fill(ones, 1);
        SpikeTrain noise = new Bernoulli(0.1).encoder(new Window(500, 1), 42).encode(ones, 0);
        try (Simulation simulation = network.simulate(Engine.event(), 42)) {
            Monitor monitor = simulation.monitor(Set.of(Variable.SPIKES, Variable.VOLTAGE), Retention.LAST_RUN);
            simulation.run(Map.of("inputs", noise), 500);
            SpikeTrain out = monitor.recording("neurons.s").train(0);
            System.out.printf("%d spikes in, %d out, %s%n", noise.count(), out.count(), folder.getFileName());
            Files.createDirectories(folder);
            monitor.save(folder.resolve("recordings.npz"));
            Recorded recorded = Recorded.of(monitor);
            VoltageChart voltages = recorded.ofLayers(List.of("neurons"))
                    .voltages(LIF.defaults().threshold());
            Plots.raster(recorded).save(folder.resolve("spikes.png"));
            Plots.voltages(voltages, 0, 1, 2).save(folder.resolve("voltages.png"));
            Plots.voltageMap(voltages).save(folder.resolve("voltage-map.png"));
            Plots.weights(simulation.weights("inputs", "neurons")).save(folder.resolve("weights.png"));
        }
    }
}
