package org.snn4j.analysis.run;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.snn4j.analysis.chart.PngImage;
import org.snn4j.analysis.chart.ReceptiveFields;
import org.snn4j.analysis.report.Slider;
import org.snn4j.training.TrainedModel;

/** Snapshots as mosaics on one colour scale, every field always at the same place: by the class that it has in the end. */
record SnapshotSlider(TrainedModel model, InputWeights weights) {
    Slider of(List<FieldSnapshot> snapshots) {
        double least =
                snapshots.stream().mapToDouble(FieldSnapshot::least).min().orElse(0);
        double greatest =
                snapshots.stream().mapToDouble(FieldSnapshot::greatest).max().orElse(1);
        int kept = snapshots.get(0).count();
        int fields = weights.images().count();
        return new Slider(
                snapshots.stream()
                        .map(snapshot -> new Slider.Frame(picture(snapshot, least, greatest), moment(snapshot)))
                        .toList(),
                "The incoming weights as images",
                (kept < fields ? String.format(Locale.ROOT, "%,d of the %,d fields", kept, fields) : "The fields")
                        + " while they were learned, each at the place where its class puts it in the end; all on one"
                        + " colour scale. Accuracy is that on the training images just before.");
    }

    private PngImage picture(FieldSnapshot snapshot, double least, double greatest) {
        ReceptiveFields drawn =
                ReceptiveFields.of(snapshot.fields(), weights.images().image()).between(least, greatest);
        return (weights.areReadOutOf(model) ? drawn.byClass(classes(snapshot.count())) : drawn).mosaic();
    }

    private int[] classes(int kept) {
        return IntStream.range(0, kept)
                .map(place -> FieldSnapshot.chosen(place, kept, weights.images().count()))
                .map(model.assignment()::assignment)
                .toArray();
    }

    private static String moment(FieldSnapshot snapshot) {
        String seen =
                String.format(Locale.ROOT, "after %,d image%s", snapshot.samples(), snapshot.samples() == 1 ? "" : "s");
        return snapshot.accuracy().isPresent()
                ? seen
                        + String.format(
                                Locale.ROOT,
                                ", %.0f %% right",
                                100 * snapshot.accuracy().getAsDouble())
                : seen;
    }
}
