package org.snn4j.analysis.chart;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.ui.Drawable;

/**
 * A drawing, and the size that suits it: to be saved as a PNG, which needs no screen, or shown in a window.
 *
 * @param title what a window of it is called
 * @param drawing draws itself into any area; a {@link JFreeChart} is one
 * @param width in CSS pixels, from 1 to 8,192
 * @param height in CSS pixels, from 1 to 8,192
 */
public record Picture(String title, Drawable drawing, int width, int height) {
    public Picture {
        Objects.requireNonNull(title, "picture.title is missing");
        Objects.requireNonNull(drawing, "picture.drawing is missing");
        Charts.requireSide("width", width);
        Charts.requireSide("height", height);
    }

    /** A chart, by its own title. */
    public static Picture of(JFreeChart chart, int width, int height) {
        return new Picture(chart.getTitle().getText(), chart, width, height);
    }

    /** The same in another size. */
    public Picture sized(int otherWidth, int otherHeight) {
        return new Picture(title, drawing, otherWidth, otherHeight);
    }

    /** As a PNG that holds twice as many pixels, across and down, as the picture has CSS pixels. */
    public PngImage png() {
        return PngImage.encode(Charts.draw(drawing, width, height), Charts.DENSITY);
    }

    /** Writes a PNG file, whole or not at all. */
    public void save(Path file) throws IOException {
        png().write(file);
    }

    /**
     * Opens a window, in which the picture follows the window's size. A program goes on to run while one is open.
     *
     * @throws IllegalStateException if there is no display
     */
    public void show() {
        PictureWindow.open(this);
    }

    /**
     * Opens a window and waits until it is closed.
     *
     * @throws IllegalStateException if there is no display
     * @throws InterruptedException if the thread is interrupted, which closes the window
     */
    public void showAndWait() throws InterruptedException {
        PictureWindow.open(this).awaitClosed();
    }

    /** Whether windows can be shown here: there is a display, and Java was not told to do without one. */
    public static boolean canBeShown() {
        return !GraphicsEnvironment.isHeadless();
    }
}
