package org.snn4j.cli;

import java.util.Arrays;
import org.snn4j.evaluation.ConfusionMatrix;
import org.snn4j.evaluation.Vote;
import org.snn4j.network.array.LongArray;
import org.snn4j.network.array.Shape;

/**
 * What one way of reading out predicted.
 *
 * @param fieldName what JSON calls it
 * @param title what people call it
 * @param labels one for each sample, {@link Vote#ABSTENTION} for none
 */
record Predicted(String fieldName, String title, int[] labels) {
    Predicted(Vote vote, int[] labels) {
        this(vote.fieldName(), vote.title(), labels);
    }

    String fileName() {
        return title.replace(' ', '-') + ".npy";
    }

    LongArray array() {
        return LongArray.of(
                Shape.of(labels.length), Arrays.stream(labels).asLongStream().toArray());
    }

    int abstentions() {
        return (int)
                Arrays.stream(labels).filter(label -> label == Vote.ABSTENTION).count();
    }

    /** Against the true classes. */
    ConfusionMatrix confusion(int[] truth, int classes) {
        ConfusionMatrix.Builder builder = ConfusionMatrix.builder(classes);
        for (int i = 0; i < labels.length; i++) {
            builder.add(truth[i], labels[i]);
        }
        return builder.build();
    }
}
