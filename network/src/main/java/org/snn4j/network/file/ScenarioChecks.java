package org.snn4j.network.file;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.snn4j.network.Interventions;
import org.snn4j.network.Network;
import org.snn4j.network.Run;
import org.snn4j.network.Simulation;
import org.snn4j.network.Variable;

/** What must hold between the parts of a scenario; every message begins with the place: "runs[0].inputs.X is wrong: ". */
final class ScenarioChecks {
    private ScenarioChecks() {}

    static void check(Network network, List<ScenarioRecord> recorded, List<ScenarioRun> runs) {
        Set<ScenarioRecord> seen = new HashSet<>();
        for (int i = 0; i < recorded.size(); i++) {
            checkRecord("record[" + i + "]", network, recorded.get(i), seen);
        }
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("runs is []; at least one run would be right");
        }
        for (int i = 0; i < runs.size(); i++) {
            checkRun("runs[" + i + "]", network, runs.get(i).run());
            checkSize("runs[" + i + "].time", network, recorded, runs.get(i).run());
            if (i > 0) {
                checkBatch(i, runs.get(i - 1), runs.get(i));
            }
        }
    }

    /** Puts the place before what a check says. */
    static void at(String place, Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException | NoSuchElementException e) {
            throw new IllegalArgumentException(place + " is wrong: " + e.getMessage(), e);
        }
    }

    private static void checkRecord(String place, Network network, ScenarioRecord entry, Set<ScenarioRecord> seen) {
        if (entry instanceof ScenarioRecord.OfLayer layer) {
            at(place + ".layer", () -> network.layer(layer.layer()));
            if (layer.variables().isEmpty()) {
                throw new IllegalArgumentException(place + ".variables is []; at least one would be right");
            }
            for (Variable variable : layer.variables()) {
                if (!seen.add(new ScenarioRecord.OfLayer(layer.layer(), List.of(variable)))) {
                    throw new IllegalArgumentException(
                            place + " records " + variable + " of layer " + layer.layer() + " a second time");
                }
            }
        } else if (entry instanceof ScenarioRecord.OfWeights weights) {
            at(place + ".source", () -> network.layer(weights.source()));
            at(place + ".target", () -> network.layer(weights.target()));
            if (weights.connections(network).isEmpty()) {
                throw new IllegalArgumentException(place + " is wrong: no connection from " + weights.source() + " to "
                        + weights.target() + " has an array of weights that could be recorded");
            }
            if (!seen.add(weights)) {
                throw new IllegalArgumentException(place + " records the weights from " + weights.source() + " to "
                        + weights.target() + " a second time");
            }
        }
    }

    /** One array at a time first, so that the message can name its place, then all together. */
    private static void checkRun(String place, Network network, Run run) {
        Run empty = Run.of(Map.of(), run.time());
        at(place + ".time", () -> Simulation.requireFit(network, empty));
        Interventions forced = run.interventions();
        checkEach(place + ".inputs.", network, run.inputs(), (layer, given) -> Run.of(layer, given, run.time()));
        checkEach(place + ".clamp.", network, forced.clamp(), empty::clamp);
        checkEach(place + ".unclamp.", network, forced.unclamp(), empty::unclamp);
        checkEach(place + ".injectVoltage.", network, forced.injectVoltage(), empty::injectVoltage);
        at(place + ".inputs", () -> Simulation.requireFit(network, run));
    }

    private static <T> void checkEach(
            String place, Network network, Map<String, T> byLayer, BiFunction<String, T, Run> alone) {
        new TreeMap<>(byLayer)
                .forEach((layer, given) ->
                        at(place + layer, () -> Simulation.requireFit(network, alone.apply(layer, given))));
    }

    /** What is recorded in a run must fit into arrays. */
    private static void checkSize(String place, Network network, List<ScenarioRecord> recorded, Run run) {
        for (ScenarioRecord entry : recorded) {
            if (entry instanceof ScenarioRecord.OfLayer layer) {
                at(place, () -> network.layer(layer.layer()).shape().within(run.steps(network.dt()), run.batch()));
            }
        }
    }

    private static void checkBatch(int index, ScenarioRun before, ScenarioRun after) {
        int carried = before.run().batch();
        if (before.afterwards() == ScenarioRun.Afterwards.CARRY_OVER
                && after.run().batch() != carried) {
            throw new IllegalArgumentException("runs[" + index + "].inputs is wrong: it shows "
                    + after.run().batch() + " samples, but cannot go on from the state of " + carried
                    + "; \"reset\": true in runs[" + (index - 1) + "] would be right");
        }
    }
}
