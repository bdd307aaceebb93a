package org.snn4j.analysis.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.Mnist;
import org.snn4j.encoding.Poisson;
import org.snn4j.evaluation.Vote;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.training.Presentation;
import org.snn4j.training.TestResult;
import org.snn4j.training.TrainedModel;
import org.snn4j.training.Trainer;
import org.snn4j.training.TrainingPlan;

/** What a browser shows of a training. Oracle: the training's own figures, and that a one is a vertical line. */
class LivePageBrowserTest {
    private static final String TOKEN = "0123456789abcdef";
    /** A folder for a picture of the page, if one is wanted: -Dsnn4j.screenshot=FOLDER. docs/watch.png is one. */
    private static final String SCREENSHOT = System.getProperty("snn4j.screenshot", "");

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 1000;

    private static final double[] TWO = {
        0.28, 0.34, 0.32, 0.22, 0.45, 0.15, 0.6, 0.18, 0.67, 0.3, 0.63, 0.43, 0.5, 0.58, 0.36, 0.72, 0.27, 0.84, 0.45,
        0.83, 0.62, 0.82, 0.76, 0.83
    };

    @TempDir
    private Path profile;

    @Test
    void pageShowsMosaicCurveAnswerAndResult() throws Exception {
        assumeTrue(Browser.program().isPresent(), "there is no chromium on the PATH, so no browser looks at the page");
        int samples = SCREENSHOT.isEmpty() ? 1_500 : 20_000;
        LabelledImages train = Mnist.train().first(samples);
        TrainingPlan plan = TrainingPlan.of(
                        DiehlAndCook2015.recommended(SCREENSHOT.isEmpty() ? 30 : 100),
                        new Presentation(new Poisson(128), 250),
                        1)
                .withOnlineBlock(samples / 15);
        try (Browser browser = new Browser(Browser.program().orElseThrow(), profile, WIDTH, HEIGHT)) {
            double accuracy = watched(browser, plan, train);

            browser.await("document.getElementById('status').textContent.includes('has ended')");
            assertThat(text(browser, "accuracy")).isEqualTo("%.1f %%".formatted(100 * accuracy));
            assertThat(text(browser, "accuracyName")).isEqualTo("accuracy on the test set");
        }
    }

    /** A training from its beginning to its end. @return the accuracy of its test */
    private static double watched(Browser browser, TrainingPlan plan, LabelledImages train) throws Exception {
        try (LivePage page = LivePage.open(new LivePage.Door(0, TOKEN), plan, train, System::nanoTime)) {
            browser.open(page.address());
            browser.await("document.getElementById('title').textContent.includes('neurons')");
            Trainer trainer = new Trainer(plan, page);
            Trainer.Learning learning = trainer.learn(train);
            browser.await("!document.getElementById('mosaic').hidden");
            browser.await("document.querySelectorAll('#curve .dot').length === "
                    + learning.curve().size());

            assertThat(drawnOne(browser)).isEqualTo("1");
            assertThat(browser.value("document.querySelectorAll('#raster .spike').length")
                            .asInt())
                    .isPositive();
            if (!SCREENSHOT.isEmpty()) {
                browser.value("document.getElementById('clear').click()");
                draw(browser, TWO);
                Files.write(Path.of(SCREENSHOT, "watch.png"), browser.screenshot());
            }

            TrainedModel model = trainer.assign(learning, train);
            page.trained(model);
            TestResult result = TestResult.of(model, Mnist.test().first(100), 1, page);
            page.tested(result);
            return result.accuracy(Vote.CONFIDENCE_WEIGHTING).value();
        }
    }

    private static String drawnOne(Browser browser) throws Exception {
        return draw(browser, 0.53, 0.13, 0.51, 0.5, 0.47, 0.87);
    }

    /** @param path x and y in turn, from 0 to 1 @return the answer */
    private static String draw(Browser browser, double... path) throws Exception {
        JsonNode box =
                browser.value("JSON.parse(JSON.stringify(document.getElementById('pad').getBoundingClientRect()))");
        double[] inPage = new double[path.length];
        for (int i = 0; i < path.length; i++) {
            inPage[i] = box.path(i % 2 == 0 ? "left" : "top").asDouble()
                    + path[i] * box.path("width").asDouble();
        }
        browser.draw(inPage);
        browser.await("document.getElementById('answer').textContent !== ''");
        return text(browser, "answer");
    }

    private static String text(Browser browser, String element) throws Exception {
        return browser.value("document.getElementById('" + element + "').textContent")
                .asText();
    }
}
