package org.snn4j.network.spikes;

/** A stimulus of spikes: one spike train, or one for each sample of a batch. */
public sealed interface Spikes extends Stimulus permits SpikeTrain, SpikeBatch {
    /** The spike train of one sample of the batch. */
    SpikeTrain train(int sample);
}
