package org.snn4j.training;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.snn4j.evaluation.LabelAssignment;
import org.snn4j.evaluation.Vote;

/**
 * What the spikes to one sample say.
 *
 * @param spikes how many spikes the readout layer fired
 * @param labels the class that each vote chose; {@link Vote#ABSTENTION} where no assigned neuron fired
 * @param scores each vote's score of each class
 */
public record Prediction(int spikes, Map<Vote, Integer> labels, Map<Vote, List<Double>> scores) {
    public Prediction {
        labels = Collections.unmodifiableMap(new EnumMap<>(labels));
        scores = Collections.unmodifiableMap(new EnumMap<>(scores));
    }

    /**
     * By every vote.
     *
     * @param counts the spikes of each readout neuron
     */
    public static Prediction of(LabelAssignment assignment, int[] counts) {
        Map<Vote, Integer> labels = new EnumMap<>(Vote.class);
        Map<Vote, List<Double>> scores = new EnumMap<>(Vote.class);
        for (Vote vote : Vote.values()) {
            labels.put(vote, vote.predict(assignment, counts));
            scores.put(
                    vote,
                    DoubleStream.of(vote.scores(assignment, counts)).boxed().toList());
        }
        int spikes = 0;
        for (int count : counts) {
            spikes += count;
        }
        return new Prediction(spikes, labels, scores);
    }

    /** The class that a vote chose, or {@link Vote#ABSTENTION}. */
    public int label(Vote vote) {
        return labels.get(vote);
    }
}
