package org.snn4j.analysis.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;

/**
 * Draws each spike as an upright mark that begins at its time, as high as its neuron has room and as wide as a step, within
 * limits: neurons are told apart where they are few, and spikes still seen where neurons are thousands, the more so the
 * fewer spikes there are.
 */
final class SpikeMarks extends AbstractXYItemRenderer {
    private static final long serialVersionUID = 1;

    /** What share of its room a mark fills, so that neighbours do not touch. */
    private static final double SHARE = 0.7;

    private static final double LEAST_HEIGHT = 1.5;
    private static final double MOST_HEIGHT = 14;
    private static final double LEAST_WIDTH = 1.5;
    private static final double MOST_WIDTH = 2;
    /** So many spikes leave each other room. */
    private static final int FEW = 500;

    private static final double LEAST_HEIGHT_OF_FEW = 5;

    private final double dt;
    private final double leastHeight;

    /**
     * @param dt the length of a step in the plot's unit of time
     * @param spikes how many there are
     */
    SpikeMarks(double dt, int spikes) {
        this.dt = dt;
        this.leastHeight = spikes <= FEW ? LEAST_HEIGHT_OF_FEW : LEAST_HEIGHT;
    }

    @Override
    public void drawItem(
            Graphics2D graphics,
            XYItemRendererState state,
            Rectangle2D dataArea,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis times,
            ValueAxis neurons,
            XYDataset spikes,
            int series,
            int item,
            CrosshairState crosshair,
            int pass) {
        double left = times.valueToJava2D(spikes.getXValue(series, item), dataArea, plot.getDomainAxisEdge());
        double middle = neurons.valueToJava2D(spikes.getYValue(series, item), dataArea, plot.getRangeAxisEdge());
        double width = times.lengthToJava2D(dt, dataArea, plot.getDomainAxisEdge());
        double height = neurons.lengthToJava2D(1, dataArea, plot.getRangeAxisEdge());
        double drawnWidth = within(SHARE * width, leastHeight > LEAST_HEIGHT ? MOST_WIDTH : LEAST_WIDTH, MOST_WIDTH);
        double drawnHeight = within(SHARE * height, leastHeight, MOST_HEIGHT);
        graphics.setPaint(getItemPaint(series, item));
        graphics.fill(new Rectangle2D.Double(left, middle - drawnHeight / 2, drawnWidth, drawnHeight));
    }

    private static double within(double value, double least, double most) {
        return Math.min(Math.max(value, least), most);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SpikeMarks that
                && dt == that.dt
                && leastHeight == that.leastHeight
                && super.equals(other);
    }

    @Override
    public int hashCode() {
        return Double.hashCode(dt);
    }
}
