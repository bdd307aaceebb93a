package org.snn4j.network.file;

import java.util.Objects;
import org.snn4j.network.Run;

/**
 * One run of a scenario.
 *
 * @param run what happens; its sample number is not used, since the scenario counts the samples of all its runs
 * @param afterwards what the next run starts from
 */
public record ScenarioRun(Run run, Afterwards afterwards) {
    /** What becomes of the state that a run leaves behind; weights and theta always stay. */
    public enum Afterwards {
        CARRY_OVER,
        RESET
    }

    public ScenarioRun {
        Objects.requireNonNull(run, "run is missing");
        Objects.requireNonNull(afterwards, "afterwards is missing");
    }
}
