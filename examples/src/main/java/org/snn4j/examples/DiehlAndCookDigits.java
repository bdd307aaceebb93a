package org.snn4j.examples;

import java.io.IOException;
import java.nio.file.Path;
import org.snn4j.analysis.chart.ReceptiveFields;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.datasets.images.Mnist;
import org.snn4j.encoding.Poisson;
import org.snn4j.evaluation.Accuracy;
import org.snn4j.evaluation.Vote;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.network.array.FloatArray;
import org.snn4j.training.Presentation;
import org.snn4j.training.Progress;
import org.snn4j.training.TestResult;
import org.snn4j.training.TrainedModel;
import org.snn4j.training.Trainer;
import org.snn4j.training.TrainingPlan;

/** Diehl and Cook's network learns digits without a label, says how well it reads others, and shows what it looks for. */
public final class DiehlAndCookDigits {
    private DiehlAndCookDigits() {}

    /** @param arguments how many digits to learn from, of 60,000, and the picture to write */
    public static void main(String... arguments) throws IOException {
        DataSplit mnist = Mnist.split();
        DiehlAndCook2015 network = DiehlAndCook2015.recommended(100);
        Presentation presentation = new Presentation(new Poisson(128), 250);
        TrainingPlan plan = TrainingPlan.of(network, presentation, 42).withThreads(2);

        TrainedModel model = Trainer.train(plan, mnist.train().first(Integer.parseInt(arguments[0])));
        TestResult result = TestResult.of(model, mnist.test().first(1000), 2, Progress.Listener.NONE);

        for (Vote vote : Vote.values()) {
            Accuracy accuracy = result.accuracy(vote);
            System.out.printf("%s: %.1f %% of %d right%n", vote.title(), 100 * accuracy.value(), accuracy.samples());
        }
        FloatArray weights = model.learned().require("X-Ae.w");
        ReceptiveFields.of(weights, model.image())
                .byClass(model.assignment().assignments())
                .png("What the neurons look for")
                .write(Path.of(arguments[1]));
    }
}
