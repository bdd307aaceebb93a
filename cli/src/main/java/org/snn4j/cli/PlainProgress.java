package org.snn4j.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.snn4j.training.Phase;
import org.snn4j.training.Progress;

/** A line every few seconds and at the end of each phase, for logs. */
final class PlainProgress implements ProgressDisplay {
    private static final long INTERVAL_NANOS = 5_000_000_000L;

    private final PrintWriter messages;
    private Phase phase;
    private long began = System.nanoTime();
    private long shown = began;

    PlainProgress(PrintWriter messages) {
        this.messages = messages;
    }

    @Override
    public void onProgress(Progress progress) {
        if (progress.phase() != phase) {
            phase = progress.phase();
            began = shown;
        }
        long now = System.nanoTime();
        if (now - shown >= INTERVAL_NANOS || progress.done() == progress.total()) {
            shown = now;
            messages.println(line(progress, (now - began) / 1e9));
        }
    }

    static String line(Progress progress, double seconds) {
        return String.format(
                Locale.ROOT,
                "%s: %,d of %,d, %s",
                ProgressText.phase(progress.phase()),
                progress.done(),
                progress.total(),
                ProgressText.pace(progress, seconds));
    }
}
