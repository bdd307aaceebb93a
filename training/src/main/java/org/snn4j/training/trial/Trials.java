package org.snn4j.training.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.snn4j.training.Progress;
import org.snn4j.training.TestResult;
import org.snn4j.training.TrainedModel;
import org.snn4j.training.Trainer;

/**
 * Runs trials, as many side by side as it may; what they come to does not depend on that. Those that the log has are not run
 * again, and each of the others is in it as soon as it ends.
 */
public final class Trials {
    private final TrialLog log;
    private final int sideBySide;
    private final InstantSource clock;
    private final Listener listener;

    /**
     * @param sideBySide how many trials run at once, each on one thread
     * @param clock tells how long they take
     */
    public Trials(TrialLog log, int sideBySide, InstantSource clock, Listener listener) {
        if (sideBySide < 1) {
            throw new IllegalArgumentException(sideBySide + " trials side by side; it must be at least 1");
        }
        this.log = log;
        this.sideBySide = sideBySide;
        this.clock = clock;
        this.listener = listener;
    }

    /** Somebody who wants to know. Called by the threads that run trials. */
    public interface Listener {
        /** Nobody. */
        Listener NONE = new Listener() {};

        /** How far a trial has come. Called often; be quick. */
        default void onProgress(Trial trial, Progress progress) {}

        /** A trial has ended its training and test, and is about to be logged. */
        default void onTested(Trial trial, TrainedModel model) throws IOException {}

        /** A trial is over. @param known whether it was in the log already */
        default void onOutcome(Trial trial, Outcome outcome, boolean known) {}
    }

    /**
     * Runs the trials, in their order as far as they do not run side by side. If one fails, those that are under way stop.
     *
     * @param version what outcomes say they were made with
     * @return what each came to, in the order of the trials
     * @throws IOException if an outcome cannot be written
     */
    public List<Outcome> run(List<Trial> trials, String version) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(sideBySide);
        AtomicBoolean over = new AtomicBoolean();
        try {
            CompletionService<Outcome> running = new ExecutorCompletionService<>(threads);
            Outcome[] outcomes = new Outcome[trials.size()];
            for (int i = 0; i < outcomes.length; i++) {
                int place = i;
                running.submit(() -> outcomes[place] = outcome(trials.get(place), version, over));
            }
            for (int i = 0; i < outcomes.length; i++) {
                running.take().get();
            }
            return List.of(outcomes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for trials", e);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        } finally {
            over.set(true);
            threads.shutdownNow();
        }
    }

    private static IOException rethrown(Throwable cause) {
        if (cause instanceof IOException failure) {
            return failure;
        }
        if (cause instanceof UncheckedIOException failure) {
            return failure.getCause();
        }
        if (cause instanceof RuntimeException failure) {
            throw failure;
        }
        throw new IllegalStateException("a trial failed", cause);
    }

    private Outcome outcome(Trial trial, String version, AtomicBoolean over) throws IOException {
        String fingerprint = trial.fingerprint();
        Optional<Outcome> known = log.outcome(fingerprint);
        Outcome outcome = known.isPresent() ? known.get() : run(trial, version, over);
        if (known.isEmpty()) {
            log.add(trial, fingerprint, outcome);
        }
        listener.onOutcome(trial, outcome, known.isPresent());
        return outcome;
    }

    private Outcome run(Trial trial, String version, AtomicBoolean over) throws IOException {
        Progress.Listener progress = now -> {
            if (over.get()) {
                throw new CancellationException("another trial failed");
            }
            listener.onProgress(trial, now);
        };
        Instant began = clock.instant();
        Trainer trainer = new Trainer(trial.plan().withThreads(1), progress);
        Trainer.Learning learning = trainer.learn(trial.images().train());
        Instant learned = clock.instant();
        TrainedModel model = trainer.assign(learning, trial.images().train());
        TestResult result = TestResult.of(model, trial.images().test(), 1, progress);
        Outcome outcome = new Outcome(
                result.accuracies(),
                result.abstentions(),
                model.assignment().unassigned(),
                seconds(began, learned),
                seconds(began, clock.instant()),
                model.learned().sha256(),
                version);
        listener.onTested(trial, model);
        return outcome;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
