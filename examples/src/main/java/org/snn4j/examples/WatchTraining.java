package org.snn4j.examples;

import java.io.IOException;
import java.util.UUID;
import org.snn4j.analysis.live.LivePage;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.Mnist;
import org.snn4j.encoding.Poisson;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.training.Presentation;
import org.snn4j.training.TrainedModel;
import org.snn4j.training.Trainer;
import org.snn4j.training.TrainingPlan;

/** A training of your own with a page in the browser that shows how it learns. */
public final class WatchTraining {
    private WatchTraining() {}

    /** @param arguments how many digits to learn from */
    public static void main(String... arguments) throws IOException {
        LabelledImages images = Mnist.train().first(Integer.parseInt(arguments[0]));
        Presentation presentation = new Presentation(new Poisson(128), 250);
        TrainingPlan plan = TrainingPlan.of(DiehlAndCook2015.recommended(100), presentation, 42);

        LivePage.Door door = new LivePage.Door(0, UUID.randomUUID().toString());
        try (LivePage page = LivePage.open(door, plan, images, System::nanoTime)) {
            System.out.println("open " + page.address());
            Trainer trainer = new Trainer(plan, page);
            TrainedModel model = trainer.assign(trainer.learn(images), images);
            page.trained(model);
            System.out.println("learned from " + model.provenance().samples() + " digits");
        }
    }
}
