package org.snn4j.training;

import java.util.Arrays;
import org.snn4j.datasets.images.LabelledImages;

/**
 * How the layer that learns from the input answers to samples when everything is frozen.
 *
 * @param samples how many samples were shown
 * @param silentSamples to how many of them no neuron fired
 * @param winners over all samples, how many neurons fired at least once
 * @param spikes of each neuron over all samples
 */
record ActivityProbe(int samples, int silentSamples, long winners, long[] spikes) {
    static ActivityProbe of(TrainedModel model, String layer, LabelledImages images) {
        long[] spikes = new long[model.network().layer(layer).size()];
        int silent = 0;
        long winners = 0;
        try (FrozenNetwork network = new FrozenNetwork(
                model.network(),
                model.learned(),
                model.inputLayer(),
                layer,
                model.presentation(),
                model.provenance().seed(),
                Phase.ASSIGN)) {
            for (int sample = 0; sample < images.size(); sample++) {
                int[] counts = network.counts(images.intensities(sample), sample);
                Arrays.setAll(spikes, neuron -> spikes[neuron] + counts[neuron]);
                long fired = Arrays.stream(counts).filter(count -> count > 0).count();
                winners += fired;
                silent += fired == 0 ? 1 : 0;
            }
        }
        return new ActivityProbe(images.size(), silent, winners, spikes);
    }

    int neurons() {
        return spikes.length;
    }

    /** How many neurons did not fire. */
    int silentNeurons() {
        return (int) Arrays.stream(spikes).filter(count -> count == 0).count();
    }

    /** How many would not have fired by luck alone, did all win equally often: n e^(−winners/n). */
    double expectedSilentNeurons() {
        return neurons() * StrictMath.exp(-(double) winners / neurons());
    }

    /** The share of the spikes that the most active neuron fired; 0 without spikes. */
    double greatestShare() {
        long all = Arrays.stream(spikes).sum();
        return all == 0 ? 0 : (double) Arrays.stream(spikes).max().orElse(0) / all;
    }
}
