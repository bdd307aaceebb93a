package org.snn4j.network;

import java.util.Objects;

/**
 * Which of the steps that it has seen a recording holds.
 *
 * @param newRun what a new run does with the steps of the runs before it
 * @param mostSteps how many steps are held at most, the last ones; {@link Integer#MAX_VALUE} means all
 */
public record Retention(NewRun newRun, int mostSteps) {
    /** The last run, from its first step to its last. */
    public static final Retention LAST_RUN = new Retention(NewRun.REPLACES, Integer.MAX_VALUE);

    /** All runs, one behind the other, until the recording is cleared: it grows with every step. */
    public static final Retention ALL_RUNS = new Retention(NewRun.APPENDS, Integer.MAX_VALUE);

    /** What a new run does with the steps of the runs before it. */
    public enum NewRun {
        /** They are forgotten. */
        REPLACES,
        /** They stay, and the new ones follow them; also where the simulation was reset in between. */
        APPENDS
    }

    public Retention {
        Objects.requireNonNull(newRun, "Retention.newRun is missing");
        if (mostSteps < 1) {
            throw new IllegalArgumentException(
                    "a recording cannot hold the last " + mostSteps + " steps; at least 1 would be right");
        }
    }

    /** The last steps, of however many runs: memory stays the same, however long the simulation. */
    public static Retention lastSteps(int steps) {
        return new Retention(NewRun.APPENDS, steps);
    }

    /** How many steps are held after a run, if {@code held} are before. */
    long stepsAfter(int held, int run) {
        long all = newRun == NewRun.REPLACES ? run : (long) held + run;
        return mostSteps == Integer.MAX_VALUE ? all : Math.min(all, mostSteps);
    }
}
