package org.snn4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.training.TestResult;
import org.snn4j.training.TrainedModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tests a saved model on a data set. */
@Command(
        name = "evaluate",
        description = "Tests a saved model on a data set. On the images and with the options of its own test it gives"
                + " the same figures again.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = "A model that train wrote: model.zip in its run folder.")
    private Path file;

    @Mixin
    private DataSource data = new DataSource();

    @Mixin
    private Execution execution = new Execution();

    @Override
    public Integer call() throws IOException {
        TrainedModel model = TrainedModel.load(file);
        LabelledImages images = data.split().test();
        long began = System.nanoTime();
        TestResult result;
        try (ProgressLine progress = execution.progress(spec)) {
            result = TestResult.of(model, images, execution.threads(), progress);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        if (execution.json()) {
            ObjectNode json = Json.object()
                    .put("model", file.toString())
                    .put("dataset", images.name())
                    .put("seed", model.provenance().seed())
                    .put("engine", execution.engine())
                    .put("threads", execution.threads())
                    .put("testSamples", images.size());
            json.set("accuracy", Json.accuracies(result));
            json.put("abstentions", result.abstentions())
                    .put("unassignedNeurons", model.assignment().unassigned())
                    .put("testSeconds", seconds)
                    .put("weightsSha256", model.learned().sha256());
            spec.commandLine().getOut().println(Json.text(json));
        } else {
            spec.commandLine().getOut().println(file + " on " + images.size() + " images of " + images.name() + ":");
            Results.print(spec.commandLine().getOut(), result);
        }
        return 0;
    }
}
