package org.snn4j.encoding;

import java.util.Arrays;
import java.util.Map;
import org.snn4j.network.spikes.SpikeTrain;

/**
 * One spike for each input that is not black, brighter ones first: only the order of the values counts, not how far apart
 * they are (Thorpe and Gautrais, Rank order coding, in Computational Neuroscience: Trends in Research, 1998, doi
 * 10.1007/978-1-4615-4831-7_19).
 *
 * <p>The rank r of an input is the number of inputs that are brighter, so equal values have equal ranks: between them
 * there is no order. With n inputs above 0 and T steps it fires in step ⌊r T / n⌋. So the order fills the window evenly
 * and begins in step 0; equal values fire together; different ones fire in different steps if there are no more inputs
 * than steps, otherwise neighbours in rank may share one. An input of value 0 is silent. Nothing is drawn.
 */
public record RankOrder() implements Encoding {
    public static final String NAME = "rank-order";

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
        float[] ascending = values.clone();
        Arrays.sort(ascending);
        int black = firstAbove(0, ascending);
        int bright = ascending.length - black;
        return FirstSpikes.train(values.length, window, input -> {
            if (values[input] == 0) {
                return FirstSpikes.NEVER;
            }
            long rank = ascending.length - firstAbove(values[input], ascending);
            return (int) (rank * window.steps() / bright);
        });
    }

    /** How many values come before the first that is above a limit. */
    private static int firstAbove(float limit, float... ascending) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] > limit) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
