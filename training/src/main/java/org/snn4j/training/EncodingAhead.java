package org.snn4j.training;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;
import org.snn4j.network.spikes.SpikeTrain;

/**
 * The spike trains of samples in order, made by another thread while the ones before are simulated. Since a train depends
 * on nothing but its sample, they are the same with and without that thread.
 */
final class EncodingAhead implements AutoCloseable {
    /** Samples that are handed over at once, so that handing over costs little. */
    private static final int CHUNK = 32;
    /** Chunks in the making or waiting. */
    private static final int AHEAD = 3;

    private final LongFunction<SpikeTrain> encode;
    private final long total;
    private final ExecutorService thread;
    private final Executor executor;
    private final Deque<CompletableFuture<SpikeTrain[]>> chunks = new ArrayDeque<>();
    private long submitted;
    private SpikeTrain[] current = {};
    private int used;

    /**
     * @param encode the spikes of a sample; called from another thread
     * @param first the sample to begin with
     * @param total how many samples there are, with those before the first
     * @param threads how many threads may work in all; with one, encoding waits its turn
     */
    EncodingAhead(LongFunction<SpikeTrain> encode, long first, long total, int threads) {
        this.encode = encode;
        this.submitted = first;
        this.total = total;
        this.thread = Executors.newSingleThreadExecutor();
        this.executor = threads > 1 ? thread : Runnable::run;
        for (int chunk = 0; chunk < (threads > 1 ? AHEAD : 1); chunk++) {
            submit();
        }
    }

    /** The next sample's spikes; called once for each sample. */
    SpikeTrain next() {
        if (used == current.length) {
            try {
                current = chunks.remove().join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
            used = 0;
            submit();
        }
        return current[used++];
    }

    private void submit() {
        long first = submitted;
        int count = (int) Math.min(CHUNK, total - first);
        submitted += count;
        if (count > 0) {
            chunks.add(CompletableFuture.supplyAsync(() -> chunk(first, count), executor));
        }
    }

    private SpikeTrain[] chunk(long first, int count) {
        SpikeTrain[] trains = new SpikeTrain[count];
        for (int i = 0; i < count; i++) {
            trains[i] = encode.apply(first + i);
        }
        return trains;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
