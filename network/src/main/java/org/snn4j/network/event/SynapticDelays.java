package org.snn4j.network.event;

import org.snn4j.network.array.FloatArray;

/** The delays of a dense connection's synapses, and what arrives over them. */
final class SynapticDelays {
    private final Axons axons;
    /** [source][target], in steps. */
    private final int[][] steps;

    private final int longest;
    private final DelayOrder outgoing;

    /** @param times [source, target], ms */
    SynapticDelays(FloatArray times, Axons axons) {
        this.axons = axons;
        int targets = times.shape().length(1);
        double dt = axons.source().spec().dt();
        this.steps = new int[times.shape().length(0)][targets];
        int most = 0;
        for (int synapse = 0; synapse < times.shape().size(); synapse++) {
            int delay = Math.toIntExact(Math.round(times.get(synapse) / dt));
            steps[synapse / targets][synapse % targets] = delay;
            most = Math.max(most, delay);
        }
        this.longest = most;
        this.outgoing = DelayOrder.of(steps, longest);
        axons.stretch(longest);
    }

    /** In steps. */
    int longest() {
        return longest;
    }

    /** The targets of each source. */
    DelayOrder outgoing() {
        return outgoing;
    }

    /** The sources of each target. */
    DelayOrder incoming() {
        int[][] byTarget = new int[steps[0].length][steps.length];
        for (int i = 0; i < steps.length; i++) {
            for (int j = 0; j < steps[i].length; j++) {
                byTarget[j][i] = steps[i][j];
            }
        }
        return DelayOrder.of(byTarget, longest);
    }

    /** Adds what arrives in this step to the target's input. */
    void deliver(int sample, float[][] rows) {
        for (int delay = 0; delay <= longest; delay++) {
            SpikeList spikes = axons.arriving(sample, delay);
            for (int k = 0; k < spikes.count(); k++) {
                int source = spikes.get(k);
                float[] input = axons.receive(sample);
                int[] targets = outgoing.others()[source];
                int end = outgoing.first()[source][delay + 1];
                for (int t = outgoing.first()[source][delay]; t < end; t++) {
                    input[targets[t]] += rows[source][targets[t]];
                }
            }
        }
    }
}
