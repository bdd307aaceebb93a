package org.snn4j.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.snn4j.training.Progress;

/** One line on a terminal for each phase, drawn again and again over itself. */
final class LiveProgress implements ProgressDisplay {
    private static final int INTERVAL_MILLIS = 200;
    /** A shorter bar says nothing. */
    private static final int SHORTEST_BAR = 3;

    private final PrintStream terminal;
    private ProgressBar bar;
    private ClosingOnce line;
    /** These are read by the thread that draws. */
    private volatile Progress latest;

    private volatile long began = System.nanoTime();
    private volatile long ended;

    LiveProgress(PrintStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public void onProgress(Progress progress) {
        boolean entersPhase = latest == null || progress.phase() != latest.phase();
        if (entersPhase) {
            close();
        }
        if (progress.done() == progress.total()) {
            ended = System.nanoTime();
        }
        latest = progress;
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
                .setRenderer((state, width) -> line(latest, seconds(), width))
                .setConsumer(line)
                .build();
    }

    private double seconds() {
        long now = latest.done() == latest.total() ? ended : System.nanoTime();
        return (now - began) / 1e9;
    }

    @Override
    public void goOnAfter(double seconds) {
        began -= (long) (1e9 * seconds);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            line.close();
            bar = null;
            began = System.nanoTime();
        }
    }

    /** Exactly as wide as it may be, so that it covers the line before; longer only if the words alone are. */
    static String line(Progress progress, double seconds, int width) {
        String head = String.format(
                "%s %3d %%", ProgressText.phase(progress.phase()), 100 * progress.done() / progress.total());
        String tail = ProgressText.pace(progress, seconds);
        int length = width - head.length() - tail.length() - " [] ".length();
        if (length < SHORTEST_BAR) {
            String words = head + ", " + tail;
            return words + " ".repeat(Math.max(0, width - words.length()));
        }
        int filled = (int) (length * progress.done() / progress.total());
        return head + " [" + "=".repeat(filled) + " ".repeat(length - filled) + "] " + tail;
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
