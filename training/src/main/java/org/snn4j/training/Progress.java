package org.snn4j.training;

import java.util.Optional;
import org.snn4j.evaluation.OnlinePoint;

/**
 * How far a phase has come.
 *
 * @param phase which
 * @param done samples shown so far
 * @param total samples to show
 * @param silentNeurons neurons without a spike in the last block of training; 0 in other phases
 * @param lastBlock the accuracy on the last block of training samples that was predicted
 */
public record Progress(Phase phase, long done, long total, int silentNeurons, Optional<OnlinePoint> lastBlock) {
    /** Somebody who wants to know. Called often, from the thread that trains or from several in turn; be quick. */
    @FunctionalInterface
    public interface Listener {
        /** Nobody. */
        Listener NONE = progress -> {};

        void onProgress(Progress progress);
    }
}
