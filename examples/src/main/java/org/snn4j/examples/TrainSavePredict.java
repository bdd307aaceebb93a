package org.snn4j.examples;

import java.nio.file.Path;
import org.snn4j.datasets.images.Mnist;
import org.snn4j.encoding.Poisson;
import org.snn4j.evaluation.Vote;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.training.Presentation;
import org.snn4j.training.TrainedModel;
import org.snn4j.training.Trainer;
import org.snn4j.training.TrainingPlan;

/** Trains a Diehl and Cook network on some digits, saves it, loads it again and reads a digit it has not seen. */
public final class TrainSavePredict {
    private TrainSavePredict() {}

    /** @param arguments the file to save to */
    public static void main(String... arguments) throws Exception {
        var file = Path.of(arguments[0]);
        var mnist = Mnist.split();
        var plan = TrainingPlan.of(DiehlAndCook2015.recommended(100), new Presentation(new Poisson(128), 250), 42);
        Trainer.train(plan, mnist.train().first(3_000)).save(file);
        var model = TrainedModel.load(file);
        int label = model.predict(mnist.test().intensities(0)).label(Vote.CONFIDENCE_WEIGHTING);
        System.out.println("a " + mnist.test().label(0) + " looks like a " + label);
    }
}
