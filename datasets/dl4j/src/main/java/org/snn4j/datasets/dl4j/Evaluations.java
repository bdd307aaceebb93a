package org.snn4j.datasets.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.evaluation.classification.Evaluation;

/** Predictions as ND4J's {@link Evaluation}, with its accuracy, F1, confusion matrix and printed statistics. */
public final class Evaluations {
    /** What stands for a prediction where there was none. */
    public static final int ABSTAINED = -1;

    /** What the class of the abstentions is called. */
    public static final String ABSTENTION_LABEL = "abstained";

    private Evaluations() {}

    /**
     * Counts predictions against labels.
     *
     * <p>An abstention is a wrong answer. ND4J knows none, so if there is at least one, the evaluation has a further
     * class after the last, {@value #ABSTENTION_LABEL}, which is predicted but never right: accuracy, recall and the
     * precision of the real classes are then what they should be. Averages over classes take the further class in
     * wherever it is defined, so macro-averaged precision is lower for it. Without abstentions the evaluation has
     * exactly the given classes.
     *
     * @param labels the classes that are right, each from 0 to {@code classes - 1}
     * @param predictions as many, each a class or {@link #ABSTAINED}
     * @throws IllegalArgumentException if the lengths differ or are 0, or naming the index of what is out of range
     */
    public static Evaluation of(int[] labels, int[] predictions, int classes) {
        if (labels.length != predictions.length || labels.length == 0) {
            throw new IllegalArgumentException("there are " + labels.length + " labels and " + predictions.length
                    + " predictions, but there must be as many of both, and at least one");
        }
        boolean abstentions = IntStream.of(predictions).anyMatch(prediction -> prediction == ABSTAINED);
        Evaluation evaluation = new Evaluation(names(classes, abstentions));
        for (int i = 0; i < labels.length; i++) {
            requireClass("label", i, labels[i], 0, classes);
            requireClass("prediction", i, predictions[i], ABSTAINED, classes);
            evaluation.eval(predictions[i] == ABSTAINED ? classes : predictions[i], labels[i]);
        }
        return evaluation;
    }

    private static List<String> names(int classes, boolean abstentions) {
        List<String> names = new ArrayList<>();
        for (int k = 0; k < classes; k++) {
            names.add(String.valueOf(k));
        }
        if (abstentions) {
            names.add(ABSTENTION_LABEL);
        }
        return names;
    }

    private static void requireClass(String what, int index, int value, int least, int classes) {
        if (value < least || value >= classes) {
            throw new IllegalArgumentException(
                    what + " " + index + " is " + value + ", but must be from " + least + " to " + (classes - 1));
        }
    }
}
