package org.snn4j.training;

import org.snn4j.evaluation.OnlineSnapshot;
import org.snn4j.network.array.ByteArray;

/**
 * What has been seen of a network while it learns, for a checkpoint.
 *
 * @param online its accuracy so far
 * @param active 1 for each neuron that has fired in the block of samples that is not complete
 * @param silent how many neurons did not fire in the last complete block
 * @param repetitions how often a sample was shown again
 */
public record Observations(OnlineSnapshot online, ByteArray active, int silent, long repetitions) {
    public Observations {
        if (active.shape().size() != online.assignment().neurons()) {
            throw new IllegalArgumentException(
                    "observations of " + active.shape().size() + " neurons beside those of "
                            + online.assignment().neurons());
        }
    }
}
