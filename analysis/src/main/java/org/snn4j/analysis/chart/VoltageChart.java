package org.snn4j.analysis.chart;

import java.awt.BasicStroke;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYDataImageAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;
import org.snn4j.network.Parameters;
import org.snn4j.network.Recording;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;

/**
 * The membrane potentials of a layer over time: a few neurons as lines, or all of them as colours. What a step left behind
 * stands at the time at which the step began, as its spikes do in a {@link RasterChart}.
 *
 * @param dt the length of a step, ms
 * @param voltages [steps, neurons], mV, finite
 * @param threshold where the neurons fire, mV, if it is to be shown
 */
public record VoltageChart(double dt, FloatArray voltages, OptionalDouble threshold) {
    private static final String QUANTITY = "membrane potential (mV)";
    private static final Stroke THIN = new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    /** Free room above and below the lines, as a share of what they span. */
    private static final double MARGIN = 0.06;
    /** What share of the potentials may lie below the colour scale: a few that inhibition drives far down. */
    private static final double LOWEST_SHARE = 0.01;

    public VoltageChart {
        Objects.requireNonNull(threshold, "VoltageChart.threshold is missing; OptionalDouble.empty() means none");
        Parameters.positive("VoltageChart", "dt", dt);
        threshold.ifPresent(level -> Parameters.finite("VoltageChart", "threshold", level));
        if (voltages.shape().rank() != 2 || voltages.shape().size() == 0) {
            throw new IllegalArgumentException("voltages have shape " + voltages.shape()
                    + "; [steps, neurons] with at least one of each would be right");
        }
        for (int i = 0; i < voltages.shape().size(); i++) {
            if (!Float.isFinite(voltages.get(i))) {
                int neurons = voltages.shape().length(1);
                throw new IllegalArgumentException("the voltage of neuron " + i % neurons + " in step " + i / neurons
                        + " is " + voltages.get(i) + "; only finite ones can be drawn");
            }
        }
    }

    /**
     * One sample of what was recorded in the last run.
     *
     * @throws IllegalArgumentException if it is no recording of membrane potentials
     * @throws IndexOutOfBoundsException if there is no such sample
     */
    public static VoltageChart of(double dt, Recording recording, int sample) {
        if (!recording.variable().equals(Variable.VOLTAGE)) {
            throw new IllegalArgumentException(
                    "this is a " + recording + "; one of " + Variable.VOLTAGE + " would be right");
        }
        Objects.checkIndex(sample, recording.batch());
        float[] all = recording.floats().values();
        int rows = recording.steps() * recording.batch();
        int neurons = rows == 0 ? 0 : all.length / rows;
        float[] chosen = new float[recording.steps() * neurons];
        for (int step = 0; step < recording.steps(); step++) {
            int row = step * recording.batch() + sample;
            System.arraycopy(all, row * neurons, chosen, step * neurons, neurons);
        }
        return new VoltageChart(
                dt, FloatArray.of(Shape.of(recording.steps(), neurons), chosen), OptionalDouble.empty());
    }

    /** The same with a dashed line at the potential at which the neurons fire. */
    public VoltageChart withThreshold(double millivolts) {
        return new VoltageChart(dt, voltages, OptionalDouble.of(millivolts));
    }

    /**
     * A line for each of the given neurons.
     *
     * @throws IllegalArgumentException if there is no such neuron, or none or more than six are given
     */
    public JFreeChart lines(String title, int... neurons) {
        requireNeurons(neurons);
        XYDataset lines = dataset(neurons);
        XYPlot plot = ChartTheme.plot(timeAxis(), voltageAxis(neurons));
        plot.setDataset(lines);
        plot.setRenderer(renderer(neurons.length));
        threshold.ifPresent(
                level -> plot.addRangeMarker(new ValueMarker(level, ChartTheme.FAINT_INK, ChartTheme.DASHES)));
        plot.setFixedLegendItems(legend(neurons));
        JFreeChart chart = ChartTheme.chart(title, plot);
        chart.addLegend(ChartTheme.legend(plot));
        return chart;
    }

    /**
     * A row for each neuron, the first at the bottom, in which colours are potentials; the lowest hundredth of them have one
     * colour. Where the picture has fewer pixels than there are neurons or steps, some of them are left out.
     */
    public JFreeChart heatMap(String title) {
        ColourScale scale = scale();
        XYPlot plot = ChartTheme.plot(timeAxis(), ChartTheme.neuronAxis("neuron", neurons()));
        plot.setRangeGridlinesVisible(false);
        plot.addAnnotation(new XYDataImageAnnotation(image(scale), 0, -0.5, steps() * dt, neurons()));
        JFreeChart chart = ChartTheme.chart(title, plot);
        chart.addSubtitle(ChartTheme.legend(scale, ChartTheme.axis(QUANTITY)));
        return chart;
    }

