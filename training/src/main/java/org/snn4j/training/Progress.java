package org.snn4j.training;

import java.util.Optional;
import java.util.function.Supplier;
import org.snn4j.evaluation.LabelAssignment;
import org.snn4j.evaluation.OnlinePoint;
import org.snn4j.network.LearnedState;

/**
 * How far a phase has come.
 *
 * @param phase which
 * @param done samples shown so far
 * @param total samples to show
 * @param silentNeurons neurons without a spike in the last block of training; 0 in other phases
 * @param lastBlock the accuracy on the last block of training samples that was predicted; in a test on all samples so far
 */
public record Progress(Phase phase, long done, long total, int silentNeurons, Optional<OnlinePoint> lastBlock) {
    /** Somebody who wants to know. Called often, from the thread that trains or from several in turn; be quick. */
    @FunctionalInterface
    public interface Listener {
        /** Nobody. */
        Listener NONE = progress -> {};

        void onProgress(Progress progress);

        /**
         * The network has learned from another sample, or another batch of them. Called by the thread that trains.
         *
         * @param progress how far it has come, as told to {@link #onProgress} just before
         * @param learned what it has learned by now, as long as the call lasts: a copy of all weights each time that it is
         *     asked for, so ask seldom
         */
        default void onLearned(Progress progress, Supplier<LearnedState> learned) {}

        /**
         * Learning may be gone on with from here. Called by the thread that trains, after {@link #onLearned}.
         *
         * @param progress as told to {@link #onLearned}
         * @param checkpoint made each time that it is asked for, as long as the call lasts; it copies all weights, so ask seldom
         */
        default void onCheckpoint(Progress progress, Supplier<Checkpoint> checkpoint) {}

        /**
         * The neurons have been given classes anew, by how they answered the blocks of samples that are over: those with
         * which the accuracy of the next block is found. Called by the thread that trains, after {@link #onProgress}.
         */
        default void onAssigned(LabelAssignment assignment) {}

        /** This one and, after it, another. */
        default Listener and(Listener other) {
            Listener first = this;
            return new Listener() {
                @Override
                public void onProgress(Progress progress) {
                    first.onProgress(progress);
                    other.onProgress(progress);
                }

                @Override
                public void onLearned(Progress progress, Supplier<LearnedState> learned) {
                    first.onLearned(progress, learned);
                    other.onLearned(progress, learned);
                }

                @Override
                public void onCheckpoint(Progress progress, Supplier<Checkpoint> checkpoint) {
                    first.onCheckpoint(progress, checkpoint);
                    other.onCheckpoint(progress, checkpoint);
                }

                @Override
                public void onAssigned(LabelAssignment assignment) {
                    first.onAssigned(assignment);
                    other.onAssigned(assignment);
                }
            };
        }
    }
}
