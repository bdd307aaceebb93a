package org.snn4j.cli;

import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.snn4j.evaluation.Vote;
import org.snn4j.training.Phase;
import org.snn4j.training.Progress;

/**
 * Shows on standard error how far a phase has come: one live line on a terminal, otherwise a plain line now and then.
 */
abstract sealed class ProgressLine implements Progress.Listener, AutoCloseable {
    /** The launcher says so when standard error is a terminal, which Java cannot find out. */
    private static final boolean TERMINAL = Boolean.getBoolean("snn4j.terminal");

    /** What to do with progress. */
    enum Mode {
        SHOW,
        QUIET
    }

    static ProgressLine of(Mode mode, PrintWriter messages) {
        if (mode == Mode.QUIET) {
            return new Silent();
        }
        return TERMINAL ? new Live() : new Plain(messages);
    }

    @Override
    public abstract void close();

    private static String verb(Phase phase) {
        return switch (phase) {
            case TRAIN -> "train";
            case ASSIGN -> "assign labels";
            case TEST -> "test";
            case PREDICT -> "predict";
        };
    }

    private static String remark(Progress progress) {
        if (progress.phase() != Phase.TRAIN) {
            return "";
        }
        String accuracy = progress.lastBlock()
                .map(block -> String.format(
                        Locale.ROOT,
                        "accuracy %.1f %%",
                        100 * block.accuracy(Vote.CONFIDENCE_WEIGHTING).value()))
                .orElse("accuracy not yet known");
        return accuracy + ", " + progress.silentNeurons() + " silent";
    }

    private static final class Silent extends ProgressLine {
        @Override
        public void onProgress(Progress progress) {
            // Nothing is to be shown.
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }

    private static final class Live extends ProgressLine {
        private Phase phase;
        private ProgressBar bar;

        @Override
        public void onProgress(Progress progress) {
            if (progress.phase() != phase) {
                close();
                phase = progress.phase();
                bar = new ProgressBarBuilder()
                        .setTaskName(verb(phase))
                        .setInitialMax(progress.total())
                        .setUpdateIntervalMillis(200)
                        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                        .setUnit(" images", 1)
                        .showSpeed()
                        .setConsumer(new ConsoleProgressBarConsumer(System.err))
                        .build();
            }
            bar.stepTo(progress.done());
            bar.setExtraMessage(remark(progress));
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
                bar = null;
            }
        }
    }

    private static final class Plain extends ProgressLine {
        private static final long INTERVAL_NANOS = 5_000_000_000L;

        private final PrintWriter messages;
        private Phase phase;
        private long began;
        private long shown;

        Plain(PrintWriter messages) {
            this.messages = messages;
        }

        @Override
        public void onProgress(Progress progress) {
            long now = System.nanoTime();
            if (progress.phase() != phase) {
                phase = progress.phase();
                began = now;
                shown = now;
            }
            if (now - shown >= INTERVAL_NANOS || progress.done() == progress.total()) {
                shown = now;
                messages.println(line(progress, (now - began) / 1e9));
            }
        }

        private static String line(Progress progress, double seconds) {
            double perSecond = progress.done() / Math.max(seconds, 1e-3);
            String remark = remark(progress);
            return String.format(
                    Locale.ROOT,
                    "%s: %,d of %,d images, %,.0f per second, %.0f s left%s",
                    verb(progress.phase()),
                    progress.done(),
                    progress.total(),
                    perSecond,
                    (progress.total() - progress.done()) / perSecond,
                    remark.isEmpty() ? "" : ", " + remark);
        }

        @Override
        public void close() {
            // Each line was whole when it was written.
        }
    }
}
