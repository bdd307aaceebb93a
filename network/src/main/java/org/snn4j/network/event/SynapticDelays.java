package org.snn4j.network.event;

import java.util.stream.IntStream;
import org.snn4j.network.array.FloatArray;

/** The delays of a dense connection's synapses: for each source its targets, in the order in which its spikes reach them. */
final class SynapticDelays {
    private final Axons axons;
    /** By source: targets, those with the shortest delay first. */
    private final int[][] targets;
    /** By source: where the targets of each delay begin, in steps; one more entry for the end. */
    private final int[][] firstOfDelay;

    private final int longest;

    /** @param times [source, target], ms */
    SynapticDelays(FloatArray times, Axons axons) {
        this.axons = axons;
        int sources = times.shape().length(0);
        int columns = times.shape().length(1);
        double dt = axons.source().spec().dt();
        int[][] steps = new int[sources][columns];
        int most = 0;
        for (int i = 0; i < sources; i++) {
            for (int j = 0; j < columns; j++) {
                steps[i][j] = Math.toIntExact(Math.round(times.get(i * columns + j) / dt));
                most = Math.max(most, steps[i][j]);
            }
        }
        this.longest = most;
        this.targets = new int[sources][];
        this.firstOfDelay = new int[sources][longest + 2];
        for (int i = 0; i < sources; i++) {
            int[] row = steps[i];
            targets[i] = IntStream.range(0, columns)
                    .boxed()
                    .sorted((a, b) -> Integer.compare(row[a], row[b]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int step : row) {
                firstOfDelay[i][step + 1]++;
            }
            for (int delay = 0; delay <= longest; delay++) {
                firstOfDelay[i][delay + 1] += firstOfDelay[i][delay];
            }
        }
        axons.stretch(longest);
    }

    /** Adds what arrives in this step to the target's input. */
    void deliver(int sample, float[][] rows) {
        for (int delay = 0; delay <= longest; delay++) {
            SpikeList spikes = axons.arriving(sample, delay);
            for (int k = 0; k < spikes.count(); k++) {
                int source = spikes.get(k);
                float[] input = axons.receive(sample);
                for (int t = firstOfDelay[source][delay]; t < firstOfDelay[source][delay + 1]; t++) {
                    input[targets[source][t]] += rows[source][targets[source][t]];
                }
            }
        }
    }
}
