package org.snn4j.training;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.snn4j.evaluation.Accuracy;
import org.snn4j.evaluation.OnlinePoint;
import org.snn4j.evaluation.Vote;

/** How often each vote has been right so far in a test, counted by all of its threads. */
final class RunningAccuracy {
    private final Map<Vote, Long> correct = new EnumMap<>(Vote.class);
    private long samples;
    private long abstentions;

    /**
     * Counts one sample.
     *
     * @param label its class
     * @param predicted what each vote took it for; all abstain, or none
     */
    synchronized void add(int label, Map<Vote, Integer> predicted) {
        samples++;
        predicted.forEach((vote, prediction) -> correct.merge(vote, prediction == label ? 1L : 0L, Long::sum));
        abstentions += predicted.get(Vote.ALL_ACTIVITY) == Vote.ABSTENTION ? 1 : 0;
    }

    /** The accuracy on all samples so far; none without a sample. */
    synchronized Optional<OnlinePoint> point() {
        if (samples == 0) {
            return Optional.empty();
        }
        Map<Vote, Accuracy> accuracy = new EnumMap<>(Vote.class);
        correct.forEach((vote, count) -> accuracy.put(vote, new Accuracy(count, samples)));
        return Optional.of(new OnlinePoint(samples, accuracy, abstentions));
    }
}
