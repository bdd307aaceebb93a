package org.snn4j.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.snn4j.encoding.Poisson;
import org.snn4j.encoding.Window;
import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.Retention;
import org.snn4j.network.Simulation;
import org.snn4j.network.Variable;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.file.Npz;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.spikes.SpikeTrain;

/** Records what a network does into a file that NumPy opens too, and reads that file. */
public final class ReadRecording {
    private ReadRecording() {}

    /** @param arguments the file to write, .npz */
    public static void main(String... arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        record(file);

        Map<String, NdArray> arrays = Npz.read(file);
        arrays.forEach((name, array) -> System.out.println(name + " has shape " + array.shape()));

        SpikeTrain fired = SpikeTrain.ofDense((ByteArray) arrays.get("neurons.s"));
        System.out.println("neuron 0 fired " + fired.counts()[0] + " times");
        System.out.println(
                "its potential in the last step: " + arrays.get("neurons.v").asDouble(499 * 5) + " mV");
    }

    private static void record(Path file) throws IOException {
        Network network = Network.builder()
                .layer("inputs", new Input(), 3)
                .layer("neurons", LIF.defaults(), 5)
                .connect("inputs", "neurons", Dense.uniform(0, 10))
                .build();
        SpikeTrain input = new Poisson(200).encoder(new Window(500, 1), 42).encode(new float[] {1, 1, 1}, 0);
        try (Simulation simulation = network.simulate(Engine.event(), 42)) {
            var monitor = simulation.monitor(Set.of(Variable.SPIKES, Variable.VOLTAGE), Retention.LAST_RUN);
            simulation.run(Map.of("inputs", input), 500);
            monitor.save(file);
        }
    }
}
