package org.snn4j.analysis.chart;

import java.awt.BasicStroke;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYDataImageAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;
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
 * @param thresholds where each neuron fires in each step, [steps, neurons], mV, if it is to be shown
 */
public record VoltageChart(double dt, FloatArray voltages, Optional<FloatArray> thresholds) {
    static final String QUANTITY = "membrane potential (mV)";
    private static final Stroke THIN = new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    /** Free room above and below the lines, as a share of what they span. */
    private static final double MARGIN = 0.06;

    public VoltageChart {
        Objects.requireNonNull(thresholds, "VoltageChart.thresholds are missing; Optional.empty() means none");
        Parameters.positive("VoltageChart", "dt", dt);
        if (voltages.shape().rank() != 2 || voltages.shape().size() == 0) {
            throw new IllegalArgumentException("voltages have shape " + voltages.shape()
                    + "; [steps, neurons] with at least one of each would be right");
        }
        requireFinite("voltage", voltages);
        thresholds.ifPresent(levels -> {
            if (!levels.shape().equals(voltages.shape())) {
                throw new IllegalArgumentException("thresholds have shape " + levels.shape() + ", but voltages "
                        + voltages.shape() + "; the same would be right");
            }
            requireFinite("threshold", levels);
        });
    }

    /** Without thresholds. */
    public VoltageChart(double dt, FloatArray voltages) {
        this(dt, voltages, Optional.empty());
    }

