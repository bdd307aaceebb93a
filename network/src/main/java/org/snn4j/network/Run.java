package org.snn4j.network;

import java.util.Map;
import java.util.Objects;
import org.snn4j.network.spikes.Stimulus;

/**
 * What happens in one call of {@link Simulation#run(Run)}.
 *
 * @param inputs for each layer that is driven from outside, what drives it
 * @param time how long, ms
 * @param learning whether weights and thresholds adapt
 * @param sample the number of the (first) sample in the whole experiment: the address of the run's random numbers
 */
public record Run(Map<String, Stimulus> inputs, double time, boolean learning, long sample) {
    public Run {
        inputs = Map.copyOf(inputs);
        Parameters.positive("run", "time", time);
    }

    /** A run that learns, of sample 0. */
    public static Run of(Map<String, ? extends Stimulus> inputs, double time) {
        return new Run(Map.copyOf(inputs), time, true, 0);
    }

    /** A run that learns, of sample 0, with one layer driven. */
    public static Run of(String layer, Stimulus stimulus, double time) {
        return of(Map.of(Objects.requireNonNull(layer, "layer"), stimulus), time);
    }

    /** The same with nothing adapting. */
    public Run frozen() {
        return new Run(inputs, time, false, sample);
    }

    /** The same as the given sample of the experiment. */
    public Run ofSample(long number) {
        return new Run(inputs, time, learning, number);
    }

    /** The number of steps of the given length. */
    public int steps(double dt) {
        return Math.toIntExact(Math.round(time / dt));
    }

    /** The number of samples shown at once; one where nothing is shown. */
    public int batch() {
        return inputs.values().stream().mapToInt(Stimulus::batch).max().orElse(1);
    }
}
