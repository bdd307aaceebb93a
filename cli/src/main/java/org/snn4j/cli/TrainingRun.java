package org.snn4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snn4j.analysis.run.FieldSnapshots;
import org.snn4j.analysis.run.RunReport;
import org.snn4j.analysis.run.SnapshotFile;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.network.array.Shape;
import org.snn4j.training.Checkpoint;
import org.snn4j.training.CheckpointSchedule;
import org.snn4j.training.CheckpointWriter;
import org.snn4j.training.Diagnosis;
import org.snn4j.training.Phase;
import org.snn4j.training.Progress;
import org.snn4j.training.RunFolder;
import org.snn4j.training.ShownSample;
import org.snn4j.training.TestResult;
import org.snn4j.training.TrainedModel;
import org.snn4j.training.Trainer;
import org.snn4j.training.TrainingClock;
import org.snn4j.training.TrainingMemory;
import org.snn4j.training.TrainingPlan;

/**
 * A training, from its first image or from a checkpoint on, to its report.
 *
 * @param plan what is trained
 * @param images what it learns from, and is tested on
 * @param command the command that repeats it
 * @param schedule when checkpoints are written
 * @param execution how it runs, and what it shows
 * @param watch whether it can be watched
 */
record TrainingRun(
        TrainingPlan plan,
        DataSplit images,
        String command,
        CheckpointSchedule schedule,
        Execution execution,
        WatchOptions watch) {
    private static final int CURVE_POINTS = 30;
    private static final int SHORTEST_BLOCK = 50;
    private static final int SHOWN_SAMPLES = 4;

    TrainingRun {
        plan = withCurve(plan, images.train().size());
    }

    /** The plan with blocks so short that even a small training has a curve to look at. */
    private static TrainingPlan withCurve(TrainingPlan plan, int samples) {
        long block = Math.max(SHORTEST_BLOCK, (long) samples * plan.epochs() / CURVE_POINTS);
        return plan.withOnlineBlock((int) Math.min(plan.onlineBlock(), block));
    }

    /** Where a run writes what a person reads. */
    record Output(PrintWriter results, PrintWriter messages) {}

    /** Begins with the first image, or where the checkpoint is from. */
    void run(RunFolder folder, Optional<Checkpoint> from, Output output) throws IOException {
        MemoryLimit.require(TrainingMemory.ofTraining(plan, images));
        try (Watching watching = watch.open(plan, images.train(), output.messages())) {
            if (!execution.json()) {
                output.results().println(announcement(from));
            }
            try (Interruption interruption = new Interruption(output.messages(), wayOn(folder))) {
                run(folder, from, new Companions(watching, interruption), output);
            } catch (IOException | UncheckedIOException e) {
                if (folder.checkpoints().isPresent()) {
                    throw withWayOn(e, folder);
                }
                throw e;
            }
            watching.stay();
        }
    }

    /** Who goes along with a run: somebody who may watch it, and somebody who may end it. */
    private record Companions(Watching watching, Interruption interruption) {}

    /** What went wrong, and how to go on. */
    private static IOException withWayOn(Exception error, RunFolder folder) {
        return new IOException(
                folder.path() + ": " + Failures.message(error) + "; " + wayOn(folder) + " from the last checkpoint",
                error);
    }

    private void run(RunFolder folder, Optional<Checkpoint> from, Companions companions, Output output)
            throws IOException {
        Watching watching = companions.watching();
        Interruption interruption = companions.interruption();
        Stopwatch stopwatch = new Stopwatch();
        from.ifPresent(checkpoint -> stopwatch.add(Phase.TRAIN, checkpoint.seconds()));
        Trainer.Learning learning;
        TrainedModel model;
        TestResult result;
        CheckpointsWithSnapshots kept = kept(folder, from, interruption);
        try (ProgressDisplay progress = execution.progress(output.messages())) {
            from.ifPresent(checkpoint -> progress.goOnAfter(checkpoint.seconds()));
            from.ifPresent(checkpoint -> watching.goOnAfter(checkpoint.seconds()));
            Progress.Listener listener = progress.and(watching.listener());
            Trainer trainer =
                    new Trainer(plan, execution.newEngine(), listener.and(kept).and(interruption));
            learning = from.isPresent() ? trainer.resume(images.train(), from.get()) : trainer.learn(images.train());
            stopwatch.lap(Phase.TRAIN);
            model = trainer.assign(learning, images.train());
            watching.trained(model);
            model.save(folder.model());
            stopwatch.lap(Phase.ASSIGN);
            result = TestResult.of(model, images.test(), plan.threads(), listener.and(interruption));
            watching.tested(result);
            stopwatch.lap(Phase.TEST);
        }
        Diagnosis diagnosis = Diagnosis.of(model, images.train());
        RunSummary summary =
                new RunSummary(plan, execution.engine(), learning.repetitions(), model, result, diagnosis, stopwatch);
        RunReport report = new RunReport(model, learning.curve(), result, summary.facts(), command)
                .withDiagnosis(diagnosis)
                .withSnapshots(kept.snapshots().taken())
                .withSamples(ShownSample.first(model, images.test(), SHOWN_SAMPLES));
        finish(folder, report, summary, output);
    }

    /** Keeps in the folder what it takes to go on, beginning with what is there already. */
    private CheckpointsWithSnapshots kept(RunFolder folder, Optional<Checkpoint> from, Interruption interruption)
            throws IOException {
        TrainingClock clock =
                TrainingClock.startedAfter(from.map(Checkpoint::seconds).orElse(0.0), System::nanoTime);
        SnapshotFile file = new SnapshotFile(folder.snapshots());
        LabelledImages samples = images.train();
        return new CheckpointsWithSnapshots(
                new CheckpointWriter(folder.checkpoints(), schedule, clock, interruption::isRequested),
                new FieldSnapshots(
                        plan.model().network(),
                        plan.model().inputLayer(),
                        Shape.of(samples.height(), samples.width()),
                        file.read(from.map(checkpoint -> checkpoint.pass().shown())
                                .orElse(0L))),
                file);
    }

    /** What comes of it; the result is written last, by which a run is complete. */
    private void finish(RunFolder folder, RunReport report, RunSummary summary, Output output) throws IOException {
        ObjectNode json = summary.json(folder);
        folder.writeMetrics(report.curve());
        folder.writeConfusion(summary.result());
        report.write(folder);
        folder.writeResult(json);
        if (execution.json()) {
            output.results().println(Json.text(json));
        } else {
            summary.print(output.results(), images.test().name(), folder);
        }
    }

    private static String wayOn(RunFolder folder) {
        return "./snn4j resume " + ShellWords.join(List.of(folder.path().toString())) + " goes on";
    }

    private String announcement(Optional<Checkpoint> from) {
        LabelledImages samples = images.train();
        String what = String.format(
                Locale.ROOT,
                "%s, %,d neurons, %d x %,d images of %s, seed %d",
                plan.model().name(),
                plan.model().neurons(),
                plan.epochs(),
                samples.size(),
                samples.name(),
                plan.seed());
        return what
                + from.map(checkpoint -> String.format(
                                Locale.ROOT,
                                ", on from image %,d",
                                checkpoint.pass().shown()))
                        .orElse("");
    }
}
