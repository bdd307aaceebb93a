package org.snn4j.network.event;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import org.snn4j.network.spikes.SpikeTrain;

/**
 * The input currents of the next run, worked out on another thread while this one goes on. It reads weights that this run
 * changes: the targets whose weights it changes are noted, and worked out anew when the next run begins. So the result does not
 * depend on how the threads take turns.
 */
final class CurrentsAhead implements AutoCloseable {
    private static final ThreadFactory DAEMONS = task -> {
        Thread thread = new Thread(task, "snn4j currents ahead");
        thread.setDaemon(true);
        return thread;
    };

    private final ExecutorService thread = Executors.newSingleThreadExecutor(DAEMONS);
    private final ColumnSet changed;
    private InputCurrents currents;
    /** What is being worked out; none if nothing is. */
    private SpikeTrain train;

    private Future<?> done;

    CurrentsAhead(InputCurrents currents, int targets) {
        this.currents = currents;
        this.changed = new ColumnSet(targets);
    }

    /** Begins to work a train out. */
    void start(SpikeTrain next) {
        InputCurrents mine = currents;
        changed.clear();
        train = next;
        done = thread.submit(() -> mine.compute(next));
    }

    /** The weights to a target have changed. */
    void changed(int target) {
        changed.add(target);
    }

    /** All weights have changed. */
    void discard() {
        finish();
        train = null;
    }

    /** Whether this very train was worked out, or is about to be. */
    boolean isFor(SpikeTrain other) {
        return train != null && train == other;
    }

    /** The currents, right for the weights as they are, in exchange for others to be used for the next train. */
    InputCurrents exchange(InputCurrents used) {
        finish();
        train = null;
        InputCurrents mine = currents;
        mine.recompute(changed);
        currents = used;
        return mine;
    }

    private void finish() {
        try {
            if (done != null) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for input currents", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("input currents could not be worked out", e.getCause());
        } finally {
            done = null;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
