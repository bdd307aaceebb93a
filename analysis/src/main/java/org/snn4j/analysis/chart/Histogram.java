package org.snn4j.analysis.chart;

import java.util.List;
import java.util.stream.LongStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.snn4j.network.array.NdArray;

/**
 * How many values lie where, counted in equally wide bins from the least value to the greatest. A value on the edge of
 * two bins counts in the right one; the greatest counts in the last.
 *
 * @param least the left edge of the first bin
 * @param binWidth of every bin
 * @param counts of the bins, from left to right
 */
public record Histogram(double least, double binWidth, List<Long> counts) {
    /** Below a count of one, so that a single value is seen as a bar. */
    private static final double LOGARITHMIC_FLOOR = 0.7;

    /** How the counts are drawn. */
    public enum CountAxis {
        LINEAR,
        /** For weights, most of which are zero after learning and would flatten everything else. */
        LOGARITHMIC
    }

    public Histogram {
        counts = List.copyOf(counts);
        if (!(binWidth > 0) || !Double.isFinite(least + binWidth * counts.size())) {
            throw new IllegalArgumentException(counts.size() + " bins of width " + binWidth + " from " + least
                    + " on are no histogram; the width must be above 0 and all edges finite");
        }
    }

    /**
     * Counts the elements of an array of any shape.
     *
     * @throws IllegalArgumentException if the array is empty, an element is not finite, or there is no bin
     */
    public static Histogram of(NdArray values, int bins) {
        int size = values.shape().size();
        if (size == 0 || bins < 1) {
            throw new IllegalArgumentException(
                    size + " values cannot be counted in " + bins + " bins; each must be 1 or more");
        }
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            double value = finite(values, i);
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        if (least == greatest) {
            double reach = Math.max(Math.abs(least), 1) / 2;
            return count(values, least - reach, least + reach, bins);
        }
        return count(values, least, greatest, bins);
    }

    private static Histogram count(NdArray values, double least, double greatest, int bins) {
        double binWidth = (greatest - least) / bins;
        long[] counts = new long[bins];
        for (int i = 0; i < values.shape().size(); i++) {
            counts[Math.min((int) ((values.asDouble(i) - least) / binWidth), bins - 1)]++;
        }
        return new Histogram(least, binWidth, LongStream.of(counts).boxed().toList());
    }

    /**
     * Bars over the values.
     *
     * @param quantity what was counted, with its unit: "theta (mV)"
     */
    public JFreeChart chart(String title, String quantity, CountAxis countAxis) {
        XYPlot plot = ChartTheme.plot(valueAxis(quantity), countAxis(countAxis));
        plot.setDataset(dataset(quantity));
        plot.setRenderer(renderer(countAxis));
        return ChartTheme.chart(title, plot);
    }

    /** Empty bins are left out: a logarithmic axis has no place for zero. */
    private XYIntervalSeriesCollection dataset(String quantity) {
        XYIntervalSeries bars = new XYIntervalSeries(quantity);
        for (int bin = 0; bin < counts.size(); bin++) {
            long count = counts.get(bin);
            if (count > 0) {
                double left = least + bin * binWidth;
                bars.add(left + binWidth / 2, left, left + binWidth, count, count, count);
            }
        }
        XYIntervalSeriesCollection dataset = new XYIntervalSeriesCollection();
        dataset.addSeries(bars);
        return dataset;
    }

    private static XYBarRenderer renderer(CountAxis countAxis) {
        XYBarRenderer renderer = new XYBarRenderer(0.08);
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setSeriesPaint(0, ChartTheme.series(0));
        renderer.setBase(countAxis == CountAxis.LOGARITHMIC ? LOGARITHMIC_FLOOR : 0);
        return renderer;
    }

    private ValueAxis valueAxis(String quantity) {
        NumberAxis axis = ChartTheme.axis(quantity);
        axis.setRange(least, least + binWidth * counts.size());
        return axis;
    }

    private ValueAxis countAxis(CountAxis kind) {
        return kind == CountAxis.LOGARITHMIC ? logarithmicAxis() : linearAxis();
    }

    private NumberAxis linearAxis() {
        NumberAxis axis = new NumberAxis("count");
        axis.setNumberFormatOverride(ChartTheme.number("#,##0"));
        return axis;
    }

    private LogAxis logarithmicAxis() {
        LogAxis axis = new LogAxis("count (logarithmic)");
        axis.setNumberFormatOverride(ChartTheme.number("#,##0"));
        axis.setTickUnit(new NumberTickUnit(1));
        axis.setRange(
                LOGARITHMIC_FLOOR,
                2.0 * counts.stream().mapToLong(Long::longValue).max().orElse(1));
        return axis;
    }

    private static double finite(NdArray values, int index) {
        double value = values.asDouble(index);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "element " + index + " is " + value + "; a histogram counts finite values only");
        }
        return value;
    }
}
