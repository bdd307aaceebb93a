package org.snn4j.analysis.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snn4j.analysis.chart.ReceptiveFields;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.Mnist;
import org.snn4j.encoding.Poisson;
import org.snn4j.evaluation.ConfusionMatrix;
import org.snn4j.evaluation.LabelAssignment;
import org.snn4j.evaluation.OnlinePoint;
import org.snn4j.evaluation.Vote;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.OneToOne;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;
import org.snn4j.training.Mistake;
import org.snn4j.training.Presentation;
import org.snn4j.training.Progress;
import org.snn4j.training.Provenance;
import org.snn4j.training.RunFolder;
import org.snn4j.training.ShownSample;
import org.snn4j.training.TestResult;
import org.snn4j.training.TrainedModel;
import org.snn4j.training.Trainer;
import org.snn4j.training.TrainingPlan;

/** Oracle: the model and the result that the report is about; the JDK opens the pictures. */
class RunReportTest {
    private static final String COMMAND = "./snn4j train --neurons 8 --out 'a <b> & c' --seed 1";
    private static final Presentation PRESENTATION = new Presentation(new Poisson(128), 50);

    @TempDir
    Path folder;

    private RunFolder run;

    @BeforeEach
    void makeTheRunFolder() throws IOException {
        run = RunFolder.create(folder.resolve("run"));
    }

    @Test
    void trainedModelIsReportedWithItsPictures() throws IOException {
        LabelledImages images = Mnist.train();
        TrainingPlan plan = new TrainingPlan(DiehlAndCook2015.recommended(8), PRESENTATION, 1, 50, 20, 1, 1);
        FieldSnapshots snapshots = new FieldSnapshots(plan.model().network(), "X", Shape.of(28, 28));
        Trainer trainer = new Trainer(plan, snapshots);
        Trainer.Learning learning = trainer.learn(images.first(60));
        TrainedModel model = trainer.assign(learning, images.first(60));
        TestResult result = TestResult.of(model, images.slice(60, 160), 1, Progress.Listener.NONE);
        assertThat(learning.curve()).hasSize(2);

        List<ShownSample> samples = ShownSample.first(model, images.slice(60, 160), 2);
        new RunReport(model, learning.curve(), result, Map.of("trained under", "water & ice"), COMMAND)
                .withSnapshots(snapshots.taken())
                .withSamples(samples)
                .write(run);
        String html = Files.readString(run.report());

        assertThat(html)
                .contains("diehl-cook, 8 neurons")
                .contains(model.learned().sha256());
        for (Vote vote : Vote.values()) {
            assertThat(html)
                    .contains(vote.title())
                    .contains(percent(result.accuracy(vote).value()));
        }
        assertThat(html)
                .contains("--out &#39;a &lt;b&gt; &amp; c&#39; --seed 1")
                .doesNotContain("<b>");
        assertThat(html).contains("trained under", "water &amp; ice");
        assertThat(pictures())
                .containsExactly(
                        "accuracy.png",
                        "class-map.png",
                        "confusion.png",
                        "receptive-fields.png",
                        "sample-0.png",
                        "sample-1.png",
                        "theta.png",
                        "weights.png");
        assertThat(html)
                .contains("data-moment=\"after 60 images, ", "Test image 1, a " + images.label(61) + ", answered");
        for (Mistake mistake : result.worst()) {
            String heading =
                    mistake.label() + " taken for " + mistake.prediction().label(Vote.CONFIDENCE_WEIGHTING);
            assertThat(html).contains("<h3>" + heading + "</h3>", "test image " + mistake.sample() + ", ");
        }
        isSelfContainedWithAllPictures(html);
    }

    @Test
    void trainingTooShortForACurveIsReportedWithoutOne() throws IOException {
        String html = written(handMade(denseNetwork(), "X-Y.w"), List.of(), result());

        assertThat(html)
                .contains("so there is no curve")
                .doesNotContain("<script", "worst mistakes", "sees and answers");
        assertThat(pictures()).containsExactly("class-map.png", "confusion.png", "receptive-fields.png", "weights.png");
    }

    /** Of the three classes the second is never shown, the third never predicted. */
    @Test
    void classWithoutPrecisionOrRecallHasADash() throws IOException {
        String html = written(handMade(denseNetwork(), "X-Y.w"), List.of(), result());

        assertThat(rows(html))
                .containsExactly(
                        List.of("0", "3", "50.00 %", "66.67 %", "57.14 %"),
                        List.of("1", "0", "0.00 %", "–", "0.00 %"),
                        List.of("2", "3", "–", "0.00 %", "0.00 %"));
        assertThat(html).contains("1 test images got no answer").doesNotContain("NaN %");
    }

    @Test
    void networkWithoutThetaIsReportedWithoutIt() throws IOException {
        String html = written(handMade(denseNetwork(), "X-Y.w"), List.of(), result());

        assertThat(pictures()).containsExactly("class-map.png", "confusion.png", "receptive-fields.png", "weights.png");
        assertThat(html).doesNotContain("histogram of theta").contains("What was learned");
        isSelfContainedWithAllPictures(html);
    }

