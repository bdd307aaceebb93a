package org.snn4j.training;

import java.util.Objects;
import org.snn4j.encoding.Encoder;
import org.snn4j.encoding.Encoding;
import org.snn4j.encoding.Window;

/**
 * How a sample is shown to a network.
 *
 * @param encoding how its values become spikes
 * @param time for how long, ms
 */
public record Presentation(Encoding encoding, double time) {
    public Presentation {
        Objects.requireNonNull(encoding, "presentation.encoding is missing");
        if (!(time > 0 && time < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "presentation.time is " + time + " ms; it must be a finite time above 0");
        }
    }

    /** The encoder of one phase of an experiment, whose spikes are independent of every other phase's. */
    Encoder encoder(double dt, long seed, Phase phase) {
        return encoding.encoder(window(dt), phase.seed(seed));
    }

    /** In which steps a sample is shown. @throws IllegalArgumentException if it is none, or more than can be counted */
    Window window(double dt) {
        return new Window(time, dt);
    }
}
