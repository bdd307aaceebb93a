package org.snn4j.analysis.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snn4j.analysis.chart.PngImage;
import org.snn4j.evaluation.OnlinePoint;
import org.snn4j.evaluation.Vote;
import org.snn4j.network.file.AtomicFiles;
import org.snn4j.training.Diagnosis;
import org.snn4j.training.RunFolder;
import org.snn4j.training.ShownSample;
import org.snn4j.training.TestResult;
import org.snn4j.training.TrainedModel;

/**
 * A training run as a page to read: how well the model does, what its neurons look for and how they came to, what it answers,
 * which classes it takes for others, and how to repeat it.
 *
 * @param model what was trained
 * @param curve accuracy while training
 * @param result the test
 * @param facts further settings and figures to list, by name
 * @param command the command that repeats the run
 * @param diagnosis what looks off, if somebody looked
 * @param snapshots what the neurons looked for while they learned, the first moment first
 * @param samples some test samples, to be shown with their spikes
 */
public record RunReport(
        TrainedModel model,
        List<OnlinePoint> curve,
        TestResult result,
        Map<String, String> facts,
        String command,
        Optional<Diagnosis> diagnosis,
        List<FieldSnapshot> snapshots,
        List<ShownSample> samples) {
    /** The vote that the report shows in detail; chosen on validation images, see docs/results.md. */
    static final Vote MAIN = Vote.CONFIDENCE_WEIGHTING;

    public RunReport {
        curve = List.copyOf(curve);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        snapshots = List.copyOf(snapshots);
        samples = List.copyOf(samples);
    }

    /** Without what the following methods add. */
    public RunReport(
            TrainedModel model, List<OnlinePoint> curve, TestResult result, Map<String, String> facts, String command) {
        this(model, curve, result, facts, command, Optional.empty(), List.of(), List.of());
    }

    public RunReport withDiagnosis(Diagnosis seen) {
        return new RunReport(model, curve, result, facts, command, Optional.of(seen), snapshots, samples);
    }

    /** With a slider over training. */
    public RunReport withSnapshots(List<FieldSnapshot> taken) {
        return new RunReport(model, curve, result, facts, command, diagnosis, taken, samples);
    }

    /** With samples beside their spikes. */
    public RunReport withSamples(List<ShownSample> shown) {
        return new RunReport(model, curve, result, facts, command, diagnosis, snapshots, shown);
    }

    /** Draws the pictures and writes them and the report into the run's folder. */
    public void write(RunFolder folder) throws IOException {
        Map<String, PngImage> pictures = new ReportPictures(this).all();
        Files.createDirectories(folder.plots());
        for (Map.Entry<String, PngImage> picture : pictures.entrySet()) {
            picture.getValue().write(folder.plots().resolve(picture.getKey() + ".png"));
        }
        write(pictures, folder.report());
    }

    /** Writes the report alone. */
    public void write(Path file) throws IOException {
        write(new ReportPictures(this).all(), file);
    }

    private void write(Map<String, PngImage> pictures, Path file) throws IOException {
        byte[] html = new ReportPage(this, pictures).page().html().getBytes(StandardCharsets.UTF_8);
        AtomicFiles.write(file, out -> out.write(html));
    }
}
