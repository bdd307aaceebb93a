package org.snn4j.analysis.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.ui.Drawable;

/** Turns charts into pictures. Needs no screen. */
public final class Charts {
    /** Pixels for each CSS pixel, across and down, so that letters stay sharp on dense screens. */
    static final int DENSITY = 2;

    private static final int MOST_PIXELS_A_SIDE = 16_384;
    private static final int TRIAL_SIDE = 400;

    private Charts() {}

    /**
     * Draws a chart.
     *
     * @param width in CSS pixels; the picture holds twice as many
     * @param height in CSS pixels; the picture holds twice as many
     * @throws IllegalArgumentException if a side is shorter than 1 or longer than 8,192
     */
    public static PngImage png(JFreeChart chart, int width, int height) {
        return Picture.of(chart, width, height).png();
    }

    /**
     * The chart in the size that leaves its data an area of the given size.
     *
     * @param leastWidth of the picture, so that its title has room
     */
    static Picture fitted(JFreeChart chart, int dataWidth, int dataHeight, int leastWidth) {
        Rectangle2D first = dataArea(chart, TRIAL_SIDE, TRIAL_SIDE);
        int width = Math.max(leastWidth, dataWidth + TRIAL_SIDE - (int) first.getWidth() + 1);
        // The width decides how many lines the title takes.
        Rectangle2D second = dataArea(chart, width, TRIAL_SIDE);
        return Picture.of(chart, width, dataHeight + TRIAL_SIDE - (int) second.getHeight() + 1);
    }

    /** What a chart drawn at that size leaves for its data, in CSS pixels. */
    static Rectangle2D dataArea(JFreeChart chart, int width, int height) {
        ChartRenderingInfo layout = new ChartRenderingInfo();
        draw((graphics, area) -> chart.draw(graphics, area, layout), width, height);
        return layout.getPlotInfo().getDataArea();
    }

    static BufferedImage draw(Drawable drawing, int width, int height) {
        BufferedImage picture = new BufferedImage(width * DENSITY, height * DENSITY, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.scale(DENSITY, DENSITY);
            smooth(graphics);
            drawing.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    /** Letters in between whole pixels, and lines and letters without steps. */
    static void smooth(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    }

    static void requireSide(String name, int side) {
        if (side < 1 || side > MOST_PIXELS_A_SIDE / DENSITY) {
            throw new IllegalArgumentException(
                    name + " " + side + " must be from 1 to " + MOST_PIXELS_A_SIDE / DENSITY + " CSS pixels");
        }
    }
}
