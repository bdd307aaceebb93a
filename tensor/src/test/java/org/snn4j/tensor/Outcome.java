package org.snn4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.snn4j.network.Engine;
import org.snn4j.network.Monitor;
import org.snn4j.network.Network;
import org.snn4j.network.Retention;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.array.NdArray;

/** Everything that one engine records and learns in some runs of a network, by names such as "run0.Y.v". */
record Outcome(Map<String, NdArray> arrays) {
    /** Does the runs one after another, with a reset after every second. */
    static Outcome of(Engine engine, Network network, List<Run> runs) {
        Map<String, NdArray> arrays = new LinkedHashMap<>();
        try (Simulation simulation = network.simulate(engine, 7)) {
            Monitor monitor = simulation.monitor(Retention.LAST_RUN);
            for (int i = 0; i < runs.size(); i++) {
                String run = "run" + i + ".";
                simulation.run(runs.get(i));
                monitor.arrays().forEach((name, values) -> arrays.put(run + name, values));
                simulation.learned().arrays().forEach((name, values) -> arrays.put(run + "end." + name, values));
                if (i % 2 == 1) {
                    simulation.reset();
                }
            }
        }
        return new Outcome(arrays);
    }

    /**
     * How far values may differ, of 1 + the largest in their array; with 0 they have the same bits. Spikes always have.
     *
     * @param traces for spike traces
     * @param state for all other variables of layers
     * @param learned for weights and eligibility in each step, and weights and theta after each run
     */
    record Tolerance(double traces, double state, double learned) {
        double of(String name) {
            if (name.contains(".end.") || name.endsWith(".w") || name.endsWith(".e")) {
                return learned;
            }
            return name.endsWith(".s") ? 0 : name.endsWith(".x") ? traces : state;
        }
    }

    /** Asserts that both engines agree on every spike and, as far as said, on all other values. */
    static void assertEnginesAgree(Network network, List<Run> runs, Tolerance tolerance) {
        Outcome tensor = of(new TensorEngine(), network, runs);
        Outcome event = of(Engine.event(), network, runs);
        assertThat(tensor.arrays.keySet()).isEqualTo(event.arrays.keySet());
        event.arrays.forEach((name, expected) -> {
            NdArray actual = tensor.arrays.get(name);
            assertThat(actual.shape()).as(name).isEqualTo(expected.shape());
            double allowed = tolerance.of(name) * (1 + largest(expected));
            for (int i = 0; i < expected.shape().size(); i++) {
                double difference = Math.abs(actual.asDouble(i) - expected.asDouble(i));
                if (!(difference <= allowed)) {
                    throw new AssertionError(name + "[" + i + "] is " + actual.asDouble(i) + " on tensor, but "
                            + expected.asDouble(i) + " on event, in " + network);
                }
            }
        });
    }

    private static double largest(NdArray array) {
        return IntStream.range(0, array.shape().size())
                .mapToDouble(i -> Math.abs(array.asDouble(i)))
                .max()
                .orElse(0);
    }
}
