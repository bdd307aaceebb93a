package org.snn4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snn4j.evaluation.Vote;
import org.snn4j.training.Pace;
import org.snn4j.training.Phase;
import org.snn4j.training.Progress;

/** Progress in words. */
final class ProgressText {
    /** Sooner a pace says little: a Java program begins slowly. */
    private static final double SHORTEST_TO_JUDGE = 2;

    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

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

    /** How fast it goes, how long it will take or has taken, how well it goes, and how many neurons are silent, as far as it is known. */
    static String all(Progress progress, Pace pace) {
        List<String> parts = new ArrayList<>();
        if (isKnown(pace)) {
            parts.add(speed(pace));
            parts.add(time(pace));
        }
        accuracy(progress, parts);
        if (progress.phase() == Phase.TRAIN && progress.lastBlock().isPresent()) {
            parts.add(progress.silentNeurons() + " silent");
        }
        return String.join(", ", parts);
    }

    /** The same in ever fewer words, down to none: what is missed least goes first. */
    static List<String> everShorter(Progress progress, Pace pace) {
        List<String> withTime = new ArrayList<>();
        List<String> withSpeed = new ArrayList<>();
        if (isKnown(pace)) {
            withSpeed.add(speed(pace));
            withSpeed.add(time(pace));
            withTime.add(time(pace));
        }
        String timeAlone = String.join(", ", withTime);
        accuracy(progress, withSpeed);
        accuracy(progress, withTime);
        return List.of(all(progress, pace), String.join(", ", withSpeed), String.join(", ", withTime), timeAlone, "");
    }

    private static boolean isKnown(Pace pace) {
        return pace.isOver() || pace.taken() >= SHORTEST_TO_JUDGE;
    }

    private static String speed(Pace pace) {
        double perSecond = pace.perSecond();
        return String.format(Locale.ROOT, perSecond < 10 ? "%.1f images/s" : "%,.0f images/s", perSecond);
    }

    private static String time(Pace pace) {
        return pace.isOver() ? "took " + duration(Math.round(pace.taken())) : duration(steady(pace.left())) + " left";
    }

    /** In training accuracy is known when blocks of samples are over, in a test from the beginning. */
    private static void accuracy(Progress progress, List<String> parts) {
        progress.lastBlock()
                .map(block -> block.accuracy(Vote.CONFIDENCE_WEIGHTING).value())
                .map(value -> String.format(Locale.ROOT, "accuracy %.1f %%", 100 * value))
                .or(() -> Optional.of("accuracy not yet known").filter(text -> progress.phase() == Phase.TRAIN))
                .ifPresent(parts::add);
    }

    /** Whole seconds, in steps that grow with what is left, so that the figure counts down instead of trembling. */
    private static long steady(double seconds) {
        long step = seconds < MINUTE ? 1 : seconds < 10 * MINUTE ? 5 : seconds < HOUR ? 30 : MINUTE;
        return step * Math.round(seconds / step);
    }

    private static String duration(long seconds) {
        return seconds < HOUR
                ? String.format(Locale.ROOT, "%d:%02d", seconds / MINUTE, seconds % MINUTE)
                : String.format(
                        Locale.ROOT, "%d:%02d:%02d", seconds / HOUR, seconds / MINUTE % MINUTE, seconds % MINUTE);
    }
}
