package org.snn4j.analysis.run;

import java.util.List;
import java.util.Optional;
import org.snn4j.analysis.chart.Picture;
import org.snn4j.analysis.chart.RasterChart;
import org.snn4j.analysis.chart.SampleChart;
import org.snn4j.evaluation.Vote;
import org.snn4j.training.ShownSample;
import org.snn4j.training.TrainedModel;

/** A test sample beside all that fires when a model sees it. */
public record SamplePicture(TrainedModel model, ShownSample sample) {
    public Picture picture() {
        List<RasterChart.Panel> panels = sample.spikes().entrySet().stream()
                .map(layer -> new RasterChart.Panel(layer.getKey(), layer.getValue()))
                .toList();
        return new SampleChart(Optional.of(sample.image()), new RasterChart(sample.dt(), panels)).picture(answer());
    }

    /** The class of the sample and what it was taken for: "7, answered 1". */
    String answer() {
        int answer = sample.prediction().label(RunReport.MAIN);
        return model.className(sample.label())
                + (answer == Vote.ABSTENTION ? ", not answered" : ", answered " + model.className(answer));
    }
}
