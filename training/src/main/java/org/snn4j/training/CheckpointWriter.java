package org.snn4j.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Writes checkpoints while a network learns: as often as a schedule says, when learning is over, and when it is asked to
 * stop, which it then does. Checkpoints by the clock take a hundredth of the time at most, however large the network is.
 */
public final class CheckpointWriter implements Progress.Listener {
    private static final long LEAST_TIMES_COST = 100;

    private final Checkpoints checkpoints;
    private final CheckpointSchedule schedule;
    private final TrainingClock clock;
    private final BooleanSupplier stop;
    private long nextByClock;

    /** @param stop asked after each sample whether to stop; may be answered by another thread */
    public CheckpointWriter(
            Checkpoints checkpoints, CheckpointSchedule schedule, TrainingClock clock, BooleanSupplier stop) {
        this.checkpoints = checkpoints;
        this.schedule = schedule;
        this.clock = clock;
        this.stop = stop;
        this.nextByClock = clock.now() + schedule.time().toNanos();
    }

    @Override
    public void onProgress(Progress progress) {}

    /**
     * Writes, if it is time.
     *
     * @throws UncheckedIOException if the checkpoint cannot be written; those before are as they were
     * @throws TrainingStopped if it was asked to stop
     */
    @Override
    public void onCheckpoint(Progress progress, Supplier<Checkpoint> checkpoint) {
        boolean stops = stop.getAsBoolean();
        if (stops || isDue(progress)) {
            write(checkpoint);
        }
        if (stops) {
            throw new TrainingStopped(progress);
        }
    }

    private boolean isDue(Progress progress) {
        boolean byNumber = schedule.samples().isPresent()
                && progress.done() % schedule.samples().getAsLong() == 0;
        return byNumber || progress.done() == progress.total() || clock.now() - nextByClock >= 0;
    }

    private void write(Supplier<Checkpoint> checkpoint) {
        long began = clock.now();
        try {
            checkpoints.write(checkpoint.get().after(clock.seconds()));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot write a checkpoint into " + checkpoints.folder() + ": " + e.getMessage(), e);
        }
        long ended = clock.now();
        nextByClock = ended + Math.max(schedule.time().toNanos(), LEAST_TIMES_COST * (ended - began));
    }
}
