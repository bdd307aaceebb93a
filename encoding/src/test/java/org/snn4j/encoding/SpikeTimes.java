package org.snn4j.encoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.snn4j.network.spikes.SpikeTrain;

/** What an encoder does with many inputs of the same value. */
final class SpikeTimes {
    private SpikeTimes() {}

    /** The steps in which each of {@code inputs} inputs of one value fires, in each of {@code samples} samples. */
    static List<int[]> of(Encoder encoder, float value, int inputs, int samples) {
        float[] values = new float[inputs];
        Arrays.fill(values, value);
        List<int[]> times = new ArrayList<>();
        for (int sample = 0; sample < samples; sample++) {
            times.addAll(byInput(encoder.encode(values, sample)));
        }
        return times;
    }

    private static List<int[]> byInput(SpikeTrain train) {
        int[][] times = new int[train.shape().size()][8];
        int[] counts = new int[times.length];
        for (int step = 0; step < train.steps(); step++) {
            for (int k = 0; k < train.count(step); k++) {
                int input = train.neuron(step, k);
                if (counts[input] == times[input].length) {
                    times[input] = Arrays.copyOf(times[input], 2 * counts[input]);
                }
                times[input][counts[input]++] = step;
            }
        }
        List<int[]> trimmed = new ArrayList<>();
        for (int input = 0; input < times.length; input++) {
            trimmed.add(Arrays.copyOf(times[input], counts[input]));
        }
        return trimmed;
    }
}
