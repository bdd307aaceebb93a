package org.snn4j.analysis.chart;

import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.XYItemLabelGenerator;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultXYZDataset;
import org.jfree.data.xy.XYDataset;
import org.snn4j.evaluation.ConfusionMatrix;

/**
 * Which class was taken for which: one row for each true class with 0 at the top, one column for each predicted class
 * and a last one for samples that got no answer. The number in a cell counts samples; the colour is its share of the
 * row, in blue for right answers and in orange, four times as strong, for the others.
 *
 * <p>The plot holds two datasets, first the right answers and then the others. In both, series 0 has the cells with
 * samples and series 1 the empty ones; z is the share of the row.
 */
public record ConfusionChart(ConfusionMatrix matrix) {
    private static final double STRONGEST_RIGHT = 1;
    private static final double STRONGEST_WRONG = 0.25;
    /** A little less than its place, so that a line of the background shows between cells. */
    private static final double CELL = 0.96;

    private enum Cells {
        RIGHT,
        WRONG
    }

    public ConfusionChart {
        Objects.requireNonNull(matrix, "matrix");
    }

    public JFreeChart chart(String title) {
        SymbolAxis predicted = axis("predicted class", "none");
        SymbolAxis actual = axis("true class");
        actual.setInverted(true);
        XYPlot plot = ChartTheme.plot(predicted, actual);
        plot.setRangeGridlinesVisible(false);
        plot.setBackgroundPaint(ChartTheme.GRID);
        addCells(plot, Cells.RIGHT, ColourScale.lightBlue(STRONGEST_RIGHT));
        addCells(plot, Cells.WRONG, ColourScale.lightOrange(STRONGEST_WRONG));
        JFreeChart chart = ChartTheme.chart(title, plot);
        chart.addSubtitle(ChartTheme.footnote(
                "Colour: share of the row; blue for right, orange for wrong (four times as strong)."));
        return chart;
    }

    private void addCells(XYPlot plot, Cells cells, ColourScale scale) {
        int number = cells.ordinal();
        plot.setDataset(number, dataset(cells));
        plot.setRenderer(number, renderer(scale));
    }

    private DefaultXYZDataset dataset(Cells cells) {
        DefaultXYZDataset dataset = new DefaultXYZDataset();
        int[] chosen = IntStream.range(0, matrix.classes() * columns())
                .filter(cell -> (row(cell) == column(cell)) == (cells == Cells.RIGHT))
                .toArray();
        dataset.addSeries(
                cells + " with samples",
                coordinates(IntStream.of(chosen).filter(cell -> count(row(cell), column(cell)) > 0)));
        dataset.addSeries(
                cells + " and empty",
                coordinates(IntStream.of(chosen).filter(cell -> count(row(cell), column(cell)) == 0)));
        return dataset;
    }

    private double[][] coordinates(IntStream cells) {
        int[] chosen = cells.toArray();
        return new double[][] {
            IntStream.of(chosen).mapToDouble(this::column).toArray(),
            IntStream.of(chosen).mapToDouble(this::row).toArray(),
            IntStream.of(chosen).mapToDouble(this::share).toArray()
        };
    }

    private XYBlockRenderer renderer(ColourScale scale) {
        XYBlockRenderer renderer = new XYBlockRenderer();
        renderer.setPaintScale(scale);
        renderer.setBlockWidth(CELL);
        renderer.setBlockHeight(CELL);
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setDefaultItemLabelGenerator(countLabels());
        renderer.setDefaultItemLabelFont(ChartTheme.TEXT);
        renderer.setSeriesItemLabelPaint(0, ChartTheme.INK);
        renderer.setSeriesItemLabelPaint(1, ChartTheme.GHOST_INK);
        renderer.setDefaultPositiveItemLabelPosition(new ItemLabelPosition(ItemLabelAnchor.CENTER, TextAnchor.CENTER));
        return renderer;
    }

    private XYItemLabelGenerator countLabels() {
        return (XYDataset cells, int series, int item) -> {
            int row = (int) cells.getYValue(series, item);
            int column = (int) cells.getXValue(series, item);
            return String.valueOf(count(row, column));
        };
    }

    private SymbolAxis axis(String label, String... last) {
        String[] names = Stream.concat(IntStream.range(0, matrix.classes()).mapToObj(String::valueOf), Stream.of(last))
                .toArray(String[]::new);
        SymbolAxis axis = new SymbolAxis(label, names);
        axis.setGridBandsVisible(false);
        axis.setRange(-0.5, names.length - 0.5);
        axis.setTickMarksVisible(false);
        axis.setAxisLineVisible(false);
        return axis;
    }

    private int columns() {
        return matrix.classes() + 1;
    }

    private int row(int cell) {
        return cell / columns();
    }

    private int column(int cell) {
        return cell % columns();
    }

    private long count(int row, int column) {
        return column == matrix.classes() ? matrix.abstentions(row) : matrix.count(row, column);
    }

    /** The share of the row that stands in that cell; 0 where the whole row is empty. */
    private double share(int cell) {
        int row = row(cell);
        return (double) count(row, column(cell)) / Math.max(1, matrix.samplesOf(row));
    }
}