    private static void requireFinite(String what, FloatArray values) {
        int neurons = values.shape().length(1);
        for (int i = 0; i < values.shape().size(); i++) {
            if (!Float.isFinite(values.get(i))) {
                throw new IllegalArgumentException("the " + what + " of neuron " + i % neurons + " in step "
                        + i / neurons + " is " + values.get(i) + "; only finite ones can be drawn");
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
        return new VoltageChart(dt, FloatArray.of(Shape.of(recording.steps(), neurons), chosen));
    }

    /** The same with the potential at which all neurons fire at any time. */
    public VoltageChart withThreshold(double millivolts) {
        float[] level = new float[voltages.shape().size()];
        Arrays.fill(level, (float) millivolts);
        return withThresholds(FloatArray.of(voltages.shape(), level));
    }

    /** The same with the potentials at which neurons fire, [steps, neurons], mV: where they adapt, threshold plus theta. */
    public VoltageChart withThresholds(FloatArray levels) {
        return new VoltageChart(dt, voltages, Optional.of(levels));
    }

    /**
     * A line for each of the given neurons, and a dashed one at its threshold; one for all if it is the same.
     *
     * @throws IllegalArgumentException if there is no such neuron, or none or more than six are given
     */
    public JFreeChart lines(String title, int... neurons) {
        requireNeurons(neurons);
        XYPlot plot = ChartTheme.plot(timeAxis(), voltageAxis(neurons));
        plot.setDataset(dataset("neuron ", voltages, neurons));
        plot.setRenderer(renderer(THIN, neurons.length));
        if (level().isPresent()) {
            plot.addRangeMarker(new ValueMarker(level().getAsDouble(), ChartTheme.FAINT_INK, ChartTheme.DASHES));
        } else if (thresholds.isPresent()) {
            plot.setDataset(1, dataset("threshold of ", thresholds.get(), neurons));
            plot.setRenderer(1, renderer(ChartTheme.DASHES, neurons.length));
        }
        plot.setFixedLegendItems(legend(neurons));
        JFreeChart chart = ChartTheme.chart(title, plot);
        chart.addLegend(ChartTheme.legend(plot));
        return chart;
    }

    /**
     * A row for each neuron, the first at the bottom, in which colours are potentials; the lowest hundredth of them have one
     * colour. With a threshold the scale ends there, and what is at or above it is blue; where neurons or steps have
     * thresholds of their own, colours are the distance from it. Where the picture has fewer pixels than there are neurons or
     * steps, some of them are left out.
     */
    public JFreeChart heatMap(String title) {
        VoltageColours colours = VoltageColours.of(this);
        XYPlot plot = ChartTheme.plot(timeAxis(), ChartTheme.neuronAxis("neuron", neurons()));
        plot.setRangeGridlinesVisible(false);
        plot.addAnnotation(new XYDataImageAnnotation(image(colours), 0, -0.5, steps() * dt, neurons()));
        JFreeChart chart = ChartTheme.chart(title, plot);
        // What is added first stands lowest.
        colours.note().ifPresent(note -> chart.addSubtitle(ChartTheme.footnote(note)));
        chart.addSubtitle(ChartTheme.legend(colours.scale(), ChartTheme.axis(colours.quantity())));
        return chart;
    }

    /** The threshold, if it is the same for all neurons in all steps. */
    OptionalDouble level() {
        if (thresholds.isEmpty()) {
            return OptionalDouble.empty();
        }
        FloatArray levels = thresholds.get();
        float first = levels.get(0);
        boolean same = IntStream.range(0, levels.shape().size()).allMatch(i -> levels.get(i) == first);
        return same ? OptionalDouble.of(first) : OptionalDouble.empty();
    }

    private int steps() {
        return voltages.shape().length(0);
    }

    private int neurons() {
        return voltages.shape().length(1);
    }

    private float at(FloatArray values, int step, int neuron) {
        return values.get(step * neurons() + neuron);
    }

    private NumberAxis timeAxis() {
        return ChartTheme.timeAxis(steps() * dt);
    }

    private DefaultXYDataset dataset(String what, FloatArray values, int... chosen) {
        DefaultXYDataset dataset = new DefaultXYDataset();
        for (int neuron : chosen) {
            dataset.addSeries(what + neuron, new double[][] {
                IntStream.range(0, steps()).mapToDouble(step -> step * dt).toArray(),
                IntStream.range(0, steps())
                        .mapToDouble(step -> at(values, step, neuron))
                        .toArray()
            });
        }
        return dataset;
    }

    private static XYLineAndShapeRenderer renderer(Stroke stroke, int lines) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        for (int number = 0; number < lines; number++) {
            renderer.setSeriesPaint(number, ChartTheme.series(number));
            renderer.setSeriesStroke(number, stroke);
        }
        return renderer;
    }

    private LegendItemCollection legend(int... chosen) {
        LegendItemCollection items = new LegendItemCollection();
        for (int number = 0; number < chosen.length; number++) {
            items.add(legendItem("neuron " + chosen[number], number));
        }
        if (thresholds.isPresent()) {
            LegendItem item = legendItem(
                    level().isPresent()
                            ? "threshold (" + ChartTheme.number("0.##").format(level().getAsDouble()) + " mV)"
                            : "thresholds",
                    0);
            item.setLineStroke(ChartTheme.DASHES);
            item.setLinePaint(ChartTheme.FAINT_INK);
            items.add(item);
        }
        return items;
    }

    private static LegendItem legendItem(String text, int number) {
        Line2D line = new Line2D.Double(-12, 0, 12, 0);
        return new LegendItem(text, null, null, null, line, ChartTheme.LINE, ChartTheme.series(number));
    }

    /** From below the least to above the greatest potential of the chosen neurons, the thresholds among them. */
    private NumberAxis voltageAxis(int... chosen) {
        List<FloatArray> shown =
                Stream.concat(Stream.of(voltages), thresholds.stream()).toList();
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (FloatArray values : shown) {
            for (int neuron : chosen) {
                for (int step = 0; step < steps(); step++) {
                    least = Math.min(least, at(values, step, neuron));
                    greatest = Math.max(greatest, at(values, step, neuron));
                }
            }
        }
        double margin = least == greatest ? 1 : MARGIN * (greatest - least);
        NumberAxis axis = ChartTheme.axis(QUANTITY);
        axis.setNumberFormatOverride(ChartTheme.number("#,##0.###"));
        axis.setRange(least - margin, greatest + margin);
        return axis;
    }

    private BufferedImage image(VoltageColours colours) {
        BufferedImage image = new BufferedImage(steps(), neurons(), BufferedImage.TYPE_INT_RGB);
        for (int step = 0; step < steps(); step++) {
            for (int neuron = 0; neuron < neurons(); neuron++) {
                image.setRGB(
                        step,
                        neurons() - 1 - neuron,
                        colours.colour(step * neurons() + neuron).getRGB());
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
