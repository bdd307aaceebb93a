package org.snn4j.analysis.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultXYZDataset;
import org.snn4j.evaluation.LabelAssignment;

/**
 * Which class each neuron of a layer stands for: one cell for each neuron, in the grid and order of a mosaic of receptive
 * fields that are not sorted, in the colour of its class. Where cells are large enough the class is written in them.
 *
 * @param classNames what the classes are called, the first that of class 0
 * @param assignments the class of each neuron; -1 for none
 */
public record ClassMap(List<String> classNames, List<Integer> assignments) {
    private static final int SIDE = 560;
    private static final int LEAST_CELL = 3;
    private static final int MOST_CELL = 56;
    /** CSS pixels; in smaller cells names would touch. */
    private static final int LEAST_NAMED_CELL = 18;

    private static final int LONGEST_NAME = 2;
    private static final int LEAST_WIDTH = 420;
    private static final double CELL = 0.94;

    public ClassMap {
        classNames = List.copyOf(classNames);
        assignments = List.copyOf(assignments);
        if (assignments.isEmpty()) {
            throw new IllegalArgumentException("a map of no neurons; at least one would be right");
        }
        for (int neuron = 0; neuron < assignments.size(); neuron++) {
            int label = assignments.get(neuron);
            if (label < LabelAssignment.UNASSIGNED || label >= classNames.size()) {
                throw new IllegalArgumentException("neuron " + neuron + " has class " + label + "; from 0 to "
                        + (classNames.size() - 1) + ", or -1 for none, would be right");
            }
        }
    }

    /** Of the neurons that an assignment labels; classes are called by their numbers. */
    public static ClassMap of(LabelAssignment assignment) {
        return new ClassMap(
                IntStream.range(0, assignment.classes())
                        .mapToObj(String::valueOf)
                        .toList(),
                IntStream.of(assignment.assignments()).boxed().toList());
    }

    /** The map in square cells, with a legend that counts the neurons of each class. */
    public Picture picture(String title) {
        Mosaic grid = grid();
        return Charts.fitted(chart(title), cell() * grid.columns(), cell() * grid.rows(), LEAST_WIDTH);
    }

    /** The size that suits it is the one of {@link #picture}. */
    public JFreeChart chart(String title) {
        Mosaic grid = grid();
        XYPlot plot = ChartTheme.plot(hidden(grid.columns()), hidden(grid.rows()));
        plot.getRangeAxis().setInverted(true);
        plot.setRangeGridlinesVisible(false);
        plot.setDataset(cells(grid));
        plot.setRenderer(renderer());
        plot.setFixedLegendItems(legend());
        JFreeChart chart = ChartTheme.chart(title, plot);
        chart.addLegend(ChartTheme.legend(plot));
        return chart;
    }

    /** The colour of a class, or of none, which is a light grey. */
    Color colour(int label) {
        return label < 0 ? ChartTheme.GRID : ChartTheme.category(label, classNames.size());
    }

    private Mosaic grid() {
        return new Mosaic(assignments.size(), 1, 1);
    }

    /** CSS pixels across and down. */
    private int cell() {
        return Math.min(MOST_CELL, Math.max(LEAST_CELL, SIDE / grid().columns()));
    }

    /** One series for each class, the last for none. */
    private DefaultXYZDataset cells(Mosaic grid) {
        DefaultXYZDataset dataset = new DefaultXYZDataset();
        for (int label = LabelAssignment.UNASSIGNED; label < classNames.size(); label++) {
            int[] neurons = neuronsOf(label);
            dataset.addSeries(label < 0 ? "none" : label + " " + classNames.get(label), new double[][] {
                IntStream.of(neurons).mapToDouble(i -> i % grid.columns()).toArray(),
                IntStream.of(neurons).mapToDouble(i -> i / grid.columns()).toArray(),
                IntStream.of(neurons).mapToDouble(i -> assignments.get(i)).toArray()
            });
        }
        return dataset;
    }

    private int[] neuronsOf(int label) {
        return IntStream.range(0, assignments.size())
                .filter(neuron -> assignments.get(neuron) == label)
                .toArray();
    }

    private XYBlockRenderer renderer() {
        XYBlockRenderer renderer = new XYBlockRenderer();
        renderer.setPaintScale(new ClassScale(this));
        renderer.setBlockWidth(CELL);
        renderer.setBlockHeight(CELL);
        renderer.setDefaultItemLabelGenerator(
                (cells, series, item) -> name((int) ((DefaultXYZDataset) cells).getZValue(series, item)));
        renderer.setDefaultItemLabelFont(ChartTheme.SMALL);
        renderer.setDefaultItemLabelPaint(ChartTheme.INK);
        renderer.setDefaultItemLabelsVisible(cell() >= LEAST_NAMED_CELL && namesAreShort());
        renderer.setDefaultPositiveItemLabelPosition(new ItemLabelPosition(ItemLabelAnchor.CENTER, TextAnchor.CENTER));
        return renderer;
    }

    private boolean namesAreShort() {
        return classNames.stream().allMatch(name -> name.length() <= LONGEST_NAME);
    }

    private String name(int label) {
        return label < 0 ? "–" : classNames.get(label);
    }

    private LegendItemCollection legend() {
        LegendItemCollection items = new LegendItemCollection();
        List<Integer> labels =
                new ArrayList<>(IntStream.range(0, classNames.size()).boxed().toList());
        labels.add(LabelAssignment.UNASSIGNED);
        for (int label : labels) {
            int count = neuronsOf(label).length;
            if (count > 0 || label >= 0) {
                items.add(new LegendItem(
                        (label < 0 ? "none" : classNames.get(label)) + " (" + count + ")", colour(label)));
            }
        }
        return items;
    }

    private static NumberAxis hidden(int places) {
        NumberAxis axis = ChartTheme.axis(null);
        axis.setRange(-0.5, places - 0.5);
        axis.setVisible(false);
        return axis;
    }
}