    @Test
    void networkWithoutWeightsFromTheInputIsReportedWithoutThem() throws IOException {
        Network network = Network.builder()
                .layer("X", new Input(), 4)
                .layer("Y", LIF.defaults(), 4)
                .connect("X", "Y", OneToOne.of(20))
                .build();
        String html = written(handMade(network), List.of(), result());

        assertThat(pictures()).containsExactly("confusion.png");
        assertThat(html).contains("What is taken for what").doesNotContain("What was learned", "look for");
        isSelfContainedWithAllPictures(html);
    }

    /** Weights that no compression makes small: 1,600 times 784 of them. */
    @Test
    void pageOfVeryManyNeuronsHoldsTheMosaicAlone() throws IOException {
        Network network = Network.builder()
                .layer("X", new Input(), 784)
                .layer("Y", LIF.defaults(), 1_600)
                .connect("X", "Y", Dense.uniform(0, 1))
                .build();
        float[] weights = new float[784 * 1_600];
        for (int i = 0; i < weights.length; i++) {
            int mixed = i * 0x85ebca6b;
            mixed = (mixed ^ mixed >>> 13) * 0xc2b2ae35;
            weights[i] = mixed >>> 16;
        }
        TrainedModel model = new TrainedModel(
                network,
                "X",
                "Y",
                PRESENTATION,
                Shape.of(28, 28),
                new LearnedState(Map.of("X-Y.w", FloatArray.of(Shape.of(784, 1_600), weights))),
                LabelAssignment.none(1_600, 3),
                new Provenance("by hand", "nothing", "00", 2, 1, 2, 1));
        String html = written(model, List.of(), result());

        byte[] file = Files.readAllBytes(run.plots().resolve("receptive-fields.png"));
        String mosaic = Base64.getEncoder()
                .encodeToString(ReceptiveFields.of(FloatArray.of(Shape.of(784, 1_600), weights), Shape.of(28, 28))
                        .byClass(model.assignment().assignments())
                        .mosaic()
                        .bytes());
        assertThat(file.length).isGreaterThan(1 << 20);
        assertThat(html).contains(mosaic, "receptive-fields.png among the plots");
        assertThat(html).doesNotContain(Base64.getEncoder().encodeToString(file));
    }

    private String written(TrainedModel model, List<OnlinePoint> curve, TestResult result) throws IOException {
        Map<String, String> facts = new LinkedHashMap<>(Map.of("trained under", "water & ice"));
        new RunReport(model, curve, result, facts, COMMAND).write(run);
        return Files.readString(run.report());
    }

    private List<String> pictures() throws IOException {
        try (Stream<Path> files = Files.list(run.plots())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void isSelfContainedWithAllPictures(String html) throws IOException {
        assertThat(html).doesNotContain("http://", "https://", "<link", "src=\"plots");
        for (String picture : pictures()) {
            byte[] bytes = Files.readAllBytes(run.plots().resolve(picture));
            BufferedImage image = ImageIO.read(run.plots().resolve(picture).toFile());
            assertThat(image.getWidth()).as(picture).isGreaterThan(300);
            assertThat(html).as(picture).contains(Base64.getEncoder().encodeToString(bytes));
        }
    }

    /** The cells of the rows of classes. */
    private static List<List<String>> rows(String html) {
        return html.lines()
                .filter(line -> line.startsWith("<tr><td"))
                .map(line -> Stream.of(line.split("<[^>]*>"))
                        .filter(text -> !text.isEmpty())
                        .toList())
                .toList();
    }

    private static Network denseNetwork() {
        return Network.builder()
                .layer("X", new Input(), 4)
                .layer("Y", LIF.defaults(), 4)
                .connect("X", "Y", Dense.uniform(0, 1))
                .build();
    }

    /** Four neurons, of which one stands for each of three classes. */
    private static TrainedModel handMade(Network network, String... weights) {
        Map<String, FloatArray> learned = new LinkedHashMap<>();
        for (String name : weights) {
            learned.put(name, FloatArray.of(Shape.of(4, 4), 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15));
        }
        float[] rates = {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0};
        return new TrainedModel(
                network,
                "X",
                "Y",
                PRESENTATION,
                Shape.of(2, 2),
                new LearnedState(learned),
                LabelAssignment.ofRates(rates, 4, 3),
                new Provenance("by hand", "nothing", "00", 2, 1, 2, 1, "none", List.of()));
    }

    private static TestResult result() {
        Map<Vote, ConfusionMatrix> votes = new EnumMap<>(Vote.class);
        for (Vote vote : Vote.values()) {
            votes.put(
                    vote,
                    ConfusionMatrix.builder(3)
                            .add(0, 0)
                            .add(0, 0)
                            .add(0, 1)
                            .add(2, 0)
                            .add(2, 0)
                            .add(2, Vote.ABSTENTION)
                            .build());
        }
        return new TestResult(votes);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}
