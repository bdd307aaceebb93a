package org.snn4j.network;

import java.util.Map;
import java.util.Objects;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.spikes.Stimulus;

/**
 * What happens in one call of {@link Simulation#run(Run)}.
 *
 * @param inputs for each layer that is driven from outside, what drives it
 * @param time how long, ms
 * @param learning whether weights and thresholds adapt
 * @param sample the number of the (first) sample in the whole experiment: the address of the run's random numbers
 * @param interventions spikes and voltages that are forced on layers
 * @param reward what reward-modulated rules learn from
 * @param delivery when a spike reaches its targets
 */
public record Run(
        Map<String, Stimulus> inputs,
        double time,
        boolean learning,
        long sample,
        Interventions interventions,
        Reward reward,
        Delivery delivery) {
    /**
     * When a spike reaches its targets. It arrives as the run that fires it says, once: what is under way at the end of a run
     * arrives so in the next, whatever that does with its own spikes.
     */
    public enum Delivery {
        /** One step after it was fired, over every connection alike. */
        NEXT_STEP,
        /** In the step in which it was fired, where the target is declared after the source; else one step later. */
        SAME_STEP
    }

    public Run {
        inputs = Map.copyOf(inputs);
        Parameters.positive("run", "time", time);
        Objects.requireNonNull(interventions, "run.interventions is missing; Interventions.NONE means none");
        Objects.requireNonNull(reward, "run.reward is missing; Reward.NONE means none");
        Objects.requireNonNull(delivery, "run.delivery is missing");
    }

    /**
     * A run that learns, of sample 0. What is drawn in a run depends on the sample's number: repeated runs that are to
     * differ need {@link #ofSample}.
     */
    public static Run of(Map<String, ? extends Stimulus> inputs, double time) {
        return new Run(Map.copyOf(inputs), time, true, 0, Interventions.NONE, Reward.NONE, Delivery.NEXT_STEP);
    }

    /** A run that learns, of sample 0, with one layer driven. */
    public static Run of(String layer, Stimulus stimulus, double time) {
        return of(Map.of(Objects.requireNonNull(layer, "layer"), stimulus), time);
    }

    /** The same with nothing adapting. */
    public Run frozen() {
        return new Run(inputs, time, false, sample, interventions, reward, delivery);
    }

    /** The same as the given sample of the experiment. */
    public Run ofSample(long number) {
        return new Run(inputs, time, learning, number, interventions, reward, delivery);
    }

    /** The same with a reward. */
    public Run rewarded(Reward given) {
        return new Run(inputs, time, learning, sample, interventions, given, delivery);
    }

    /** The same with spikes that reach later layers in the step in which they are fired. */
    public Run oneStep() {
        return new Run(inputs, time, learning, sample, interventions, reward, Delivery.SAME_STEP);
    }

    /** The same with spikes forced on a layer, see {@link Interventions}. */
    public Run clamp(String layer, ByteArray mask) {
        return with(interventions.withClamp(layer, mask));
    }

    /** The same with spikes of a layer suppressed, see {@link Interventions}. */
    public Run unclamp(String layer, ByteArray mask) {
        return with(interventions.withUnclamp(layer, mask));
    }

    /** The same with voltage added to a layer, see {@link Interventions}. */
    public Run injectVoltage(String layer, FloatArray voltage) {
        return with(interventions.withInjectVoltage(layer, voltage));
    }

    /** The number of steps of the given length. */
    public int steps(double dt) {
        return Math.toIntExact(Math.round(time / dt));
    }

    /** The number of samples shown at once; one where nothing is shown. */
    public int batch() {
        int batch = inputs.isEmpty() ? 1 : 0;
        for (Stimulus stimulus : inputs.values()) {
            batch = Math.max(batch, stimulus.batch());
        }
        return batch;
    }

    private Run with(Interventions forced) {
        return new Run(inputs, time, learning, sample, forced, reward, delivery);
    }
}
