package org.snn4j.network.spikes;

import org.snn4j.network.array.Shape;

/** What a layer is given from outside during a run: one spike train, or one for each sample of a batch. */
public sealed interface Stimulus permits SpikeTrain, SpikeBatch {
    /** The number of steps it lasts. */
    int steps();

    /** The number of samples that are shown at once. */
    int batch();

    /** The shape of the layer that it is for. */
    Shape shape();

    /** The spike train of one sample of the batch. */
    SpikeTrain train(int sample);
}
