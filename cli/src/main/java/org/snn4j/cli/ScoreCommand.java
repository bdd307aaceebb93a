package org.snn4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.snn4j.evaluation.LabelAssignment;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.LongArray;
import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Label assignment and voting on recorded spikes from any simulator. */
@Command(
        name = "score",
        header = "Gives neurons labels and predicts classes, from spikes that any simulator recorded.",
        description = {
            "",
            "From labelled samples it assigns each neuron the class that it fires most to, then predicts other samples by"
                    + " three votes. It writes assignments, rates, proportions and the predictions of each vote;"
                    + " -1 stands for no class. docs/evaluation.md says what all of it means, and how spikes of other"
                    + " simulators get into these files."
        })
final class ScoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin(name = "Spikes and labels")
    private ScoreInput input = new ScoreInput();

    @Option(
            names = "--ngram",
            paramLabel = "N",
            converter = Values.Count.class,
            description = "Also predict by sequences of N spikes: ngram.npy. Needs spikes, not counts.")
    private Integer ngram;

    @Option(
            names = "--logistic",
            paramLabel = "PENALTY",
            converter = Values.Positive.class,
            description = "Also predict by logistic regression with this penalty, 1 is usual: logistic.npy.")
    private Double logistic;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The folder to write .npy files into, new or empty.")
    private Path out;

    @Option(names = "--json", description = "Print exactly one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        TrainingOptions.requireNamed(out);
        input.open();
        requireTimes();
        try (OutputFolder folder = OutputFolder.at(out)) {
            ScoreReport report = score(folder);
            folder.complete();
            if (json) {
                spec.commandLine().getOut().println(Json.text(report.json()));
            } else {
                report.print(spec.commandLine().getOut());
            }
        }
        return 0;
    }

    private void requireTimes() {
        for (RecordedSpikes spikes : List.of(input.spikes(), input.newSpikes())) {
            if (ngram != null && !spikes.hasTimes()) {
                throw new WrongUse(
                        "--ngram is " + ngram + ", which needs to know when neurons fired; but " + spikes + ".");
            }
        }
    }

    private ScoreReport score(OutputFolder folder) throws IOException {
        Scoring scoring = new Scoring(input.earlier(), new Scoring.Readouts(ngram, logistic));
        scoring.learn(input.spikes(), input.labels());
        LabelAssignment assignment = scoring.assignment(input.alpha());
        List<Predicted> predicted = scoring.predict(input.newSpikes(), assignment);
        List<ScoreInput.Comparison> comparisons = input.comparisons(predicted);
        List<String> files = new ArrayList<>();
        for (Map.Entry<String, NdArray> file : arrays(assignment, predicted).entrySet()) {
            folder.write(file.getValue(), file.getKey());
            files.add(file.getKey());
        }
        return new ScoreReport(input, assignment, predicted, comparisons, out, files);
    }

    private static Map<String, NdArray> arrays(LabelAssignment assignment, List<Predicted> predicted) {
        Shape pairs = Shape.of(assignment.neurons(), assignment.classes());
        Map<String, NdArray> arrays = new LinkedHashMap<>();
        arrays.put(
                "assignments.npy",
                LongArray.of(
                        Shape.of(assignment.neurons()),
                        Arrays.stream(assignment.assignments()).asLongStream().toArray()));
        arrays.put("proportions.npy", FloatArray.of(pairs, assignment.proportions()));
        arrays.put("rates.npy", FloatArray.of(pairs, assignment.rates()));
        predicted.forEach(readout -> arrays.put(readout.fileName(), readout.array()));
        return arrays;
    }
}
