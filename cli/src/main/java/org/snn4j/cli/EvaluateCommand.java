package org.snn4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.training.Phase;
import org.snn4j.training.TestResult;
import org.snn4j.training.TrainedModel;
import org.snn4j.training.TrainingMemory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tests a saved model on a data set. */
@Command(
        name = "evaluate",
        header = "Tests a saved model on a data set.",
        description = {
            "",
            "On the images of the model's own test, with the same options, it gives the same figures as train."
        })
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = "A model that train wrote: model.zip in its run folder.")
    private Path file;

    @Mixin(name = "Images")
    private DataSource data = new DataSource();

    @Mixin(name = "How to run")
    private Execution execution = new Execution();

    @Override
    public Integer call() throws IOException {
        execution.requireEvent();
        TrainedModel model = TrainedModel.load(file);
        DataSplit split = data.split(execution.downloads(spec.commandLine().getErr()));
        LabelledImages images = split.test();
        MemoryLimit.require(TrainingMemory.ofTest(model, split, execution.threads()));
        requireSameClasses(model, images);
        Stopwatch stopwatch = new Stopwatch();
        TestResult result;
        try (ProgressDisplay progress = execution.progress(spec.commandLine().getErr())) {
            result = TestResult.of(model, images, execution.threads(), progress);
        }
        stopwatch.lap(Phase.TEST);
        if (execution.json()) {
            spec.commandLine()
                    .getOut()
                    .println(Json.text(json(model, images, result).put("testSeconds", stopwatch.seconds(Phase.TEST))));
        } else {
            Results.print(spec.commandLine().getOut(), images.name(), model, result);
        }
        return 0;
    }

    /** Classes that only one of the two names are taken as the same by their numbers; that is worth a word. */
    private void requireSameClasses(TrainedModel model, LabelledImages images) {
        List<String> learned = model.provenance().classNames();
        List<String> tested = images.classNames();
        if (learned.isEmpty() || learned.equals(tested) || learned.size() != tested.size()) {
            return;
        }
        String both = "the model's classes are " + String.join(", ", learned) + ", those of " + images.name() + " are "
                + String.join(", ", tested);
        if (areNamed(learned) && areNamed(tested)) {
            throw new IllegalArgumentException(both + "; images of the same classes would be right");
        }
        spec.commandLine().getErr().println("snn4j: " + both + "; they are taken as the same in this order");
    }

    private static boolean areNamed(List<String> classes) {
        return IntStream.range(0, classes.size()).anyMatch(k -> !classes.get(k).equals(String.valueOf(k)));
    }

    private ObjectNode json(TrainedModel model, LabelledImages images, TestResult result) {
        ObjectNode json = Json.object()
                .put("model", file.toString())
                .put("dataset", images.name())
                .put("seed", model.provenance().seed())
                .put("engine", execution.engine())
                .put("threads", execution.threads())
                .put("testSamples", images.size());
        Json.putAccuracies(json, result);
        return json.put("abstentions", result.abstentions())
                .put("unassignedNeurons", model.assignment().unassigned())
                .put("weightsSha256", model.learned().sha256());
    }
}
