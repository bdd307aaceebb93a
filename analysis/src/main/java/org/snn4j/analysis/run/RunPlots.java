package org.snn4j.analysis.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snn4j.analysis.chart.AccuracyCurve;
import org.snn4j.analysis.chart.Picture;
import org.snn4j.analysis.chart.Plots;
import org.snn4j.evaluation.Vote;
import org.snn4j.training.FinishedRun;

/** The pictures of what a run left beside its model. */
public record RunPlots(FinishedRun run) {
    /** Empty if training was too short for a curve, or a teacher made the answers. */
    public Optional<Picture> accuracy() throws IOException {
        List<FinishedRun.Point> curve = run.curve();
        return curve.isEmpty() ? Optional.empty() : Optional.of(Plots.accuracy(curve(curve, run.testAccuracy())));
    }

    public Picture confusion(Vote vote) throws IOException {
        return Plots.confusion(run.confusion(vote));
    }

    /** @param test the accuracy of each vote on the test images */
    static AccuracyCurve curve(List<FinishedRun.Point> points, Map<Vote, Double> test) {
        List<AccuracyCurve.Line> lines = new ArrayList<>();
        List<AccuracyCurve.Level> levels = new ArrayList<>();
        for (Vote vote : Vote.values()) {
            lines.add(new AccuracyCurve.Line(
                    vote.title(),
                    points.stream()
                            .filter(point -> point.accuracy().containsKey(vote))
                            .map(point -> new AccuracyCurve.Point(
                                    point.samples(), point.accuracy().get(vote)))
                            .toList()));
            if (test.containsKey(vote)) {
                levels.add(new AccuracyCurve.Level(vote.title(), test.get(vote)));
            }
        }
        return new AccuracyCurve(lines, levels);
    }
}
