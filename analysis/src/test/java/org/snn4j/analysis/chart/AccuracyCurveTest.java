package org.snn4j.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.analysis.chart.AccuracyCurve.Level;
import org.snn4j.analysis.chart.AccuracyCurve.Line;
import org.snn4j.analysis.chart.AccuracyCurve.Point;

class AccuracyCurveTest {
    private final AccuracyCurve curve = new AccuracyCurve(
            List.of(
                    new Line("all activity", List.of(new Point(250, 0.125), new Point(500, 0.75))),
                    new Line("confidence weighting", List.of(new Point(500, 1)))),
            List.of(new Level("confidence weighting", 0.9062), new Level("n-gram", 0.5)));

    private final XYPlot plot = curve.chart("Accuracy").getXYPlot();

    @Test
    void linesHoldTheGivenPoints() {
        XYDataset lines = plot.getDataset();

        assertThat(lines.getSeriesCount()).isEqualTo(2);
        assertThat((Object) lines.getSeriesKey(0)).isEqualTo("all activity");
        assertThat(points(lines, 0)).containsExactly(new Point(250, 0.125), new Point(500, 0.75));
        assertThat(points(lines, 1)).containsExactly(new Point(500, 1));
    }

    @Test
    void testAccuraciesAreDashedLevelsInTheColourOfTheirVote() {
        List<ValueMarker> markers = markers();

        assertThat(markers).extracting(ValueMarker::getValue).containsExactly(0.9062, 0.5);
        assertThat(markers).extracting(ValueMarker::getStroke).containsOnly(ChartTheme.DASHES);
        assertThat(markers.get(0).getPaint()).isEqualTo(plot.getRenderer().getSeriesPaint(1));
        assertThat(markers.get(1).getPaint()).isEqualTo(ChartTheme.series(2));
    }

    @Test
    void legendNamesEveryVoteOnceWithItsTestAccuracy() {
        LegendItemCollection legend = plot.getLegendItems();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < legend.getItemCount(); i++) {
            texts.add(legend.get(i).getLabel());
        }

        assertThat(texts)
                .containsExactly(
                        "all activity", "confidence weighting (dashed: test 90.6 %)", "n-gram (dashed: test 50.0 %)");
    }

    @Test
    void accuracyAxisRunsFromNoneToAllAndSamplesFromZeroToTheLast() {
        assertThat(plot.getRangeAxis().getLowerBound()).isZero();
        assertThat(plot.getRangeAxis().getUpperBound()).isEqualTo(1);
        assertThat(plot.getDomainAxis().getLowerBound()).isZero();
        assertThat(plot.getDomainAxis().getUpperBound()).isEqualTo(500);
    }

    @Test
    void curveWithoutAnyPointCanBeDrawn() throws IOException {
        PngImage picture = Charts.png(new AccuracyCurve(List.of(), List.of()).chart("Nothing yet"), 400, 300);

        assertThat(Pictures.colours(Pictures.decode(picture))).isGreaterThan(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {90.6, -0.01, Double.NaN})
    void accuracyThatIsNoShareIsRejected(double accuracy) {
        assertThatThrownBy(() -> new Point(1, accuracy))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(String.valueOf(accuracy));
        assertThatThrownBy(() -> new Level("all activity", accuracy)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void voteGivenTwiceIsRejected() {
        Line line = new Line("all activity", List.of());

        assertThatThrownBy(() -> new AccuracyCurve(List.of(line, line), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"all activity\" was given twice");
    }

    private List<ValueMarker> markers() {
        Collection<?> markers = plot.getRangeMarkers(Layer.FOREGROUND);
        return markers.stream().map(ValueMarker.class::cast).toList();
    }

    private static List<Point> points(XYDataset lines, int series) {
        List<Point> points = new ArrayList<>();
        for (int item = 0; item < lines.getItemCount(series); item++) {
            points.add(new Point((long) lines.getXValue(series, item), lines.getYValue(series, item)));
        }
        return points;
    }
}
