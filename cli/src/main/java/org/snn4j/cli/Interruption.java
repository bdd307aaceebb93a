package org.snn4j.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Supplier;
import org.snn4j.training.Checkpoint;
import org.snn4j.training.Phase;
import org.snn4j.training.Progress;

/**
 * What Ctrl-C, or another signal that ends the program, does to a run: learning stops after a checkpoint, for which the end of
 * the program waits; a line says how to go on. Listens after what writes the checkpoints.
 */
final class Interruption implements Progress.Listener, AutoCloseable {
    private static final long POLL_MILLIS = 10;

    private final PrintWriter messages;
    private final String wayOn;
    private final Thread hook = new Thread(this::interrupted, "snn4j interruption");
    private volatile boolean requested;
    /** Whether samples are still to be learned from; then a checkpoint can be written at any time. */
    private volatile boolean learning;

    private volatile Progress latest;
    private volatile boolean over;

    /** @param wayOn says how to go on */
    Interruption(PrintWriter messages, String wayOn) {
        this.messages = messages;
        this.wayOn = wayOn;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean isRequested() {
        return requested;
    }

    @Override
    public void onProgress(Progress progress) {
        latest = progress;
        learning = progress.phase() == Phase.TRAIN;
    }

    @Override
    public void onCheckpoint(Progress progress, Supplier<Checkpoint> checkpoint) {
        learning = progress.done() < progress.total();
    }

    private void interrupted() {
        requested = true;
        try {
            while (learning && !over) {
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (ProgressDisplay.TERMINAL) {
            messages.println();
        }
        messages.println("snn4j: stopped" + (latest == null ? "" : ", " + place(latest)) + "; " + wayOn);
        messages.flush();
    }

    private static String place(Progress progress) {
        return String.format(
                Locale.ROOT, "%s %,d of %,d", ProgressText.phase(progress.phase()), progress.done(), progress.total());
    }

    /** The run is over, or has stopped. */
    @Override
    public void close() {
        over = true;
        if (!requested) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The program is ending, and the hook at work.
            }
        }
    }
}
