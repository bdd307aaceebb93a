package org.snn4j.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.datasets.images.download.DownloadListener;
import org.snn4j.training.Checkpoint;
import org.snn4j.training.ProcessLock;
import org.snn4j.training.RunFolder;
import org.snn4j.training.TrainingPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Trains a model, assigns labels, tests, and writes a run folder. */
@Command(
        name = "train",
        header = "Trains a model, tests it and writes a run folder.",
        description = {
            "",
            "Shows the training images, gives the neurons their labels, tests on other images, and leaves the model,"
                    + " metrics, plots and a report in a run folder. Defaults stand in [brackets]."
        })
final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin(name = "What to train")
    private TrainingOptions training = new TrainingOptions();

    @Mixin(name = "The run")
    private RunOptions options = new RunOptions();

    @Mixin(name = "Images")
    private DataSource data = new DataSource();

    @Mixin(name = "How to run")
    private Execution execution = new Execution();

    @Mixin(name = "To watch")
    private WatchOptions watch = new WatchOptions();

    @Mixin(name = "Checkpoints")
    private CheckpointOptions checkpoints = new CheckpointOptions();

    @Override
    public Integer call() throws IOException {
        TrainingPlan plan = training.plan(spec.commandLine().getParseResult(), options.seed(), execution.threads());
        TrainingRun run = run(plan, execution);
        try (NewFolder made = new NewFolder(options.folder(plan))) {
            RunFolder folder = made.create();
            RunBeginning.now(arguments(plan)).write(folder);
            try {
                run(run, folder);
            } finally {
                RunBeginning.forget(folder);
            }
        }
        return 0;
    }

    /**
     * Goes on from the last checkpoint of the run that these options began, or begins anew where there is none.
     *
     * @param how how to run, where it may differ
     */
    void resume(RunFolder folder, RunBeginning beginning, Execution how) throws IOException {
        how.goOnOnEngineOf(execution);
        data.lookFrom(beginning.workingFolder());
        int threads = how.threadsGiven().orElse(execution.threads());
        run(run(training.plan(spec.commandLine().getParseResult(), options.seed(), threads), how), folder);
    }

    /** The images of the run that these options began. */
    DataSplit images(RunBeginning beginning) throws IOException {
        data.lookFrom(beginning.workingFolder());
        return data.split(DownloadListener.NONE);
    }

    private TrainingRun run(TrainingPlan plan, Execution how) throws IOException {
        DataSplit images = data.split(how.downloads(spec.commandLine().getErr()));
        DataSplit shown = new DataSplit(images.name(), training.samples(images.train()), images.test());
        String command = "./snn4j " + ShellWords.join(arguments(plan));
        return new TrainingRun(plan, shown, command, checkpoints.schedule(), how, watch);
    }

    private void run(TrainingRun run, RunFolder folder) throws IOException {
        TrainingRun.Output output = new TrainingRun.Output(
                spec.commandLine().getOut(), spec.commandLine().getErr());
        ProcessLock lock = ProcessLock.of(RunBeginning.file(folder))
                .orElseThrow(() -> new IOException(folder.path() + ": is being trained by another process"));
        try (lock) {
            Optional<Checkpoint> from = folder.checkpoints().last(problem -> output.messages()
                    .println("snn4j: " + problem + "; going on from the checkpoint before"));
            run.run(folder, from, output);
        }
    }

    /** All that it takes to repeat this run. */
    private List<String> arguments(TrainingPlan plan) {
        List<String> arguments =
                new ArrayList<>(spec.commandLine().getParseResult().originalArgs());
        if (options.isSeedDrawn()) {
            arguments.addAll(List.of("--seed", String.valueOf(plan.seed())));
        }
        return arguments;
    }
}
