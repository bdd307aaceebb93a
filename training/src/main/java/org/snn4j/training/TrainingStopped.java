package org.snn4j.training;

/** Somebody asked learning to stop, and it has, after a checkpoint. */
public final class TrainingStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param progress how far learning had come */
    public TrainingStopped(Progress progress) {
        super("learning was stopped after " + progress.done() + " of " + progress.total() + " samples");
    }
}
