package org.snn4j.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.snn4j.analysis.run.FieldSnapshot;
import org.snn4j.analysis.run.FieldSnapshots;
import org.snn4j.analysis.run.SnapshotFile;
import org.snn4j.network.LearnedState;
import org.snn4j.training.Checkpoint;
import org.snn4j.training.CheckpointWriter;
import org.snn4j.training.Progress;

/** Takes snapshots and writes checkpoints, before each of them the snapshots so far, so that a run that goes on has both. */
final class CheckpointsWithSnapshots implements Progress.Listener {
    private final CheckpointWriter checkpoints;
    private final FieldSnapshots snapshots;
    private final SnapshotFile file;
    /** How many snapshots are in the file: most checkpoints find no new one. */
    private int written;

    /** @param file holds the snapshots that have been taken before */
    CheckpointsWithSnapshots(CheckpointWriter checkpoints, FieldSnapshots snapshots, SnapshotFile file) {
        this.checkpoints = checkpoints;
        this.snapshots = snapshots;
        this.file = file;
        this.written = snapshots.taken().size();
    }

    FieldSnapshots snapshots() {
        return snapshots;
    }

    @Override
    public void onProgress(Progress progress) {}

    @Override
    public void onLearned(Progress progress, Supplier<LearnedState> learned) {
        snapshots.onLearned(progress, learned);
    }

    @Override
    public void onCheckpoint(Progress progress, Supplier<Checkpoint> checkpoint) {
        checkpoints.onCheckpoint(progress, () -> {
            writeSnapshots();
            return checkpoint.get();
        });
    }

    private void writeSnapshots() {
        List<FieldSnapshot> taken = snapshots.taken();
        if (taken.size() > written) {
            try {
                file.write(taken);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write the snapshots: " + Failures.message(e), e);
            }
            written = taken.size();
        }
    }
}
