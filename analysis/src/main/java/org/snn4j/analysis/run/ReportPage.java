package org.snn4j.analysis.run;

import static org.snn4j.analysis.run.ReportPictures.ACCURACY;
import static org.snn4j.analysis.run.ReportPictures.CLASS_MAP;
import static org.snn4j.analysis.run.ReportPictures.CONFUSION;
import static org.snn4j.analysis.run.ReportPictures.FIELDS;
import static org.snn4j.analysis.run.ReportPictures.THETA;
import static org.snn4j.analysis.run.ReportPictures.WEIGHTS;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.snn4j.analysis.chart.PngImage;
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
import org.snn4j.evaluation.Vote;
import org.snn4j.training.Diagnosis;
import org.snn4j.training.Provenance;
import org.snn4j.training.ShownSample;
import org.snn4j.training.Teacher;
import org.snn4j.training.TrainedModel;

/**
 * What a run's report says, and in which order.
 *
 * @param pictures by the names of {@link ReportPictures}
 */
record ReportPage(RunReport report, Map<String, PngImage> pictures) {
    private static final int MOST_BYTES = 1 << 20;

    HtmlReport page() {
        TrainedModel model = report.model();
        HtmlReport.Builder page = HtmlReport.titled(
                        model.provenance().model() + ", " + String.format(Locale.ROOT, "%,d neurons", neurons()))
                .summary(summary());
        for (Vote vote : Vote.values()) {
            page.headline(headline(vote));
        }
        report.diagnosis().ifPresent(seen -> page.section("What looks off", paragraphs(seen)));
        section(page, "What the neurons look for", fields());
        slider().ifPresent(slider -> page.section("How they came to look for it", slider));
        section(page, "What it sees and answers", samples());
        page.section("What is taken for what", confusion());
        section(page, "The worst mistakes", mistakes());
        page.section("How it got there", history());
        section(page, "What was learned", learned());
        page.section("Settings", Facts.of(facts()));
        page.section("To repeat it", new Listing(report.command()));
        return page.build();
    }

    private static void section(HtmlReport.Builder page, String heading, List<? extends Block> blocks) {
        if (!blocks.isEmpty()) {
            page.section(heading, blocks.toArray(Block[]::new));
        }
    }

    private String summary() {
        Provenance provenance = report.model().provenance();
        return String.format(
                Locale.ROOT,
                "Trained on %,d images of %s%s, tested on %,d others.",
                provenance.samples(),
                provenance.data(),
                labelled(provenance.assignSamples()),
                report.result().confusion(RunReport.MAIN).total());
    }

    /** Label neurons need no samples to know what they stand for. */
    private static String labelled(int samples) {
        return samples > 0
                ? String.format(Locale.ROOT, ", labels assigned on %,d of them", samples)
                : ", with a neuron for each class";
    }

    /** How many learn from the input; a teacher's label neurons are read out, but not counted. */
    private int neurons() {
        TrainedModel model = report.model();
        return InputWeights.of(model)
                .map(weights -> model.network().layer(weights.layer()).size())
                .orElse(model.assignment().neurons());
    }

    private Headline headline(Vote vote) {
        Accuracy accuracy = report.result().accuracy(vote);
        return new Headline(
                vote.title(),
                percent(accuracy.value()),
                "95 % interval " + percent(accuracy.interval95().low()) + " to "
                        + percent(accuracy.interval95().high()));
    }

    private static Block[] paragraphs(Diagnosis diagnosis) {
        if (diagnosis.findings().isEmpty()) {
            return new Block[] {new Paragraph("Nothing that can be told from how the neurons answer.")};
        }
        return diagnosis.findings().stream()
                .map(finding -> new Paragraph(finding.toString()))
                .toArray(Block[]::new);
    }

    private List<Figure> fields() {
        return figures(
                mosaic(),
                figure(
                        CLASS_MAP,
                        "A grid of the neurons, each in the colour of its class.",
                        "The class of each neuron, in the order of the neurons, and how many stand for each."));
    }

