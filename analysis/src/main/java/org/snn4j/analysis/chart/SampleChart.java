package org.snn4j.analysis.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Objects;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.Drawable;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.spikes.SpikeTrain;

/**
 * One sample beside its spikes: the image that was shown, if it is known, how often each input fired, as an image too, and
 * to the right the raster of the input and of whatever layers follow.
 *
 * @param image [height, width], 1 for white
 * @param raster its first panel is the input layer
 */
public record SampleChart(Optional<FloatArray> image, RasterChart raster) {
    private static final int WIDTH = 840;
    private static final int HEIGHT = 440;

    public SampleChart {
        Objects.requireNonNull(image, "sample.image is missing; Optional.empty() means none");
        Objects.requireNonNull(raster, "sample.raster is missing");
        image.ifPresent(pixels -> requireImage(pixels, raster.panels().get(0).spikes()));
    }

    private static void requireImage(FloatArray pixels, SpikeTrain input) {
        if (pixels.shape().rank() != 2 || pixels.shape().size() != input.shape().size()) {
            throw new IllegalArgumentException("an image of shape " + pixels.shape() + " beside an input of shape "
                    + input.shape() + "; [height, width] with a pixel for each input would be right");
        }
    }

    public Picture picture(String title) {
        return new Picture(title, drawing(title), WIDTH, HEIGHT);
    }

    /** Draws itself into any area. */
    public Drawable drawing(String title) {
        return new SampleDrawing(title, image.map(SampleChart::grey), counts(), untitled());
    }

    private JFreeChart untitled() {
        JFreeChart chart = raster.chart("");
        chart.setTitle((TextTitle) null);
        return chart;
    }

    private static PixelPanel grey(FloatArray pixels) {
        int height = pixels.shape().length(0);
        int width = pixels.shape().length(1);
        PixelPanel panel = new PixelPanel("image", width, height);
        for (int i = 0; i < width * height; i++) {
            float value = Math.min(Math.max(pixels.get(i), 0), 1);
            panel.set(i, new Color(value, value, value));
        }
        return panel;
    }

    /** How often each input fired, from white for never to dark red for the most. */
    PixelPanel counts() {
        SpikeTrain input = raster.panels().get(0).spikes();
        int[] counts = new int[input.shape().size()];
        int most = 0;
        for (int neuron : input.order()) {
            most = Math.max(most, ++counts[neuron]);
        }
        Shape shape = shape(input);
        PixelPanel panel = new PixelPanel("spikes, 0 to " + most, shape.length(1), shape.length(0));
        ColourScale scale = ColourScale.between(0, Math.max(1, most));
        for (int i = 0; i < counts.length; i++) {
            panel.set(i, scale.colour(counts[i]));
        }
        return panel;
    }

    /** [height, width]: the image's, or the last two dimensions of the layer, or else as square as the inputs allow. */
    private Shape shape(SpikeTrain input) {
        if (image.isPresent()) {
            return image.get().shape();
        }
        Shape layer = input.shape();
        if (layer.rank() >= 2) {
            int width = layer.length(layer.rank() - 1);
            return Shape.of(layer.size() / width, width);
        }
        int height = (int) Math.sqrt(layer.size());
        while (layer.size() % height != 0) {
            height--;
        }
        return Shape.of(height, layer.size() / height);
    }

    /** The title above, the images in a column at the left, the raster beside them. */
    private record SampleDrawing(String title, Optional<PixelPanel> image, PixelPanel counts, Drawable raster)
            implements Drawable {
        private static final int MARGIN = 12;
        private static final int TITLE_HEIGHT = 34;
        private static final double COLUMN_SHARE = 0.22;
        private static final int BETWEEN = 14;

        @Override
        public void draw(Graphics2D graphics, Rectangle2D area) {
            graphics.setPaint(ChartTheme.PAPER);
            graphics.fill(area);
            graphics.setFont(ChartTheme.TITLE);
            graphics.setPaint(ChartTheme.INK);
            graphics.drawString(title, (float) area.getX() + MARGIN, (float) area.getY() + TITLE_HEIGHT - 6);
            double top = area.getY() + TITLE_HEIGHT + 8;
            double left = area.getX() + MARGIN;
            double column = COLUMN_SHARE * area.getWidth();
            double height = (area.getMaxY() - top - MARGIN - BETWEEN) / 2;
            double below = top;
            if (image.isPresent()) {
                image.get().draw(graphics, new Rectangle2D.Double(left, top, column, height));
                below = top + height + BETWEEN;
            }
            counts.draw(graphics, new Rectangle2D.Double(left, below, column, height));
            double right = left + column + BETWEEN;
            raster.draw(
                    graphics, new Rectangle2D.Double(right, top - 8, area.getMaxX() - right, area.getMaxY() - top + 8));
        }
    }
}
