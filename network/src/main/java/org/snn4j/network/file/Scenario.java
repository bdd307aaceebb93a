package org.snn4j.network.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.snn4j.network.Engine;
import org.snn4j.network.Network;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;

/**
 * A whole experiment as a value: a network, what is shown to it and forced on it in one run after another, and what is
 * recorded. As a file it is JSON with {@code .npy} files beside it; docs/scenario.md describes the format.
 *
 * @param about what it is for, in words
 * @param network what is simulated
 * @param recorded what {@link #run} hands out
 * @param runs at least one; state carries over from one to the next
 */
public record Scenario(Optional<String> about, Network network, List<ScenarioRecord> recorded, List<ScenarioRun> runs) {
    /** What takes the results, while the scenario runs. */
    @FunctionalInterface
    public interface Sink {
        void accept(ScenarioOutput output) throws IOException;
    }

    /** @throws IllegalArgumentException if a run does not fit the network, naming the place: "runs[0].inputs.X is ..." */
    public Scenario {
        Objects.requireNonNull(about, "scenario.about is missing; Optional.empty() means none");
        Objects.requireNonNull(network, "scenario.network is missing");
        recorded = List.copyOf(recorded);
        runs = List.copyOf(runs);
        ScenarioChecks.check(network, recorded, runs);
    }

    /**
     * Reads a scenario and all arrays that it names.
     *
     * @throws MalformedJsonException naming the file, the place in it and what is wrong there, be it in an array
     */
    public static Scenario read(Path file) throws IOException {
        return ScenarioReader.read(file);
    }

    /**
     * Writes the scenario, and its arrays as {@code .npy} files into the same folder, the JSON last. Read again it is
     * equal, but for a stimulus of one {@link org.snn4j.network.spikes.SpikeTrain}, which comes back as a batch of one.
     */
    public void write(Path file) throws IOException {
        ScenarioWriter.write(this, file);
    }

    /**
     * Simulates all runs, and hands out what was recorded in each as soon as it is over: first the layers, [steps,
     * batch, ...shape] (theta: [steps, ...shape]), then the weights, in the order of {@link #recorded}. A run's random
     * numbers are those of the samples that it shows, counted through all runs.
     *
     * @param seed fixes everything that is drawn
     * @throws IllegalArgumentException before anything is simulated, if a layer has no such variable, naming the place
     * @throws UnsupportedOperationException before anything is simulated, if the engine cannot run the network
     * @throws IOException only from the sink
     */
    public void run(Engine engine, long seed, Sink sink) throws IOException {
        try (Simulation simulation = network.simulate(engine, seed)) {
            ScenarioRecorder recorder = new ScenarioRecorder(this, simulation);
            long sample = 0;
            for (int i = 0; i < runs.size(); i++) {
                Run run = runs.get(i).run().ofSample(sample);
                simulation.run(run);
                recorder.handOut(i, sink);
                if (runs.get(i).afterwards() == ScenarioRun.Afterwards.RESET) {
                    simulation.reset();
                }
                sample += run.batch();
            }
        }
    }

    /** The number of steps of all runs. */
    public long steps() {
        return runs.stream().mapToLong(each -> each.run().steps(network.dt())).sum();
    }
}
