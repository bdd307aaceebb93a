package org.snn4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.snn4j.analysis.run.RunReport;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.encoding.Encoding;
import org.snn4j.models.DiehlAndCook2015;
import org.snn4j.training.Presentation;
import org.snn4j.training.RunFolder;
import org.snn4j.training.TestResult;
import org.snn4j.training.TrainedModel;
import org.snn4j.training.Trainer;
import org.snn4j.training.TrainingPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains a model, assigns labels, tests, and writes a run folder. */
@Command(
        name = "train",
        description = "Trains a model on a data set, assigns labels, tests it on other images and writes a run folder"
                + " with the model, metrics, plots and a report.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            defaultValue = DiehlAndCook2015.NAME,
            description = "The network. Default and, so far, the only one: ${DEFAULT-VALUE}")
    private String modelName;

    @Option(names = "--neurons", paramLabel = "N", defaultValue = "100", description = "Default: ${DEFAULT-VALUE}")
    private int neurons;

    @Option(
            names = "--epochs",
            paramLabel = "E",
            defaultValue = "1",
            description = "How often all training images are shown. Default: ${DEFAULT-VALUE}")
    private int epochs;

    @Option(names = "--train-samples", paramLabel = "N", description = "Train on the first N training images only.")
    private Integer trainSamples;

    @Option(
            names = "--assign-samples",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Give neurons their labels by the last N of the training images trained on. Default:"
                    + " ${DEFAULT-VALUE}")
    private int assignSamples;

    @Option(
            names = "--time",
            paramLabel = "MS",
            defaultValue = "250",
            description = "For how long an image is shown. Default: ${DEFAULT-VALUE}")
    private double time;

    @Option(names = "--dt", paramLabel = "MS", description = "The length of a step. Default: 1")
    private Double dt;

    @Option(
            names = "--encoder",
            paramLabel = "poisson|poisson-intervals",
            defaultValue = "poisson",
            description = "How pixels become spikes. Default: ${DEFAULT-VALUE}")
    private String encoder;

    @Option(
            names = "--intensity",
            paramLabel = "HZ",
            defaultValue = "128",
            description = "The rate of a white pixel. Default: ${DEFAULT-VALUE}")
    private double intensity;

    @Mixin
    private DataSource data = new DataSource();

    @Option(names = "--seed", paramLabel = "N", description = "Fixes everything. Default: drawn, and shown.")
    private Long seed;

    @Option(
            names = "--out",
            paramLabel = "RUN",
            description = "The run folder to make. Default: runs/MODEL-NEURONS-SEED, with a number if that is there.")
    private Path out;

    @Mixin
    private Execution execution = new Execution();

    @Override
    public Integer call() throws IOException {
        long experiment = seed == null ? new SecureRandom().nextInt(Integer.MAX_VALUE) : seed;
        TrainingPlan plan = plan(experiment);
        String engine = execution.engine();
        DataSplit split = data.split();
        LabelledImages train =
                trainSamples == null ? split.train() : DataSource.first(split.train(), trainSamples, "--train-samples");
        RunFolder folder = RunFolder.create(out == null ? freeFolder(plan) : out);
        PrintWriter results = spec.commandLine().getOut();
        if (!execution.json()) {
            results.printf(
                    Locale.ROOT,
                    "%s, %d neurons, %d x %,d images of %s, seed %d%n",
                    modelName,
                    neurons,
                    epochs,
                    train.size(),
                    train.name(),
                    experiment);
        }

        Trainer.Learning learning;
        TrainedModel model;
        TestResult result;
        Stopwatch stopwatch = new Stopwatch();
        try (ProgressLine progress = execution.progress(spec)) {
            Trainer trainer = new Trainer(plan, progress);
            learning = trainer.learn(train);
            stopwatch.lap("train");
            model = trainer.assign(learning, train);
            model.save(folder.model());
            stopwatch.lap("assign");
            result = TestResult.of(model, split.test(), plan.threads(), progress);
            stopwatch.lap("test");
        }

        Figures figures = new Figures(plan, engine, train.size(), split.test().size(), stopwatch);
        ObjectNode json = figures.json(model, result, folder);
        folder.writeMetrics(learning.curve());
        folder.writeResult(json);
        new RunReport(model, learning.curve(), result, figures.facts(), command(experiment)).write(folder);
        if (execution.json()) {
            results.println(Json.text(json));
        } else {
            results.println("test on " + split.test().size() + " images of "
                    + split.test().name() + ":");
            Results.print(results, result);
            figures.print(results, model, folder);
        }
        return 0;
    }

    private TrainingPlan plan(long experiment) {
        if (!modelName.equals(DiehlAndCook2015.NAME)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no model " + modelName + " in this version; " + DiehlAndCook2015.NAME
                            + " would be right");
        }
        try {
            DiehlAndCook2015 model = DiehlAndCook2015.recommended(neurons);
            model = ModelParameters.apply(
                    dt == null ? model : model.withDt(dt), spec.commandLine().getParseResult());
            Presentation presentation = new Presentation(Encoding.named(encoder, intensity), time);
            return TrainingPlan.of(model, presentation, experiment)
                    .withEpochs(epochs)
                    .withAssignSamples(assignSamples)
                    .withThreads(execution.threads());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static Path freeFolder(TrainingPlan plan) {
        String name = plan.model().name() + "-" + plan.model().neurons() + "-" + plan.seed();
        Path folder = Path.of("runs", name);
        for (int number = 2; Files.exists(folder); number++) {
            folder = Path.of("runs", name + "-" + number);
        }
        return folder;
    }

    /** The command that repeats this run, whatever the defaults become. */
    private String command(long experiment) {
        List<String> given = spec.commandLine().getParseResult().originalArgs();
        return "./snn4j train " + String.join(" ", given) + (seed == null ? " --seed " + experiment : "");
    }

    /** How long the phases of a run took, seconds. */
    private static final class Stopwatch {
        private final Map<String, Double> laps = new LinkedHashMap<>();
        private long began = System.nanoTime();

        void lap(String phase) {
            long now = System.nanoTime();
            laps.put(phase, (now - began) / 1e9);
            began = now;
        }

        double seconds(String phase) {
            return laps.get(phase);
        }
    }

    private record Figures(TrainingPlan plan, String engine, int trainSamples, int testSamples, Stopwatch time) {
        double millisPerSample() {
            return 1e3 * time.seconds("train") / trainSamples / plan.epochs();
        }

        ObjectNode json(TrainedModel model, TestResult result, RunFolder folder) {
            ObjectNode json = Json.object()
                    .put("modelName", plan.model().name())
                    .put("neurons", plan.model().neurons())
                    .put("epochs", plan.epochs())
                    .put("seed", plan.seed())
                    .put("engine", engine)
                    .put("threads", plan.threads())
                    .put("trainSamples", trainSamples)
                    .put("testSamples", testSamples);
            json.set("accuracy", Json.accuracies(result));
            return json.put("abstentions", result.abstentions())
                    .put("unassignedNeurons", model.assignment().unassigned())
                    .put("trainSeconds", time.seconds("train"))
                    .put("assignSeconds", time.seconds("assign"))
                    .put("testSeconds", time.seconds("test"))
                    .put("millisPerSample", millisPerSample())
                    .put("weightsSha256", model.learned().sha256())
                    .put("model", folder.model().toString())
                    .put("report", folder.report().toString());
        }

        Map<String, String> facts() {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("model", plan.model().toString());
            facts.put("presentation", plan.presentation().toString());
            facts.put("epochs", String.valueOf(plan.epochs()));
            facts.put("engine", engine);
            facts.put("threads", String.valueOf(plan.threads()));
            facts.put("training", String.format(Locale.ROOT, "%.3f ms for each image", millisPerSample()));
            facts.put("version", Version.current());
            return facts;
        }

        void print(PrintWriter results, TrainedModel model, RunFolder folder) {
            results.printf(
                    Locale.ROOT,
                    "trained in %.1f s (%.3f ms for each image), labels assigned in %.1f s, tested in %.1f s;"
                            + " %d neurons have no label%n",
                    time.seconds("train"),
                    millisPerSample(),
                    time.seconds("assign"),
                    time.seconds("test"),
                    model.assignment().unassigned());
            results.println("model:  " + folder.model());
            results.println("report: " + folder.report());
        }
    }
}
