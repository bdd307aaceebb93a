package org.snn4j.analysis.chart;

import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Objects;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * How much a pair of spikes changes a weight, by the time between them: what a rule of spike-timing-dependent plasticity is
 * known by.
 *
 * @param pairs by rising lag
 */
public record LearningWindow(List<Pair> pairs) {
    /** The number of the series of pairs without a lag. */
    private static final int AT_ONCE = 2;

    private static final double DOT = 7;

    /**
     * A presynaptic spike and a postsynaptic one.
     *
     * @param lag when the postsynaptic spike comes after the presynaptic one, ms; negative if it comes before
     * @param change of the weight by this pair
     */
    public record Pair(double lag, double change) {
        public Pair {
            if (!Double.isFinite(lag) || !Double.isFinite(change)) {
                throw new IllegalArgumentException(
                        "at a lag of " + lag + " ms the weight changes by " + change + "; both must be finite");
            }
        }
    }

    public LearningWindow {
        pairs = List.copyOf(pairs);
        if (pairs.size() < 2) {
            throw new IllegalArgumentException(
                    "a window of " + pairs.size() + " pairs shows nothing; give two or more");
        }
        for (int i = 1; i < pairs.size(); i++) {
            if (!(pairs.get(i - 1).lag() < pairs.get(i).lag())) {
                throw new IllegalArgumentException(
                        "pair " + i + " has a lag of " + pairs.get(i).lag() + " ms after one of "
                                + pairs.get(i - 1).lag() + "; lags must rise");
            }
        }
    }

    /** A line where the presynaptic spike comes first, one where it comes last, and a dot for spikes at once. */
    public JFreeChart chart(String title) {
        Objects.requireNonNull(title, "title");
        NumberAxis lags = ChartTheme.axis("postsynaptic spike after the presynaptic one (ms)");
        lags.setNumberFormatOverride(ChartTheme.number("0.##"));
        XYPlot plot = ChartTheme.plot(lags, ChartTheme.axis("change of the weight"));
        plot.setDataset(dataset());
        plot.addDomainMarker(new ValueMarker(0, ChartTheme.GHOST_INK, ChartTheme.LINE));
        plot.addRangeMarker(new ValueMarker(0, ChartTheme.GHOST_INK, ChartTheme.LINE));
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        for (int branch = 0; branch < 2; branch++) {
            renderer.setSeriesPaint(branch, ChartTheme.series(branch));
            renderer.setSeriesStroke(branch, ChartTheme.LINE);
        }
        renderer.setSeriesPaint(AT_ONCE, ChartTheme.INK);
        renderer.setSeriesShape(AT_ONCE, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
        renderer.setSeriesShapesVisible(AT_ONCE, true);
        plot.setRenderer(renderer);
        return ChartTheme.chart(title, plot);
    }

    private XYSeriesCollection dataset() {
        XYSeries first = new XYSeries("presynaptic first");
        XYSeries last = new XYSeries("presynaptic last");
        XYSeries atOnce = new XYSeries("at once");
        for (Pair pair : pairs) {
            XYSeries branch = pair.lag() > 0 ? first : pair.lag() < 0 ? last : atOnce;
            branch.add(pair.lag(), pair.change());
        }
        XYSeriesCollection dataset = new XYSeriesCollection();
        dataset.addSeries(first);
        dataset.addSeries(last);
        dataset.addSeries(atOnce);
        return dataset;
    }
}
