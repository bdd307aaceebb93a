package org.snn4j.network.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.snn4j.network.Recording;
import org.snn4j.network.Simulation;
import org.snn4j.network.Variable;

/** Records what a scenario asks for in a simulation of its network. */
final class ScenarioRecorder {
    private final Simulation simulation;
    private final List<Recording> recordings = new ArrayList<>();
    /** The connections whose weights are recorded, by their place in the network. */
    private final List<Integer> connections = new ArrayList<>();

    /** @throws IllegalArgumentException naming the place of what this simulation does not have */
    ScenarioRecorder(Scenario scenario, Simulation simulation) {
        this.simulation = simulation;
        for (int i = 0; i < scenario.recorded().size(); i++) {
            if (scenario.recorded().get(i) instanceof ScenarioRecord.OfLayer layer) {
                record("record[" + i + "]", layer);
            } else if (scenario.recorded().get(i) instanceof ScenarioRecord.OfWeights weights) {
                connections.addAll(weights.connections(simulation.network()));
            }
        }
        for (int i = 0; i < scenario.runs().size(); i++) {
            int run = i;
            ScenarioChecks.at(
                    "runs[" + i + "]",
                    () -> simulation.requireFit(scenario.runs().get(run).run()));
        }
    }

    /** Passes on what was recorded in the run that has just ended. */
    void handOut(int run, Scenario.Sink sink) throws IOException {
        for (Recording recording : recordings) {
            sink.accept(new ScenarioOutput(run, recording.subject(), recording.variable(), recording.values()));
        }
        for (int connection : connections) {
            sink.accept(new ScenarioOutput(
                    run,
                    simulation.network().connectionName(connection),
                    Variable.WEIGHTS,
                    simulation.weights(connection)));
        }
    }

    private void record(String place, ScenarioRecord.OfLayer entry) {
        for (int k = 0; k < entry.variables().size(); k++) {
            int index = k;
            ScenarioChecks.at(
                    place + ".variables[" + k + "]",
                    () -> recordings.add(
                            simulation.record(entry.layer(), entry.variables().get(index))));
        }
    }
}
