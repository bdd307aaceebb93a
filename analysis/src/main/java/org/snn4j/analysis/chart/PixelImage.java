package org.snn4j.analysis.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.annotations.XYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.event.AnnotationChangeListener;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/**
 * A mosaic that fills a plot's data area. Each of its pixels becomes a square of the same whole number of pixels of the
 * device, wherever the area lies and however the picture is scaled; where not even one fits, the mosaic is smoothed.
 */
final class PixelImage implements XYAnnotation {
    private static final Color LABEL = new Color(0x0b2f6b);
    private static final double LABEL_SHARE = 0.3;

    private final BufferedImage image;
    private final Mosaic mosaic;
    private final List<String> labels;

    /**
     * @param image not copied; must not change any more
     * @param labels one for each place of the mosaic, or none at all
     */
    PixelImage(BufferedImage image, Mosaic mosaic, List<String> labels) {
        this.image = image;
        this.mosaic = mosaic;
        this.labels = List.copyOf(labels);
    }

    BufferedImage image() {
        return image;
    }

    List<String> labels() {
        return labels;
    }

    @Override
    public void draw(
            Graphics2D graphics,
            XYPlot plot,
            Rectangle2D dataArea,
            ValueAxis domainAxis,
            ValueAxis rangeAxis,
            int rendererIndex,
            PlotRenderingInfo info) {
        AffineTransform user = graphics.getTransform();
        Rectangle2D area = user.createTransformedShape(dataArea).getBounds2D();
        Graphics2D device = (Graphics2D) graphics.create();
        try {
            device.setTransform(new AffineTransform());
            drawIn(area, device);
        } finally {
            device.dispose();
        }
    }

    private void drawIn(Rectangle2D area, Graphics2D device) {
        double fit = Math.min(area.getWidth() / image.getWidth(), area.getHeight() / image.getHeight());
        double factor = fit < 1 ? fit : Math.floor(fit);
        int width = (int) Math.round(image.getWidth() * factor);
        int height = (int) Math.round(image.getHeight() * factor);
        Point corner = new Point((int) Math.round(area.getX()), (int) Math.round(area.getY()));
        device.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                fit < 1
                        ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
                        : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        device.drawImage(image, corner.x, corner.y, width, height, null);
        drawLabels(corner, factor, device);
    }

    private void drawLabels(Point corner, double factor, Graphics2D device) {
        float size = (float) (LABEL_SHARE * Math.min(mosaic.imageHeight(), mosaic.imageWidth()) * factor);
        Font font = ChartTheme.TEXT.deriveFont(Font.BOLD, size);
        device.setFont(font);
        device.setPaint(LABEL);
        double height = font.createGlyphVector(device.getFontRenderContext(), "0")
                .getVisualBounds()
                .getHeight();
        for (int place = 0; place < labels.size(); place++) {
            device.drawString(labels.get(place), (float) (corner.x + (mosaic.left(place) + 1) * factor), (float)
                    (corner.y + (mosaic.top(place) + 1) * factor + height));
        }
    }

    /** Does nothing: what is drawn never changes. */
    @Override
    public void addChangeListener(AnnotationChangeListener listener) {}

    /** Does nothing: what is drawn never changes. */
    @Override
    public void removeChangeListener(AnnotationChangeListener listener) {}
}