    private int steps() {
        return voltages.shape().length(0);
    }

    private int neurons() {
        return voltages.shape().length(1);
    }

    private float voltage(int step, int neuron) {
        return voltages.get(step * neurons() + neuron);
    }

    private NumberAxis timeAxis() {
        return ChartTheme.timeAxis(steps() * dt);
    }

    private DefaultXYDataset dataset(int... chosen) {
        DefaultXYDataset dataset = new DefaultXYDataset();
        for (int neuron : chosen) {
            dataset.addSeries("neuron " + neuron, new double[][] {
                IntStream.range(0, steps()).mapToDouble(step -> step * dt).toArray(),
                IntStream.range(0, steps())
                        .mapToDouble(step -> voltage(step, neuron))
                        .toArray()
            });
        }
        return dataset;
    }

    private static XYLineAndShapeRenderer renderer(int lines) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        for (int number = 0; number < lines; number++) {
            renderer.setSeriesPaint(number, ChartTheme.series(number));
            renderer.setSeriesStroke(number, THIN);
        }
        return renderer;
    }

    private LegendItemCollection legend(int... chosen) {
        LegendItemCollection items = new LegendItemCollection();
        for (int number = 0; number < chosen.length; number++) {
            items.add(legendItem("neuron " + chosen[number], number));
        }
        threshold.ifPresent(level -> {
            LegendItem item =
                    legendItem("threshold (" + ChartTheme.number("0.##").format(level) + " mV)", 0);
            item.setLineStroke(ChartTheme.DASHES);
            item.setLinePaint(ChartTheme.FAINT_INK);
            items.add(item);
        });
        return items;
    }

    private static LegendItem legendItem(String text, int number) {
        Line2D line = new Line2D.Double(-12, 0, 12, 0);
        return new LegendItem(text, null, null, null, line, ChartTheme.LINE, ChartTheme.series(number));
    }

    /** From below the least to above the greatest potential of the chosen neurons, the threshold among them. */
    private NumberAxis voltageAxis(int... chosen) {
        double least = threshold.orElse(Double.POSITIVE_INFINITY);
        double greatest = threshold.orElse(Double.NEGATIVE_INFINITY);
        for (int neuron : chosen) {
            for (int step = 0; step < steps(); step++) {
                least = Math.min(least, voltage(step, neuron));
                greatest = Math.max(greatest, voltage(step, neuron));
            }
        }
        double margin = least == greatest ? 1 : MARGIN * (greatest - least);
        NumberAxis axis = ChartTheme.axis(QUANTITY);
        axis.setNumberFormatOverride(ChartTheme.number("#,##0.###"));
        axis.setRange(least - margin, greatest + margin);
        return axis;
    }

    private ColourScale scale() {
        float[] sorted = voltages.values();
        Arrays.sort(sorted);
        float low = sorted[(int) (LOWEST_SHARE * sorted.length)];
        float high = sorted[sorted.length - 1];
        return ColourScale.between(low, low == high ? low + Math.max(1, Math.abs(low)) : high);
    }

    private BufferedImage image(ColourScale scale) {
        BufferedImage image = new BufferedImage(steps(), neurons(), BufferedImage.TYPE_INT_RGB);
        for (int step = 0; step < steps(); step++) {
            for (int neuron = 0; neuron < neurons(); neuron++) {
                image.setRGB(
                        step,
                        neurons() - 1 - neuron,
                        scale.colour(voltage(step, neuron)).getRGB());
            }
        }
        return image;
    }

    private void requireNeurons(int... chosen) {
        if (chosen.length < 1 || chosen.length > ChartTheme.colours()) {
            throw new IllegalArgumentException(chosen.length + " neurons were chosen; from 1 to " + ChartTheme.colours()
                    + " lines can be told apart, and a heat map shows all neurons");
        }
        Set<Integer> seen = new HashSet<>();
        for (int neuron : chosen) {
            if (neuron < 0 || neuron >= neurons()) {
                throw new IllegalArgumentException(
                        "there is no neuron " + neuron + "; there are neurons 0 to " + (neurons() - 1));
            }
            if (!seen.add(neuron)) {
                throw new IllegalArgumentException("neuron " + neuron + " was chosen twice; it has one line");
            }
        }
    }
}
