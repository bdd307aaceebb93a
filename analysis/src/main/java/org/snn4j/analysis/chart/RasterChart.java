package org.snn4j.analysis.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;
import org.snn4j.network.Parameters;
import org.snn4j.network.Recording;
import org.snn4j.network.spikes.SpikeTrain;

/**
 * When each neuron fired: a mark for each spike, over the time at which its step began, at the height of the neuron's
 * number in its layer. Each layer has a panel of its own, and all panels the same time.
 *
 * @param dt the length of a step, ms
 * @param panels from top to bottom, of the same number of steps
 */
public record RasterChart(double dt, List<Panel> panels) {
    /** Higher panels for larger layers, but not in proportion: 1, 10 and 1,000 neurons stand as 1 : 2 : 4. */
    private static final double WEIGHT_STEP = 10;

    public RasterChart {
        panels = List.copyOf(panels);
        Parameters.positive("RasterChart", "dt", dt);
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("a raster needs the spikes of at least one layer");
        }
        int steps = panels.get(0).spikes().steps();
        for (Panel panel : panels) {
            if (panel.spikes().steps() != steps) {
                throw new IllegalArgumentException("layer " + panel.layer() + " has "
                        + panel.spikes().steps() + " steps, but layer "
                        + panels.get(0).layer() + " has " + steps + "; all must have the same number");
            }
        }
    }

    /**
     * The spikes of one layer.
     *
     * @param layer its name
     */
    public record Panel(String layer, SpikeTrain spikes) {
        public Panel {
            Objects.requireNonNull(layer, "layer");
            Objects.requireNonNull(spikes, "spikes");
            if (spikes.shape().size() == 0 || spikes.steps() == 0) {
                throw new IllegalArgumentException("layer " + layer + " has " + spikes.steps() + " steps of shape "
                        + spikes.shape() + "; there must be at least one step and one neuron");
            }
        }

        /** One sample of what was recorded in the last run. */
        public static Panel of(Recording recording, int sample) {
            return new Panel(recording.subject(), recording.train(sample));
        }
    }

    /**
     * The first sample of what was recorded in the last run, one layer below the other.
     *
     * @throws IllegalStateException if one is no recording of spikes
     */
    public static RasterChart of(double dt, Recording... recordings) {
        return new RasterChart(
                dt,
                Arrays.stream(recordings)
                        .map(recording -> Panel.of(recording, 0))
                        .toList());
    }

    public JFreeChart chart(String title) {
        CombinedDomainXYPlot stack =
                ChartTheme.stack(ChartTheme.timeAxis(panels.get(0).spikes().steps() * dt));
        for (int number = 0; number < panels.size(); number++) {
            stack.add(plot(number), weight(panels.get(number)));
        }
        return ChartTheme.chart(title, stack);
    }

    private XYPlot plot(int number) {
        Panel panel = panels.get(number);
        XYPlot plot = ChartTheme.panel(
                ChartTheme.neuronAxis(panel.layer(), panel.spikes().shape().size()));
        plot.setRangeGridlinesVisible(false);
        plot.setDataset(dataset(panel));
        XYItemRenderer marks = new SpikeMarks(dt, panel.spikes().count());
        marks.setSeriesPaint(0, ChartTheme.series(number));
        plot.setRenderer(marks);
        return plot;
    }

    private XYDataset dataset(Panel panel) {
        SpikeTrain spikes = panel.spikes();
        double[][] points = new double[2][spikes.count()];
        int item = 0;
        for (int step = 0; step < spikes.steps(); step++) {
            for (int k = 0; k < spikes.count(step); k++) {
                points[0][item] = step * dt;
                points[1][item++] = spikes.neuron(step, k);
            }
        }
        DefaultXYDataset dataset = new DefaultXYDataset();
        dataset.addSeries(panel.layer(), points);
        return dataset;
    }

    private static int weight(Panel panel) {
        return (int)
                Math.round(WEIGHT_STEP * (1 + Math.log10(panel.spikes().shape().size())));
    }
}
