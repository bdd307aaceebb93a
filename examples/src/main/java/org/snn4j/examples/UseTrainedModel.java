package org.snn4j.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.snn4j.datasets.images.digit.DigitImage;
import org.snn4j.evaluation.Vote;
import org.snn4j.training.Prediction;
import org.snn4j.training.TrainedModel;

/** A program of yours that reads digits with a model that {@code ./snn4j train} or another program has trained. */
public final class UseTrainedModel {
    private UseTrainedModel() {}

    /** @param arguments a model, and a photograph or drawing of a digit */
    public static void main(String... arguments) throws IOException {
        TrainedModel model = TrainedModel.load(Path.of(arguments[0]));
        System.out.println("a " + model.provenance().model() + " that learned from "
                + model.provenance().samples() + " images of "
                + model.provenance().data());

        Prediction prediction =
                model.predict(DigitImage.read(Path.of(arguments[1])).intensities());
        int label = prediction.label(Vote.CONFIDENCE_WEIGHTING);
        if (label == Vote.ABSTENTION) {
            System.out.println("no answer");
            return;
        }
        System.out.println("the image shows " + model.className(label));
        List<Double> scores = prediction.scores().get(Vote.CONFIDENCE_WEIGHTING);
        IntStream.range(0, scores.size())
                .forEach(k -> System.out.printf("%s: %.2f votes%n", model.className(k), scores.get(k)));
    }
}
