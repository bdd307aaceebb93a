package org.snn4j.analysis.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.snn4j.analysis.chart.AccuracyCurve;
import org.snn4j.analysis.chart.Charts;
import org.snn4j.analysis.chart.ConfusionChart;
import org.snn4j.analysis.chart.Histogram;
import org.snn4j.analysis.chart.PngImage;
import org.snn4j.analysis.chart.ReceptiveFields;
import org.snn4j.analysis.report.Block;
import org.snn4j.analysis.report.Facts;
import org.snn4j.analysis.report.Figure;
import org.snn4j.analysis.report.Headline;
import org.snn4j.analysis.report.HtmlReport;
import org.snn4j.analysis.report.Listing;
import org.snn4j.analysis.report.Paragraph;
import org.snn4j.analysis.report.Table;
import org.snn4j.evaluation.Accuracy;
import org.snn4j.evaluation.ConfusionMatrix;
import org.snn4j.evaluation.OnlinePoint;
import org.snn4j.evaluation.Vote;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.file.AtomicFiles;
import org.snn4j.training.Diagnosis;
import org.snn4j.training.RunFolder;
import org.snn4j.training.Teacher;
import org.snn4j.training.TestResult;
import org.snn4j.training.TrainedModel;

/**
 * A training run as a page to read: how well the model does, what its neurons look for, which classes it takes for
 * others, how it got there, and how to repeat it.
 *
 * @param model what was trained
 * @param curve accuracy while training
 * @param result the test
 * @param facts further settings and figures to list, by name
 * @param command the command that repeats the run
 * @param diagnosis what looks off, if somebody looked
 */
