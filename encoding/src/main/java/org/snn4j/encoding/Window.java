package org.snn4j.encoding;

/**
 * How long a sample is shown, in which steps.
 *
 * @param time ms
 * @param dt the length of a step, ms
 */
public record Window(double time, double dt) {
    public Window {
        if (!(time > 0 && dt > 0 && time / dt <= 1e9 && Math.round(time / dt) > 0)) {
            throw new IllegalArgumentException("a sample is shown for " + time + " ms in steps of " + dt
                    + " ms; both must be above 0 and make at least one step");
        }
    }

    public int steps() {
        return Math.toIntExact(Math.round(time / dt));
    }
}
