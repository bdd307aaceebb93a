package org.snn4j.examples;

import java.io.IOException;
import java.nio.file.Path;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.datasets.images.StratifiedSplit;
import org.snn4j.datasets.images.digit.DigitImage;
import org.snn4j.datasets.images.folder.Framing;
import org.snn4j.datasets.images.folder.ImageFolder;
import org.snn4j.datasets.images.folder.ImageForm;
import org.snn4j.encoding.Poisson;
import org.snn4j.evaluation.Vote;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.training.Presentation;
import org.snn4j.training.Progress;
import org.snn4j.training.TestResult;
import org.snn4j.training.TrainedModel;
import org.snn4j.training.Trainer;
import org.snn4j.training.TrainingPlan;

/**
 * Learns from a folder of image files, one folder for each class, four fifths of them, tests on the rest, and reads a
 * photograph: {@code OwnImages FOLDER PHOTOGRAPH}.
 */
public final class OwnImages {
    private OwnImages() {}

    public static void main(String... arguments) throws IOException {
        DataSplit images =
                ImageFolder.open(Path.of(arguments[0]), ImageForm.of(Framing.DIGIT), new StratifiedSplit(0.2, 0));
        System.out.println(
                "learns from " + images.train() + ": " + images.train().balance());

        TrainingPlan plan =
                TrainingPlan.of(DiehlAndCook2015.recommended(50), new Presentation(new Poisson(128), 250), 1);
        TrainedModel model = Trainer.train(plan, images.train());
        TestResult result = TestResult.of(model, images.test(), 2, Progress.Listener.NONE);
        System.out.println("right on the others: "
                + result.accuracy(Vote.CONFIDENCE_WEIGHTING).value());

        float[] photograph = DigitImage.read(Path.of(arguments[1])).intensities();
        int label = model.predict(photograph).label(Vote.CONFIDENCE_WEIGHTING);
        System.out.println("the photograph shows " + model.className(label));
    }
}
