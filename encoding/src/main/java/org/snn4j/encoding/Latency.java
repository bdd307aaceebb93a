package org.snn4j.encoding;

import java.util.Map;
import org.snn4j.network.spikes.SpikeTrain;

/**
 * One spike for each input that is not black, at a time that falls in proportion to its value: with T steps, value x fires
 * in step round((1 − x)(T − 1)), white in the first, the darkest that is not black in the last. Values above 1 fire in
 * step 0, an input of value 0 is silent. With 256 steps a byte b fires in step 255 − b. Nothing is drawn.
 *
 * <p>Of the time-to-first-spike codes (see Bonilla, Gautrais, Thorpe and Masquelier, Analyzing time-to-first-spike coding
 * schemes, Frontiers in Neuroscience 16, 2022, doi 10.3389/fnins.2022.971937) this is the linear one, which uses the whole
 * window and has no parameter. The latencies of a leaky membrane come from neurons themselves: drive LIF neurons with
 * {@link Repeat}, and where the current would take the potential to x above rest the first spike comes after
 * tau log(x / (x − threshold)), the threshold counted from rest.
 */
public record Latency() implements Encoding {
    public static final String NAME = "latency";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Double> parameters() {
        return Map.of();
    }

    @Override
    public Encoder encoder(Window window, long seed) {
        return (values, sample) -> encode(window, values);
    }

    private static SpikeTrain encode(Window window, float... values) {
        Brightness.require(values);
        int last = window.steps() - 1;
        return FirstSpikes.train(
                values.length,
                window,
                input -> values[input] == 0
                        ? FirstSpikes.NEVER
                        : (int) Math.round((1 - Math.min((double) values[input], 1)) * last));
    }
}
