package org.snn4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.Mnist;
import org.snn4j.training.Progress;
import org.snn4j.training.TrainingMemory;
import org.snn4j.training.TrainingPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measures milliseconds per sample. */
@Command(
        name = "bench",
        header = "Measures milliseconds per sample.",
        description = {
            "",
            "Trains the network as it was published, not as train tunes it, on MNIST as poisson-intervals encodes it"
                    + " at 128 Hz. The time of a sample is all that training takes, encoding included; encoding alone"
                    + " is measured afterwards, on one thread. The time of a step is that of a sample, divided by its"
                    + " steps. The spikes are those of the neurons that learn."
        })
final class BenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin(name = "What to measure")
    private BenchOptions options = new BenchOptions();

    @Mixin(name = "How to run")
    private Execution execution = new Execution();

    @Override
    public Integer call() throws IOException {
        TrainingPlan plan = options.plan(execution.threads());
        LabelledImages images = Mnist.train();
        if (execution.engine().equals("event")) {
            MemoryLimit.require(
                    TrainingMemory.ofLearning(plan, images, options.lengths().batch()));
        }
        PrintWriter results = spec.commandLine().getOut();
        if (!execution.json()) {
            results.println(options.announcement(plan, execution.engine()));
        } else if (options.isSeedDrawn()) {
            execution.note(spec.commandLine().getErr(), "seed " + plan.seed());
        }
        Speed speed;
        try (ProgressDisplay progress = execution.progress(spec.commandLine().getErr())) {
            speed = measure(plan, images, progress);
        }
        if (execution.json()) {
            results.println(Json.text(speed.json(plan, execution.engine())));
        } else {
            speed.print(results);
        }
        return 0;
    }

    private Speed measure(TrainingPlan plan, LabelledImages images, Progress.Listener progress) {
        SpeedTrial trial = new SpeedTrial(plan, images);
        return trial.run(execution.newEngine(), options.lengths(), progress);
    }
}