    /** Of very many neurons the mosaic alone, since the picture with its scale would be most of the page. */
    private Optional<Figure> mosaic() {
        String alternative = "The incoming weights of every neuron, drawn as images.";
        String caption =
                "The weights from the input to each neuron, ordered by the class that it stands for, if it has one.";
        boolean all = pictures.containsKey(FIELDS) && pictures.get(FIELDS).bytes().length <= MOST_BYTES;
        return all
                ? figure(FIELDS, alternative, caption)
                : new ModelPlots(report.model())
                        .receptiveFields()
                        .map(fields -> new Figure(
                                fields.mosaic(),
                                alternative,
                                caption + " With classes and scale it is " + FIELDS + ".png among the plots."));
    }

    private Optional<Block> slider() {
        if (report.snapshots().isEmpty()) {
            return Optional.empty();
        }
        return InputWeights.of(report.model())
                .map(weights -> new SnapshotSlider(report.model(), weights).of(report.snapshots()));
    }

    private List<Figure> samples() {
        return report.samples().stream().map(this::figure).toList();
    }

    private Figure figure(ShownSample sample) {
        return new Figure(
                pictures.get(ReportPictures.name(sample)),
                "An image, how often each pixel fired, and when the neurons of each layer fired.",
                "Test image " + sample.sample() + ", a " + new SamplePicture(report.model(), sample).answer()
                        + ": how often its pixels fired, and when the neurons of each layer did.");
    }

    private Block[] confusion() {
        ConfusionMatrix matrix = report.result().confusion(RunReport.MAIN);
        return new Block[] {
            new Figure(
                    pictures.get(CONFUSION),
                    "A table of true classes against predicted ones.",
                    "Test images by " + RunReport.MAIN.title() + "."),
            perClass(matrix),
            new Paragraph(report.result().abstentions() + " test images got no answer and count as wrong. "
                    + report.model().assignment().unassigned() + " neurons stand for no class.")
        };
    }

    private List<Block> mistakes() {
        if (report.result().worst().isEmpty()) {
            return List.of();
        }
        return List.of(
                new Paragraph("The test images for which the wrong class was furthest ahead. Bars are each class's"
                        + " share of the votes by " + RunReport.MAIN.title()
                        + ": orange the answer, blue the right class."),
                new MistakeCards(report.model()).of(report.result().worst()));
    }

    private Block history() {
        String teacher = report.model().provenance().teacher();
        if (!pictures.containsKey(ACCURACY) && !teacher.equals(Teacher.NONE.name())) {
            return new Paragraph("There is no curve: what fires while the teacher (" + teacher
                    + ") is there does not say how much the network knows.");
        }
        if (!pictures.containsKey(ACCURACY)) {
            return new Paragraph("Training ended before a second block of images was complete, so there is no curve.");
        }
        return new Figure(
                pictures.get(ACCURACY),
                "Accuracy against the number of training images seen.",
                "Each block of training images is predicted with labels from the blocks before it.");
    }

    private List<Figure> learned() {
        return figures(
                figure(WEIGHTS, "A histogram of the weights.", "Weights from the input after training."),
                figure(THETA, "A histogram of theta.", "What adaptation has added to the thresholds."));
    }

    private Optional<Figure> figure(String name, String alternative, String caption) {
        return Optional.ofNullable(pictures.get(name)).map(picture -> new Figure(picture, alternative, caption));
    }

    private static List<Figure> figures(Optional<Figure> first, Optional<Figure> second) {
        return Stream.of(first, second).flatMap(Optional::stream).toList();
    }

    private Table perClass(ConfusionMatrix matrix) {
        List<List<String>> rows = new ArrayList<>();
        for (int label = 0; label < matrix.classes(); label++) {
            rows.add(List.of(
                    report.model().className(label),
                    String.valueOf(matrix.samplesOf(label)),
                    percent(matrix.precision(label)),
                    percent(matrix.recall(label)),
                    percent(matrix.f1(label))));
        }
        return new Table(List.of("class", "images", "precision", "recall", "F1"), rows);
    }

    private Map<String, String> facts() {
        TrainedModel model = report.model();
        Map<String, String> all = new LinkedHashMap<>(report.facts());
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
