package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snn4j.datasets.images.GreyImage;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.Mnist;
import org.snn4j.datasets.images.digit.DigitImage;
import org.snn4j.encoding.Poisson;
import org.snn4j.evaluation.Vote;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.training.Presentation;
import org.snn4j.training.TrainedModel;
import org.snn4j.training.Trainer;
import org.snn4j.training.TrainingPlan;

/**
 * Photographs get the label that the digit itself gets. Oracle: what the same model, quickly trained, says to the digit out of
 * MNIST's file. A network that knows as little as this one wavers, so some labels change with a few pixels' grey.
 */
class PhotographTest {
    private static final int DIGITS = 30;
    /** Of both together; docs/datasets.md has the counts for more of them. */
    private static final int KEPT = 48;

    private static TrainedModel model;
    private static LabelledImages digits;
    private static int[] labels;

    @BeforeAll
    static void train() throws IOException {
        TrainingPlan plan =
                TrainingPlan.of(DiehlAndCook2015.recommended(100), new Presentation(new Poisson(128), 250), 1);
        model = Trainer.train(plan, Mnist.train().first(6000));
        digits = Mnist.test().first(DIGITS);
        labels = IntStream.range(0, DIGITS).map(i -> label(digits.image(i))).toArray();
    }

    enum Light {
        FLAT((x, y) -> 230),
        SLANTING((x, y) -> 90 + 160 * x),
        DIM((x, y) -> 60 + 50 * y),
        VIGNETTE((x, y) -> 240 - 264 * ((x - 0.5) * (x - 0.5) + (y - 0.5) * (y - 0.5))),
        LAMP((x, y) -> 70 + 180 * Math.exp(-2 * (x * x + y * y))),
        SHADOW((x, y) -> 150 + 90 / (1 + Math.exp(-20 * (x - 0.6 + 0.2 * y))));

        private final DoubleBinaryOperator level;

        Light(DoubleBinaryOperator level) {
            this.level = level;
        }
    }

    @ParameterizedTest
    @EnumSource
    void photographsKeepTheirDigitsLabel(Light light) {
        int large = kept(new Photograph(light.level, 0.85, 0));
        int smallAndNoisy = kept(new Photograph(light.level, 0.35, 8));
        assertThat(large + smallAndNoisy).isGreaterThanOrEqualTo(KEPT);
    }

    private static int kept(Photograph photograph) {
        int kept = 0;
        for (int i = 0; i < DIGITS; i++) {
            GreyImage shown = DigitImage.framed(photograph.of(digits.image(i), i));
            kept += label(shown) == labels[i] ? 1 : 0;
        }
        return kept;
    }

    private static int label(GreyImage image) {
        return model.predict(image.intensities()).label(Vote.CONFIDENCE_WEIGHTING);
    }
}
