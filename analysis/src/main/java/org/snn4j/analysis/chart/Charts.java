package org.snn4j.analysis.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;

/** Turns charts into pictures. Needs no screen. */
public final class Charts {
    /** Pixels for each CSS pixel, across and down, so that letters stay sharp on dense screens. */
    static final int DENSITY = 2;

    private static final int MOST_PIXELS_A_SIDE = 16_384;

    private Charts() {}

    /**
     * Draws a chart.
     *
     * @param width in CSS pixels; the picture holds twice as many
     * @param height in CSS pixels; the picture holds twice as many
     * @throws IllegalArgumentException if a side is shorter than 1 or longer than 8,192
     */
    public static PngImage png(JFreeChart chart, int width, int height) {
        requireSide("width", width);
        requireSide("height", height);
        return PngImage.encode(draw(chart, width, height, null), DENSITY);
    }

    /** What a chart drawn at that size leaves for its data, in CSS pixels. */
    static Rectangle2D dataArea(JFreeChart chart, int width, int height) {
        ChartRenderingInfo layout = new ChartRenderingInfo();
        draw(chart, width, height, layout);
        return layout.getPlotInfo().getDataArea();
    }

    private static BufferedImage draw(JFreeChart chart, int width, int height, ChartRenderingInfo layout) {
        BufferedImage picture = new BufferedImage(width * DENSITY, height * DENSITY, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.scale(DENSITY, DENSITY);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height), layout);
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    private static void requireSide(String name, int side) {
        if (side < 1 || side > MOST_PIXELS_A_SIDE / DENSITY) {
            throw new IllegalArgumentException(
                    name + " " + side + " must be from 1 to " + MOST_PIXELS_A_SIDE / DENSITY + " CSS pixels");
        }
    }
}
