package org.snn4j.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.evaluation.OnlinePoint;

/**
 * Shows samples to a frozen network on several threads. Samples do not depend on each other, so the threads take them
 * as they come; what is gathered must not depend on the order.
 */
final class FrozenPass {
    private static final int CHUNK = 50;

    private final LabelledImages images;
    private final Phase phase;
    private final Progress.Listener listener;
    private final Supplier<Optional<OnlinePoint>> accuracy;
    private final AtomicInteger next = new AtomicInteger();
    private int done;

    FrozenPass(LabelledImages images, Phase phase, Progress.Listener listener) {
        this(images, phase, listener, Optional::empty);
    }

    /** @param accuracy of what the gatherers have gathered so far; asked by several threads in turn */
    FrozenPass(
            LabelledImages images, Phase phase, Progress.Listener listener, Supplier<Optional<OnlinePoint>> accuracy) {
        this.images = images;
        this.phase = phase;
        this.listener = listener;
        this.accuracy = accuracy;
    }

    /** Something that takes in the spikes of samples. */
    @FunctionalInterface
    interface Gatherer {
        /** @param sample its number, from 0 */
        void add(int sample, int[] counts, int label);
    }

    /**
     * Shows every sample once.
     *
     * @param network makes each thread a network of its own
     * @param gatherer makes each thread a gatherer of its own
     * @return the gatherers
     * @throws IllegalArgumentException if there is no thread
     */
    <G extends Gatherer> List<G> run(int threads, Supplier<FrozenNetwork> network, Supplier<G> gatherer) {
        if (threads < 1) {
            throw new IllegalArgumentException("a frozen pass on " + threads + " threads; it needs at least 1");
        }
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<G>> workers = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                G mine = gatherer.get();
                workers.add(executor.submit(() -> work(network, mine), mine));
            }
            List<G> gathered = new ArrayList<>();
            for (Future<G> worker : workers) {
                gathered.add(worker.get());
            }
            return gathered;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a frozen pass", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a frozen pass failed", e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }

    private void work(Supplier<FrozenNetwork> network, Gatherer gatherer) {
        try (FrozenNetwork frozen = network.get()) {
            for (int start = next.getAndAdd(CHUNK);
                    start < images.size() && !Thread.currentThread().isInterrupted();
                    start = next.getAndAdd(CHUNK)) {
                int end = Math.min(start + CHUNK, images.size());
                for (int sample = start; sample < end; sample++) {
                    gatherer.add(sample, frozen.counts(images.intensities(sample), sample), images.label(sample));
                }
                report(end - start);
            }
        }
    }

    /** Counts under the same lock, so that the listener never hears of fewer samples after more. */
    private synchronized void report(int samples) {
        done += samples;
        listener.onProgress(new Progress(phase, done, images.size(), 0, accuracy.get()));
    }
}
