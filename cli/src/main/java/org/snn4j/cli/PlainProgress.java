package org.snn4j.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.snn4j.training.Pace;
import org.snn4j.training.Phase;
import org.snn4j.training.Progress;

/** A line every few seconds and at the end of each phase, for logs. */
final class PlainProgress implements ProgressDisplay {
    private static final double SHORTEST_INTERVAL = 5;
    private static final double LONGEST_INTERVAL = 60;
    /** Of the time that a phase has taken: what takes long needs no line every few seconds. */
    private static final double INTERVAL_SHARE = 0.05;

    private final PrintWriter messages;
    private long shown = System.nanoTime();
    private final Pace pace = new Pace(shown);
    private Phase phase;
    private long began = shown;

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
        double seconds = (now - began) / 1e9;
        double interval = Math.min(LONGEST_INTERVAL, Math.max(SHORTEST_INTERVAL, INTERVAL_SHARE * seconds));
        if (now - shown >= 1e9 * interval || progress.done() == progress.total()) {
            shown = now;
            pace.note(progress, now);
            messages.println(line(progress, pace));
        }
    }

    @Override
    public void goOnAfter(double seconds) {
        pace.goOnAfter(seconds);
    }

    static String line(Progress progress, Pace pace) {
        return String.format(
                Locale.ROOT,
                "%s: %,d of %,d, %s",
                ProgressText.phase(progress.phase()),
                progress.done(),
                progress.total(),
                ProgressText.all(progress, pace));
    }
}
