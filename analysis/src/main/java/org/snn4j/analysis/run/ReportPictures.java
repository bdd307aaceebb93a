package org.snn4j.analysis.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snn4j.analysis.chart.Picture;
import org.snn4j.analysis.chart.Plots;
import org.snn4j.analysis.chart.PngImage;
import org.snn4j.training.FinishedRun;
import org.snn4j.training.ShownSample;

/** The pictures of a report that are files too, by name. One that the run does not allow is missing. */
record ReportPictures(RunReport report) {
    static final String FIELDS = "receptive-fields";
    static final String CLASS_MAP = "class-map";
    static final String WEIGHTS = "weights";
    static final String THETA = "theta";
    static final String CONFUSION = "confusion";
    static final String ACCURACY = "accuracy";

    Map<String, PngImage> all() {
        Map<String, PngImage> pictures = new LinkedHashMap<>();
        ModelPlots model = new ModelPlots(report.model());
        put(pictures, FIELDS, model.fields());
        put(pictures, CLASS_MAP, model.classMap());
        put(pictures, WEIGHTS, model.weights());
        put(pictures, THETA, model.theta());
        put(pictures, CONFUSION, Optional.of(Plots.confusion(report.result().confusion(RunReport.MAIN))));
        put(pictures, ACCURACY, accuracy());
        for (ShownSample sample : report.samples()) {
            put(pictures, name(sample), Optional.of(picture(sample)));
        }
        return pictures;
    }

    static String name(ShownSample sample) {
        return "sample-" + sample.sample();
    }

    private Optional<Picture> accuracy() {
        if (report.curve().isEmpty()) {
            return Optional.empty();
        }
        List<FinishedRun.Point> curve =
                report.curve().stream().map(FinishedRun.Point::of).toList();
        return Optional.of(Plots.accuracy(RunPlots.curve(curve, report.result().accuracies())));
    }

    private Picture picture(ShownSample sample) {
        return new SamplePicture(report.model(), sample).picture().sized(600, 440);
    }

    private static void put(Map<String, PngImage> pictures, String name, Optional<Picture> picture) {
        picture.ifPresent(drawn -> pictures.put(name, drawn.png()));
    }
}
