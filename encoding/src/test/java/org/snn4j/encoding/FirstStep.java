package org.snn4j.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.snn4j.network.spikes.SpikeTrain;

/** When inputs fire that fire at most once. */
final class FirstStep {
    private FirstStep() {}

    /** The step of each input's only spike, or -1. */
    static int[] of(SpikeTrain train) {
        int[] steps = new int[train.shape().size()];
        Arrays.fill(steps, -1);
        for (int step = 0; step < train.steps(); step++) {
            for (int k = 0; k < train.count(step); k++) {
                assertThat(steps[train.neuron(step, k)]).as("an earlier spike").isEqualTo(-1);
                steps[train.neuron(step, k)] = step;
            }
        }
        return steps;
    }
}
