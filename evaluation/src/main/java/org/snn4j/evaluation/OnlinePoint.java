package org.snn4j.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A point of the curve of accuracy during training.
 *
 * @param samples the number of samples that training had seen
 * @param accuracy of each vote, over the samples that this point stands for
 * @param abstentions how many of these had no spike of a neuron that stands for a class, which is the same for all
 *     votes
 */
public record OnlinePoint(long samples, Map<Vote, Accuracy> accuracy, long abstentions) {
    public OnlinePoint {
        for (Vote vote : Vote.values()) {
            if (!accuracy.containsKey(vote)) {
                throw new IllegalArgumentException("the point at " + samples + " samples has no accuracy of " + vote);
            }
        }
        accuracy = Collections.unmodifiableMap(new EnumMap<>(accuracy));
    }

    /** Nothing predicted yet. */
    static OnlinePoint none(long samples) {
        Map<Vote, Accuracy> accuracy = new EnumMap<>(Vote.class);
        for (Vote vote : Vote.values()) {
            accuracy.put(vote, Accuracy.NONE);
        }
        return new OnlinePoint(samples, accuracy, 0);
    }

    public Accuracy accuracy(Vote vote) {
        return accuracy.get(vote);
    }

    /** This point's samples and those of a later one. */
    OnlinePoint plus(OnlinePoint later) {
        Map<Vote, Accuracy> both = new EnumMap<>(accuracy);
        later.accuracy.forEach((vote, accuracy) -> both.merge(vote, accuracy, Accuracy::plus));
        return new OnlinePoint(later.samples, both, abstentions + later.abstentions);
    }
}
