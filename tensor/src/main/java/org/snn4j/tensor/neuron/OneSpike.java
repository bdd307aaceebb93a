package org.snn4j.tensor.neuron;

import org.snn4j.network.random.AddressedRandom;
import org.snn4j.network.random.Purpose;
import org.snn4j.tensor.array.Transfer;
import org.snn4j.tensor.translation.Step;

/**
 * Leaves at most one spike in each sample, drawn uniformly with the numbers that the event engine draws. The drawing is done
 * in Java, so a device hands over its spikes in every step.
 */
final class OneSpike {
    private final Cells cells;
    private final AddressedRandom winners;
    private final float[] spikes;
    private final int[] lanes = new int[AddressedRandom.LANES];

    OneSpike(Cells cells) {
        this.cells = cells;
        this.winners = new AddressedRandom(cells.spec().seed(), Purpose.WINNER);
        this.spikes =
                new float[Math.multiplyExact(cells.spec().batch(), cells.spec().neurons())];
    }

    void choose(Step now) {
        Transfer.read(cells.spikes(), 0, spikes, 0, spikes.length);
        boolean changed = false;
        for (int sample = 0; sample < cells.spec().batch(); sample++) {
            int count = count(sample);
            if (count > 1) {
                winners.block(now.sample(sample), cells.spec().layer(), now.index(), lanes);
                keepOnly(sample, AddressedRandom.below(count, lanes[0]));
                changed = true;
            }
        }
        if (changed) {
            Transfer.write(spikes, cells.spikes());
        }
    }

    private int count(int sample) {
        int neurons = cells.spec().neurons();
        float count = 0;
        for (int j = sample * neurons; j < (sample + 1) * neurons; j++) {
            count += spikes[j];
        }
        return (int) count;
    }

    private void keepOnly(int sample, int winner) {
        int neurons = cells.spec().neurons();
        int seen = 0;
        for (int j = sample * neurons; j < (sample + 1) * neurons; j++) {
            if (spikes[j] == 1 && seen++ != winner) {
                spikes[j] = 0;
            }
        }
    }
}
