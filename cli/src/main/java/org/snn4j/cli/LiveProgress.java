package org.snn4j.cli;

import java.io.PrintStream;
import java.util.Locale;
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
    /** These two are read by the thread that draws. */
    private volatile Progress latest;

    private volatile long began = System.nanoTime();

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
        if (entersPhase) {
            bar = new ProgressBarBuilder()
                    .setInitialMax(progress.total())
                    .setUpdateIntervalMillis(INTERVAL_MILLIS)
                    .setRenderer((state, width) -> line(latest, (System.nanoTime() - began) / 1e9, width))
                    .setConsumer(new ClosingOnce(terminal))
                    .build();
        }
        bar.stepTo(progress.done());
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
            began = System.nanoTime();
        }
    }

    /** Exactly as wide as it may be, so that it covers the line before; longer only if the words alone are. */
    static String line(Progress progress, double seconds, int width) {
        double share = (double) progress.done() / progress.total();
        String head = String.format(Locale.ROOT, "%s %3.0f %%", ProgressText.phase(progress.phase()), 100 * share);
        String tail = ProgressText.pace(progress, seconds);
        int length = width - head.length() - tail.length() - " [] ".length();
        if (length < SHORTEST_BAR) {
            String words = head + ", " + tail;
            return words + " ".repeat(Math.max(0, width - words.length()));
        }
        int filled = (int) (share * length);
        return head + " [" + "=".repeat(filled) + " ".repeat(length - filled) + "] " + tail;
    }

    /** The bar's timer may be drawing when the bar is closed; then the last line would appear twice. */
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
