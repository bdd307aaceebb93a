package org.snn4j.encoding;

/**
 * How long a sample is shown, in which steps.
 *
 * @param time ms; rounded to whole steps
 * @param dt the length of a step, ms
 */
public record Window(double time, double dt) {
    private static final int MOST_STEPS = 1_000_000_000;

    public Window {
        if (!(time > 0 && dt > 0 && Math.round(time / dt) > 0)) {
            throw new IllegalArgumentException("a sample is shown for " + time + " ms in steps of " + dt
                    + " ms; both must be above 0 and make at least one step");
        }
        if (time / dt > MOST_STEPS) {
            throw new IllegalArgumentException("a sample is shown for " + time + " ms in steps of " + dt
                    + " ms, which are " + time / dt + " steps; at most " + MOST_STEPS + " would be right");
        }
    }

    public int steps() {
        return Math.toIntExact(Math.round(time / dt));
    }
}
