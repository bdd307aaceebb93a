package org.snn4j.analysis.chart;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * How often each vote was right while the network learned, and at the end on the test set. A vote has one colour: its
 * line is drawn through, its test accuracy dashed.
 *
 * @param online one line for each vote
 * @param test one level for each vote that was tested
 */
public record AccuracyCurve(List<Line> online, List<Level> test) {
    private static final int MOST_MARKED_POINTS = 40;
    private static final double DOT = 6;

    public AccuracyCurve {
        online = List.copyOf(online);
        test = List.copyOf(test);
        requireDistinct(online.stream().map(Line::vote).toList());
        requireDistinct(test.stream().map(Level::vote).toList());
    }

    /** The accuracy of one vote over time. */
    public record Line(String vote, List<Point> points) {
        public Line {
            Objects.requireNonNull(vote, "vote");
            points = List.copyOf(points);
        }
    }

    /**
     * @param samples samples seen until then
     * @param accuracy share of right answers, from 0 to 1
     */
    public record Point(long samples, double accuracy) {
        public Point {
            if (samples < 0) {
                throw new IllegalArgumentException("samples seen " + samples + " must be 0 or more");
            }
            requireShare(accuracy);
        }
    }

    /**
     * The accuracy of one vote on the test set.
     *
     * @param accuracy share of right answers, from 0 to 1
     */
    public record Level(String vote, double accuracy) {
        public Level {
            Objects.requireNonNull(vote, "vote");
            requireShare(accuracy);
        }
    }

    public JFreeChart chart(String title) {
        XYPlot plot = ChartTheme.plot(samplesAxis(), accuracyAxis());
        plot.setDataset(dataset());
        plot.setRenderer(renderer());
        List<String> votes = votes();
        for (Level level : test) {
            Color colour = ChartTheme.series(votes.indexOf(level.vote()));
            plot.addRangeMarker(new ValueMarker(level.accuracy(), colour, ChartTheme.DASHES));
        }
        plot.setFixedLegendItems(legend());
        JFreeChart chart = ChartTheme.chart(title, plot);
        chart.addLegend(ChartTheme.legend(plot));
        return chart;
    }

    private XYSeriesCollection dataset() {
        XYSeriesCollection dataset = new XYSeriesCollection();
        for (Line line : online) {
            XYSeries series = new XYSeries(line.vote());
            line.points().forEach(point -> series.add(point.samples(), point.accuracy()));
            dataset.addSeries(series);
        }
        return dataset;
    }

    private XYLineAndShapeRenderer renderer() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        for (int number = 0; number < online.size(); number++) {
            renderer.setSeriesPaint(number, ChartTheme.series(number));
            renderer.setSeriesStroke(number, ChartTheme.LINE);
            renderer.setSeriesShape(number, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
            renderer.setSeriesShapesVisible(number, online.get(number).points().size() <= MOST_MARKED_POINTS);
        }
        return renderer;
    }

    /** The test accuracies stand in the legend, because close ones would cover each other beside their lines. */
    private LegendItemCollection legend() {
        LegendItemCollection items = new LegendItemCollection();
        List<String> votes = votes();
        for (int number = 0; number < votes.size(); number++) {
            String vote = votes.get(number);
            LegendItem item = new LegendItem(
                    legendText(vote),
                    null,
                    null,
                    null,
                    new Line2D.Double(-12, 0, 12, 0),
                    number < online.size() ? ChartTheme.LINE : ChartTheme.DASHES,
                    ChartTheme.series(number));
            items.add(item);
        }
        return items;
    }

    private String legendText(String vote) {
        return test.stream()
                .filter(level -> level.vote().equals(vote))
                .map(level ->
                        vote + " (dashed: test " + ChartTheme.number("0.0 %").format(level.accuracy()) + ")")
                .findFirst()
                .orElse(vote);
    }

    /** The votes with a line in their order, then those that were only tested. */
    private List<String> votes() {
        Set<String> votes = new LinkedHashSet<>();
        Stream.concat(online.stream().map(Line::vote), test.stream().map(Level::vote))
                .forEach(votes::add);
        return new ArrayList<>(votes);
    }

    private NumberAxis samplesAxis() {
        NumberAxis axis = ChartTheme.axis("training samples seen");
        axis.setNumberFormatOverride(ChartTheme.number("#,##0"));
        axis.setRange(0, Math.max(1, lastSample()));
        return axis;
    }

    private long lastSample() {
        return online.stream()
                .flatMap(line -> line.points().stream())
                .mapToLong(Point::samples)
                .max()
                .orElse(0);
    }

    private static NumberAxis accuracyAxis() {
        NumberAxis axis = ChartTheme.axis("accuracy");
        axis.setRange(0, 1);
        axis.setTickUnit(new NumberTickUnit(0.2, ChartTheme.number("0 %")));
        return axis;
    }

    private static void requireShare(double accuracy) {
        if (!(accuracy >= 0 && accuracy <= 1)) {
            throw new IllegalArgumentException("accuracy " + accuracy + " must be a share from 0 to 1, not per cent");
        }
    }

    private static void requireDistinct(List<String> votes) {
        Set<String> seen = new LinkedHashSet<>();
        for (String vote : votes) {
            if (!seen.add(vote)) {
                throw new IllegalArgumentException(
                        "vote \"" + vote + "\" was given twice; each has one line and one level");
            }
        }
    }
}
