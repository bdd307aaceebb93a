package org.snn4j.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.snn4j.training.Pace;
import org.snn4j.training.Progress;

/** One line on a terminal for each phase, drawn again and again over itself. */
final class LiveProgress implements ProgressDisplay {
    private static final int INTERVAL_MILLIS = 200;
    /** A shorter bar says nothing. */
    private static final int SHORTEST_BAR = 8;

    private final PrintStream terminal;
    private final Pace pace = new Pace(System.nanoTime());
    private ProgressBar bar;
    private ClosingOnce line;
    /** Read by the thread that draws. */
    private volatile Progress latest;

    LiveProgress(PrintStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public void onProgress(Progress progress) {
        boolean entersPhase = latest == null || progress.phase() != latest.phase();
        if (entersPhase) {
            close();
        }
        latest = progress;
        if (entersPhase || progress.done() == progress.total()) {
            note(progress);
        }
        if (entersPhase) {
            line = new ClosingOnce(terminal);
            bar = bar(progress.total());
        }
        bar.stepTo(progress.done());
    }

    private ProgressBar bar(long total) {
        return new ProgressBarBuilder()
                .setInitialMax(total)
                .setUpdateIntervalMillis(INTERVAL_MILLIS)
                .setRenderer((state, width) -> latestLine(width))
                .setConsumer(line)
                .build();
    }

    private synchronized void note(Progress progress) {
        pace.note(progress, System.nanoTime());
    }

    private synchronized String latestLine(int width) {
        Progress progress = latest;
        note(progress);
        return line(progress, pace, width);
    }

    @Override
    public void goOnAfter(double seconds) {
        pace.goOnAfter(seconds);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            line.close();
            bar = null;
        }
    }

    /**
     * Exactly as wide as it may be, so that it covers the line before, and no wider, so that it stays one line: where there is
     * little room it says less.
     */
    static String line(Progress progress, Pace pace, int width) {
        String head = String.format(
                "%s %3d %%", ProgressText.phase(progress.phase()), 100 * progress.done() / progress.total());
        for (String tail : ProgressText.everShorter(progress, pace)) {
            int length = width - head.length() - tail.length() - " [] ".length();
            if (length >= SHORTEST_BAR) {
                int filled = (int) (length * progress.done() / progress.total());
                return head + " [" + "=".repeat(filled) + " ".repeat(length - filled) + "] " + tail;
            }
        }
        return head.length() <= width ? head + " ".repeat(width - head.length()) : head.substring(0, width);
    }

    /**
     * The bar ends the line twice if its timer is just drawing when the bar is closed, and not at all if it has not drawn
     * yet.
     */
    private static final class ClosingOnce extends ConsoleProgressBarConsumer {
        private boolean closed;

        ClosingOnce(PrintStream terminal) {
            super(terminal);
        }

        @Override
        public synchronized void accept(String line) {
            if (!closed) {
                super.accept(line);
            }
        }

        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                super.close();
            }
        }
    }
}
