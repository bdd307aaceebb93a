package org.snn4j.cli;

import java.util.Locale;
import org.snn4j.evaluation.Vote;
import org.snn4j.training.Phase;
import org.snn4j.training.Progress;

/** Progress in words. */
final class ProgressText {
    private ProgressText() {}

    static String phase(Phase phase) {
        return switch (phase) {
            case TRAIN -> "train";
            case ASSIGN -> "assign labels";
            case TEST -> "test";
            case PREDICT -> "predict";
            case TEACH -> "teach labels";
        };
    }

    /** How fast it goes, how long it will take, and in training how well it goes. */
    static String pace(Progress progress, double seconds) {
        double perSecond = progress.done() / Math.max(seconds, 1e-3);
        String time = progress.done() == progress.total()
                ? "took " + duration(seconds)
                : duration((progress.total() - progress.done()) / perSecond) + " left";
        String pace = perSecond < 10 ? "%.1f images/s, %s%s" : "%,.0f images/s, %s%s";
        return String.format(Locale.ROOT, pace, perSecond, time, learning(progress));
    }

    /** Neurons are known to be silent, and accuracy is known, when blocks of samples are over. */
    private static String learning(Progress progress) {
        if (progress.phase() != Phase.TRAIN) {
            return "";
        }
        return progress.lastBlock()
                .map(block -> String.format(
                        Locale.ROOT,
                        ", accuracy %.1f %%, %d silent",
                        100 * block.accuracy(Vote.CONFIDENCE_WEIGHTING).value(),
                        progress.silentNeurons()))
                .orElse(", accuracy not yet known");
    }

    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}
