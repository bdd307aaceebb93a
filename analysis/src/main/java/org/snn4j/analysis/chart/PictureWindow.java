package org.snn4j.analysis.chart;

import java.awt.AWTError;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.concurrent.CountDownLatch;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

/** A window with one picture, drawn anew in whatever size the window gets. */
final class PictureWindow {
    private static final String NO_DISPLAY =
            "there is no display to show a window on; to save the picture as a PNG needs none";

    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile JFrame frame;

    private PictureWindow() {}

    static PictureWindow open(Picture picture) {
        requireDisplay();
        PictureWindow window = new PictureWindow();
        SwingUtilities.invokeLater(() -> window.buildOrClose(picture));
        return window;
    }

    /** Nobody waits for a window that could not be built. */
    private void buildOrClose(Picture picture) {
        try {
            build(picture);
        } catch (RuntimeException | Error e) {
            closed.countDown();
            throw e;
        }
    }

    /** That a display is not there, or Java has no windows to put on it, is sure only when it is used. */
    private static void requireDisplay() {
        try {
            if (!Picture.canBeShown()) {
                throw new IllegalStateException(NO_DISPLAY);
            }
            GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
        } catch (AWTError | HeadlessException | LinkageError e) {
            throw new IllegalStateException(NO_DISPLAY + " (" + e.getMessage() + ")", e);
        }
    }

    void awaitClosed() throws InterruptedException {
        try {
            closed.await();
        } catch (InterruptedException e) {
            SwingUtilities.invokeLater(this::dispose);
            throw e;
        }
    }

    private void dispose() {
        if (frame != null) {
            frame.dispose();
        }
    }

    private void build(Picture picture) {
        JFrame window = new JFrame(picture.title());
        window.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        window.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent event) {
                closed.countDown();
            }
        });
        window.add(new Canvas(picture));
        window.pack();
        window.setLocationByPlatform(true);
        window.setVisible(true);
        frame = window;
    }

    private static final class Canvas extends JPanel {
        private static final long serialVersionUID = 1;

        private final transient Picture picture;

        Canvas(Picture picture) {
            this.picture = picture;
            Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
            setBackground(ChartTheme.PAPER);
            setPreferredSize(
                    new Dimension(Math.min(picture.width(), screen.width), Math.min(picture.height(), screen.height)));
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            super.paintComponent(graphics);
            Charts.smooth((Graphics2D) graphics);
            picture.drawing().draw((Graphics2D) graphics, new Rectangle(getWidth(), getHeight()));
        }
    }
}
