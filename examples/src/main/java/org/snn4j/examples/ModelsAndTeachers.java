package org.snn4j.examples;

import java.io.IOException;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.Mnist;
import org.snn4j.encoding.Poisson;
import org.snn4j.evaluation.Vote;
import org.snn4j.models.Catalogue;
import org.snn4j.training.Diagnosis;
import org.snn4j.training.Presentation;
import org.snn4j.training.Progress;
import org.snn4j.training.Teacher;
import org.snn4j.training.TestResult;
import org.snn4j.training.TrainedModel;
import org.snn4j.training.Trainer;
import org.snn4j.training.TrainingPlan;

/** Trains every prebuilt model, then one of them with every teacher, and says how well each does and what looks off. */
public final class ModelsAndTeachers {
    private static final int NEURONS = 25;
    private static final int TEST_IMAGES = 200;

    private ModelsAndTeachers() {}

    /** @param arguments how many images to train on */
    public static void main(String... arguments) throws IOException {
        LabelledImages images = Mnist.train().first(Integer.parseInt(arguments[0]));
        LabelledImages others = Mnist.test().first(TEST_IMAGES);
        for (String name : Catalogue.names()) {
            show(name, train(name, Teacher.NONE, images), images, others);
        }
        for (Teacher teacher : Teacher.all()) {
            String name = Catalogue.names().get(0);
            show(name + " with teacher " + teacher.name(), train(name, teacher, images), images, others);
        }
    }

    private static TrainedModel train(String name, Teacher teacher, LabelledImages images) {
        Presentation presentation = new Presentation(new Poisson(128), 250);
        TrainingPlan plan = TrainingPlan.of(Catalogue.recommended(name, NEURONS), presentation, 42);
        return Trainer.train(plan.withTeacher(teacher), images);
    }

    private static void show(String what, TrainedModel model, LabelledImages images, LabelledImages others) {
        TestResult result = TestResult.of(model, others, 1, Progress.Listener.NONE);
        System.out.printf(
                "%s: %.1f %%%n",
                what, 100 * result.accuracy(Vote.CONFIDENCE_WEIGHTING).value());
        Diagnosis.of(model, images).findings().forEach(finding -> System.out.println("  looks off: " + finding));
    }
}
