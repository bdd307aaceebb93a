package org.snn4j.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.snn4j.datasets.images.LabelledImages;

/**
 * Where training stands: all that it takes to go on, by the same plan and with the same images, as if it had never stopped.
 * {@link Trainer#resume} does.
 *
 * @param plan the plan as a text, see {@link #text}
 * @param dataSha256 the hash of the training images and labels
 * @param pass how far learning has come, and the network's state
 * @param observed what was seen of it
 * @param seconds how long learning has taken so far
 */
public record Checkpoint(String plan, String dataSha256, PassState pass, Observations observed, double seconds) {
    public Checkpoint {
        Objects.requireNonNull(plan, "checkpoint.plan is missing");
        Objects.requireNonNull(dataSha256, "checkpoint.dataSha256 is missing");
        Objects.requireNonNull(pass, "checkpoint.pass is missing");
        Objects.requireNonNull(observed, "checkpoint.observed is missing");
        if (!(seconds >= 0 && seconds < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "checkpoint.seconds is " + seconds + "; it must be finite and at least 0");
        }
    }

    /** The same, which training took so many seconds to come to. */
    Checkpoint after(double taken) {
        return new Checkpoint(plan, dataSha256, pass, observed, taken);
    }

    /** Reads a checkpoint that {@link #save} wrote. */
    public static Checkpoint load(Path file) throws IOException {
        return CheckpointFile.read(file);
    }

    /** Writes the checkpoint whole or not at all. */
    public void save(Path file) throws IOException {
        CheckpointFile.write(this, file);
    }

    /** All that a plan says but the number of threads, which changes no bit. */
    static String text(TrainingPlan plan) {
        return plan.withThreads(1).toString();
    }

    /** @throws IllegalArgumentException if it is of another plan, or other images */
    void requireFit(TrainingPlan other, LabelledImages images) {
        if (!plan.equals(text(other))) {
            throw new IllegalArgumentException(
                    "the checkpoint is of another training: its plan is " + plan + ", not " + text(other));
        }
        if (!dataSha256.equals(images.sha256())) {
            throw new IllegalArgumentException("the checkpoint is of a training on other images: theirs have SHA-256 "
                    + dataSha256 + ", those of " + images.name() + " have " + images.sha256());
        }
    }
}