public record RunReport(
        TrainedModel model,
        List<OnlinePoint> curve,
        TestResult result,
        Map<String, String> facts,
        String command,
        Optional<Diagnosis> diagnosis) {
    private static final int BINS = 40;
    /** The vote that the report shows in detail; chosen on validation images, see docs/results.md. */
    private static final Vote MAIN = Vote.CONFIDENCE_WEIGHTING;

    public RunReport {
        curve = List.copyOf(curve);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** Without a diagnosis. */
    public RunReport(
            TrainedModel model, List<OnlinePoint> curve, TestResult result, Map<String, String> facts, String command) {
        this(model, curve, result, facts, command, Optional.empty());
    }

    public RunReport withDiagnosis(Diagnosis seen) {
        return new RunReport(model, curve, result, facts, command, Optional.of(seen));
    }

    /** Draws the pictures and writes them and the report into the run's folder. */
    public void write(RunFolder folder) throws IOException {
        Map<String, PngImage> pictures = pictures();
        Files.createDirectories(folder.plots());
        for (Map.Entry<String, PngImage> picture : pictures.entrySet()) {
            AtomicFiles.write(folder.plots().resolve(picture.getKey() + ".png"), out -> picture.getValue().stream()
                    .transferTo(out));
        }
        byte[] html = page(pictures).html().getBytes(StandardCharsets.UTF_8);
        AtomicFiles.write(folder.report(), out -> out.write(html));
    }

    private Map<String, PngImage> pictures() {
        Map<String, PngImage> pictures = new LinkedHashMap<>();
        InputWeights.of(model).ifPresent(weights -> {
            pictures.put("receptive-fields", fields(weights).png("Receptive fields"));
            pictures.put(
                    "weights", histogram(weights.all(), "Weights", "weight (mV)", Histogram.CountAxis.LOGARITHMIC));
            learned(weights.layer() + ".theta")
                    .ifPresent(theta ->
                            pictures.put("theta", histogram(theta, "Theta", "theta (mV)", Histogram.CountAxis.LINEAR)));
        });
        pictures.put(
                "confusion",
                Charts.png(new ConfusionChart(result.confusion(MAIN)).chart("Confusion matrix"), 600, 600));
        if (!curve.isEmpty()) {
            pictures.put("accuracy", Charts.png(accuracyCurve().chart("Accuracy while training"), 600, 440));
        }
        return pictures;
    }

    /** By class where the neurons have one. */
    private ReceptiveFields fields(InputWeights weights) {
        ReceptiveFields fields = ReceptiveFields.of(weights.images());
        boolean ofNeurons = weights.images().count() == model.assignment().neurons();
        return weights.layer().equals(model.readoutLayer()) && ofNeurons
                ? fields.byClass(model.assignment().assignments())
                : fields;
    }

    private static PngImage histogram(FloatArray values, String title, String quantity, Histogram.CountAxis counts) {
        return Charts.png(Histogram.of(values, BINS).chart(title, quantity, counts), 600, 380);
    }

    /** An array of the model, if its network has it. */
    private Optional<FloatArray> learned(String name) {
        return Optional.ofNullable(model.learned().arrays().get(name));
    }

    private HtmlReport page(Map<String, PngImage> pictures) {
        HtmlReport.Builder page = HtmlReport.titled(model.provenance().model() + ", " + neurons() + " neurons")
                .summary("Trained on " + model.provenance().samples() + " images of "
                        + model.provenance().data() + labelled() + ", tested on "
                        + result.confusion(MAIN).total() + " others.");
        for (Vote vote : Vote.values()) {
            page.headline(headline(vote));
        }
        diagnosis.ifPresent(seen -> page.section("What looks off", paragraphs(seen)));
        if (pictures.containsKey("receptive-fields")) {
            page.section(
                    "What the neurons look for",
                    new Figure(
                            pictures.get("receptive-fields"),
                            "The incoming weights of every neuron, drawn as images.",
                            "The weights from the input to each neuron, ordered by the class that it stands for, if it has one."));
        }
        page.section(
                "What is taken for what",
                new Figure(
                        pictures.get("confusion"),
                        "A table of true classes against predicted ones.",
                        "Test images by " + MAIN.title() + "."),
                perClass(result.confusion(MAIN)),
                new Paragraph(result.abstentions() + " test images got no answer and count as wrong. "
                        + model.assignment().unassigned() + " neurons stand for no class."));
        page.section("How it got there", history(pictures));
        Figure[] histograms = histograms(pictures);
        if (histograms.length > 0) {
            page.section("What was learned", histograms);
        }
        page.section("Settings", Facts.of(allFacts()));
        page.section("To repeat it", new Listing(command));
        return page.build();
    }

    private static Block[] paragraphs(Diagnosis diagnosis) {
        if (diagnosis.findings().isEmpty()) {
            return new Block[] {new Paragraph("Nothing that can be told from how the neurons answer.")};
        }
        return diagnosis.findings().stream()
                .map(finding -> new Paragraph(finding.toString()))
                .toArray(Block[]::new);
    }

    /** How many learn from the input; a teacher's label neurons are read out, but not counted. */
    private int neurons() {
        return InputWeights.of(model)
                .map(weights -> model.network().layer(weights.layer()).size())
                .orElse(model.assignment().neurons());
    }

    /** Label neurons need no samples to know what they stand for. */
    private String labelled() {
        int samples = model.provenance().assignSamples();
        return samples > 0 ? ", labels assigned on " + samples + " of them" : ", with a neuron for each class";
    }

    private Headline headline(Vote vote) {
        Accuracy accuracy = result.accuracy(vote);
        return new Headline(
                vote.title(),
                percent(accuracy.value()),
                "95 % interval " + percent(accuracy.interval95().low()) + " to "
                        + percent(accuracy.interval95().high()));
    }

    private Block history(Map<String, PngImage> pictures) {
        String teacher = model.provenance().teacher();
        if (!pictures.containsKey("accuracy") && !teacher.equals(Teacher.NONE.name())) {
            return new Paragraph("There is no curve: what fires while the teacher (" + teacher
                    + ") is there does not say how much the network knows.");
        }
        if (!pictures.containsKey("accuracy")) {
            return new Paragraph("Training ended before a second block of images was complete, so there is no curve.");
        }
        return new Figure(
                pictures.get("accuracy"),
                "Accuracy against the number of training images seen.",
                "Each block of training images is predicted with labels from the blocks before it.");
    }

    private static Figure[] histograms(Map<String, PngImage> pictures) {
        List<Figure> histograms = new ArrayList<>();
        if (pictures.containsKey("weights")) {
            histograms.add(new Figure(
                    pictures.get("weights"), "A histogram of the weights.", "Weights from the input after training."));
        }
        if (pictures.containsKey("theta")) {
            histograms.add(new Figure(
                    pictures.get("theta"), "A histogram of theta.", "What adaptation has added to the thresholds."));
        }
        return histograms.toArray(Figure[]::new);
    }

    private static Table perClass(ConfusionMatrix matrix) {
        List<List<String>> rows = new ArrayList<>();
        for (int label = 0; label < matrix.classes(); label++) {
            rows.add(List.of(
                    String.valueOf(label),
                    String.valueOf(matrix.samplesOf(label)),
                    percent(matrix.precision(label)),
                    percent(matrix.recall(label)),
                    percent(matrix.f1(label))));
        }
        return new Table(List.of("class", "images", "precision", "recall", "F1"), rows);
    }

    private AccuracyCurve accuracyCurve() {
        List<AccuracyCurve.Line> lines = new ArrayList<>();
        List<AccuracyCurve.Level> levels = new ArrayList<>();
        for (Vote vote : Vote.values()) {
            lines.add(new AccuracyCurve.Line(
                    vote.title(),
                    curve.stream()
                            .filter(point -> point.accuracy(vote).samples() > 0)
                            .map(point -> new AccuracyCurve.Point(
                                    point.samples(), point.accuracy(vote).value()))
                            .toList()));
            levels.add(
                    new AccuracyCurve.Level(vote.title(), result.accuracy(vote).value()));
        }
        return new AccuracyCurve(lines, levels);
    }

    private Map<String, String> allFacts() {
        Map<String, String> all = new LinkedHashMap<>(facts);
        all.put("seed", String.valueOf(model.provenance().seed()));
        all.put(
                "data",
                model.provenance().data() + ", SHA-256 " + model.provenance().dataSha256());
        all.put("weights", "SHA-256 " + model.learned().sha256());
        return all;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    private static String percent(OptionalDouble share) {
        return share.isPresent() ? percent(share.getAsDouble()) : "–";
    }
}
