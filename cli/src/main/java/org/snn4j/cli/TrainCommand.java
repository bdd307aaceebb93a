package org.snn4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.snn4j.analysis.run.RunReport;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.training.Diagnosis;
import org.snn4j.training.Phase;
import org.snn4j.training.RunFolder;
import org.snn4j.training.TestResult;
import org.snn4j.training.TrainedModel;
import org.snn4j.training.Trainer;
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
    private static final int CURVE_POINTS = 30;
    private static final int SHORTEST_BLOCK = 50;

    @Spec
    private CommandSpec spec;

    @Mixin(name = "What to train")
    private TrainingOptions training = new TrainingOptions();

    @Mixin(name = "Images")
    private DataSource data = new DataSource();

    @Mixin(name = "How to run")
    private Execution execution = new Execution();

    @Override
    public Integer call() throws IOException {
        execution.requireEvent();
        TrainingPlan plan = training.plan(spec.commandLine().getParseResult(), execution.threads());
        DataSplit images = data.split(execution.downloads(spec.commandLine().getErr()));
        LabelledImages samples = training.samples(images.train());
        try (NewFolder made = new NewFolder(training.folder(plan))) {
            run(withCurve(plan, samples.size()), new DataSplit(images.name(), samples, images.test()), made.create());
        }
        return 0;
    }

    /** The plan with blocks so short that even a small training has a curve to look at. */
    private static TrainingPlan withCurve(TrainingPlan plan, int samples) {
        long block = Math.max(SHORTEST_BLOCK, (long) samples * plan.epochs() / CURVE_POINTS);
        return plan.withOnlineBlock((int) Math.min(plan.onlineBlock(), block));
    }

    private void run(TrainingPlan plan, DataSplit images, RunFolder folder) throws IOException {
        PrintWriter results = spec.commandLine().getOut();
        if (!execution.json()) {
            results.println(announcement(plan, images.train()));
        }
        Trainer.Learning learning;
        TrainedModel model;
        TestResult result;
        Stopwatch stopwatch = new Stopwatch();
        try (ProgressDisplay progress = execution.progress(spec.commandLine().getErr())) {
            Trainer trainer = new Trainer(plan, progress);
            learning = trainer.learn(images.train());
            stopwatch.lap(Phase.TRAIN);
            model = trainer.assign(learning, images.train());
            model.save(folder.model());
            stopwatch.lap(Phase.ASSIGN);
            result = TestResult.of(model, images.test(), plan.threads(), progress);
            stopwatch.lap(Phase.TEST);
        }

        Diagnosis diagnosis = Diagnosis.of(model, images.train());
        RunSummary summary =
                new RunSummary(plan, execution.engine(), learning.repetitions(), model, result, diagnosis, stopwatch);
        ObjectNode json = summary.json(folder);
        folder.writeMetrics(learning.curve());
        folder.writeResult(json);
        new RunReport(model, learning.curve(), result, summary.facts(), command(plan))
                .withDiagnosis(diagnosis)
                .write(folder);
        if (execution.json()) {
            results.println(Json.text(json));
        } else {
            summary.print(results, images.test().name(), folder);
        }
    }

    private static String announcement(TrainingPlan plan, LabelledImages samples) {
        return String.format(
                Locale.ROOT,
                "%s, %,d neurons, %d x %,d images of %s, seed %d",
                plan.model().name(),
                plan.model().neurons(),
                plan.epochs(),
                samples.size(),
                samples.name(),
                plan.seed());
    }

    /** The command that repeats this run. */
    private String command(TrainingPlan plan) {
        String given = ShellWords.join(spec.commandLine().getParseResult().originalArgs());
        return "./snn4j " + given + (training.isSeedDrawn() ? " --seed " + plan.seed() : "");
    }
}
