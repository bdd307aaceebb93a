package org.snn4j.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.snn4j.evaluation.Vote;
import org.snn4j.training.Progress;
import org.snn4j.training.trial.Outcome;
import org.snn4j.training.trial.Trial;
import org.snn4j.training.trial.Trials;

/** Says in a line which training is over, and once a minute how far those have come that take long. */
class TrialsProgress implements Trials.Listener {
    private static final double INTERVAL = 60;

    private final PrintWriter messages;
    private final int total;
    private int over;
    private long shown = System.nanoTime();

    TrialsProgress(PrintWriter messages, int total) {
        this.messages = messages;
        this.total = total;
    }

    @Override
    public synchronized void onProgress(Trial trial, Progress progress) {
        long now = System.nanoTime();
        if (now - shown >= 1e9 * INTERVAL) {
            shown = now;
            messages.printf(
                    Locale.ROOT,
                    "%s: %s, %,d of %,d%n",
                    name(trial),
                    ProgressText.phase(progress.phase()),
                    progress.done(),
                    progress.total());
        }
    }

    @Override
    public synchronized void onOutcome(Trial trial, Outcome outcome, boolean known) {
        over++;
        shown = System.nanoTime();
        messages.printf(
                Locale.ROOT,
                "%d of %d: %s: %s %.2f %%, %s%n",
                over,
                total,
                name(trial),
                Vote.CONFIDENCE_WEIGHTING.title(),
                100 * outcome.accuracy().get(Vote.CONFIDENCE_WEIGHTING),
                known ? "known already" : String.format(Locale.ROOT, "%.1f s", outcome.seconds()));
    }

    private static String name(Trial trial) {
        return settings(trial.settings()) + ", seed " + trial.plan().seed();
    }

    /** Settings in words. */
    static String settings(Map<String, String> settings) {
        return settings.isEmpty()
                ? "as it is"
                : settings.entrySet().stream()
                        .map(setting -> setting.getKey() + " " + setting.getValue())
                        .collect(Collectors.joining(", "));
    }
}
