package org.snn4j.analysis.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.ui.Drawable;

/** A small image, drawn as large as its area allows with its name above and a thin line around it. */
final class PixelPanel implements Drawable {
    private static final int NAME_HEIGHT = 20;

    private final String name;
    private final BufferedImage image;

    /** Black so far. */
    PixelPanel(String name, int width, int height) {
        this.name = name;
        this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    /** @param index of the pixel, row by row */
    void set(int index, Color colour) {
        image.setRGB(index % image.getWidth(), index / image.getWidth(), colour.getRGB());
    }

    BufferedImage image() {
        return image;
    }

    @Override
    public void draw(Graphics2D graphics, Rectangle2D area) {
        double factor =
                Math.min(area.getWidth() / image.getWidth(), (area.getHeight() - NAME_HEIGHT) / image.getHeight());
        int left = (int) area.getX();
        int top = (int) area.getY() + NAME_HEIGHT;
        int width = (int) Math.round(image.getWidth() * factor);
        int height = (int) Math.round(image.getHeight() * factor);
        graphics.setFont(ChartTheme.SMALL);
        graphics.setPaint(ChartTheme.FAINT_INK);
        graphics.drawString(name, left, top - 6);
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        graphics.drawImage(image, left, top, width, height, null);
        graphics.setStroke(new BasicStroke(1));
        graphics.setPaint(ChartTheme.GHOST_INK);
        graphics.draw(new Rectangle2D.Double(left, top, width, height));
    }
}
