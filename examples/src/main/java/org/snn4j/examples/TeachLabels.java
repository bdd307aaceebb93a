package org.snn4j.examples;

import java.io.IOException;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.datasets.images.Mnist;
import org.snn4j.encoding.Poisson;
import org.snn4j.evaluation.Vote;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.training.Clamp;
import org.snn4j.training.Presentation;
import org.snn4j.training.Progress;
import org.snn4j.training.Teacher;
import org.snn4j.training.TestResult;
import org.snn4j.training.TrainedModel;
import org.snn4j.training.Trainer;
import org.snn4j.training.TrainingPlan;

/** The same network learns without a teacher, and with one that makes a neuron of the right class fire. */
public final class TeachLabels {
    private TeachLabels() {}

    /** @param arguments how many digits to learn from */
    public static void main(String... arguments) throws IOException {
        int digits = Integer.parseInt(arguments[0]);
        System.out.printf("without a teacher: %.1f %%%n", accuracy(Teacher.NONE, digits));
        System.out.printf("with a teacher: %.1f %%%n", accuracy(new Clamp(100), digits));
    }

    /** On digits that it has not seen, and without the teacher. */
    private static double accuracy(Teacher teacher, int digits) throws IOException {
        DataSplit mnist = Mnist.split();
        Presentation presentation = new Presentation(new Poisson(128), 250);
        TrainingPlan plan = TrainingPlan.of(DiehlAndCook2015.recommended(50), presentation, 42)
                .withTeacher(teacher);
        TrainedModel model = Trainer.train(plan, mnist.train().first(digits));
        TestResult result = TestResult.of(model, mnist.test().first(500), 2, Progress.Listener.NONE);
        return 100 * result.accuracy(Vote.ALL_ACTIVITY).value();
    }
}
