package org.snn4j.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.snn4j.analysis.chart.Charts;
import org.snn4j.analysis.chart.LearningWindow;
import org.snn4j.network.*;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.learning.LearningRule;
import org.snn4j.network.learning.PostPre;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.spikes.SpikeTrain;

/** Measures the window of a learning rule: what one pair of spikes does to a weight, by the time between them. */
public final class LearningRuleWindow {
    private static final int MIDDLE = 100;

    private LearningRuleWindow() {}

    /** @param arguments the picture to write */
    public static void main(String... arguments) throws IOException {
        LearningRule rule = new PostPre(0.01, 0.02);
        LearningWindow window = new LearningWindow(IntStream.rangeClosed(-60, 60)
                .mapToObj(lag -> new LearningWindow.Pair(lag, change(rule, lag)))
                .toList());
        window.pairs().stream()
                .filter(pair -> pair.lag() % 20 == 0)
                .forEach(pair -> System.out.printf("%+.0f ms: %+.5f%n", pair.lag(), pair.change()));
        Charts.png(window.chart("PostPre"), 700, 420).write(Path.of(arguments[0]));
    }

    /** The input fires in the middle of the run, the neuron, which is made to fire, so many ms later. */
    private static double change(LearningRule rule, int lag) {
        Dense half = Dense.of(FloatArray.of(Shape.of(1, 1), 0.5f));
        Network network = Network.builder()
                .layer(Layer.of("input", new Input(), 1).withTrace(Trace.replacing(20)))
                .layer(Layer.of("neuron", LIF.defaults(), 1).withTrace(Trace.replacing(20)))
                .connect("input", "neuron", half.learning(rule))
                .build();
        try (Simulation simulation = network.simulate(Engine.event(), 42)) {
            SpikeTrain input = SpikeTrain.ofDense(spikeAt(MIDDLE));
            simulation.run(Run.of("input", input, 2 * MIDDLE).clamp("neuron", spikeAt(MIDDLE + lag)));
            return simulation.weights("input", "neuron").get(0) - 0.5;
        }
    }

    private static ByteArray spikeAt(int step) {
        byte[] steps = new byte[2 * MIDDLE];
        steps[step] = 1;
        return ByteArray.of(Shape.of(2 * MIDDLE, 1), steps);
    }
}
