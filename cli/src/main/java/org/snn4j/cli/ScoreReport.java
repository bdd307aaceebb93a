package org.snn4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.snn4j.evaluation.Accuracy;
import org.snn4j.evaluation.ClassBalance;
import org.snn4j.evaluation.Interval;
import org.snn4j.evaluation.LabelAssignment;
import org.snn4j.evaluation.McNemar;

/**
 * What {@code score} came to.
 *
 * @param comparisons with another score, for each readout that both have
 */
record ScoreReport(
        ScoreInput input,
        LabelAssignment assignment,
        List<Predicted> predicted,
        List<ScoreInput.Comparison> comparisons,
        Path out,
        List<String> files) {

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("out", out.toString())
                .put("samples", input.spikes().samples())
                .put("newSamples", input.newSpikes().samples())
                .put("neurons", assignment.neurons())
                .put("classes", assignment.classes())
                .put("alpha", input.alpha())
                .put("unassignedNeurons", assignment.unassigned())
                .put("abstentions", predicted.get(0).abstentions());
        if (input.newLabels() != null) {
            ObjectNode accuracies = json.putObject("accuracy");
            ObjectNode intervals = json.putObject("interval95");
            for (Predicted readout : predicted) {
                Accuracy accuracy = accuracy(readout);
                accuracies.put(readout.fieldName(), accuracy.value());
                put(intervals, readout.fieldName(), accuracy.interval95());
            }
        }
        if (!comparisons.isEmpty()) {
            ObjectNode all = json.putObject("comparison");
            comparisons.forEach(each -> put(all.putObject(each.readout().fieldName()), each.test()));
        }
        files.forEach(json.putArray("files")::add);
        return json;
    }

    private static void put(ObjectNode json, String name, Interval interval) {
        json.putArray(name).add(interval.low()).add(interval.high());
    }

    private static void put(ObjectNode json, McNemar test) {
        json.put("bothRight", test.bothRight())
                .put("onlyOther", test.onlyFirst())
                .put("onlyThis", test.onlySecond())
                .put("bothWrong", test.bothWrong())
                .put("difference", test.difference())
                .put("exactP", test.exactPValue())
                .put("chiSquare", test.chiSquare())
                .put("chiSquareP", test.chiSquarePValue());
        put(json, "differenceInterval95", test.differenceInterval95());
    }

    private Accuracy accuracy(Predicted readout) {
        return readout.confusion(input.newLabels(), assignment.classes()).accuracy();
    }

    void print(PrintWriter results) {
        ClassBalance balance = ClassBalance.of(input.labels(), assignment.classes());
        line(
                results,
                "%,d labelled samples of %,d neurons, %d classes; %,d new samples",
                input.spikes().samples(),
                assignment.neurons(),
                assignment.classes(),
                input.newSpikes().samples());
        fact(results, "neurons without label", "%,6d     (of %,d)", assignment.unassigned(), assignment.neurons());
        if (!balance.absent().isEmpty()) {
            String absent = balance.absent().stream().map(String::valueOf).collect(Collectors.joining(", "));
            fact(results, "classes without sample", "%s; no neuron can stand for them", absent);
        }
        if (input.newLabels() == null) {
            predicted.forEach(readout -> fact(
                    results,
                    readout.title(),
                    "%,6d abstentions (of %,d)",
                    readout.abstentions(),
                    readout.labels().length));
        } else {
            predicted.forEach(readout -> print(results, readout));
            ClassBalance shown = ClassBalance.of(input.newLabels(), assignment.classes());
            fact(
                    results,
                    "commonest class",
                    "%6.2f %%   (what naming it always would have)",
                    100 * shown.commonestShare());
        }
        comparisons.forEach(each -> print(results, each.readout(), each.test()));
        line(results, "wrote %d files into %s", files.size(), out);
    }

    private void print(PrintWriter results, Predicted readout) {
        Accuracy accuracy = accuracy(readout);
        fact(
                results,
                readout.title(),
                "%6.2f %%   (95 %% interval %.2f to %.2f; %,d abstentions, counted as wrong)",
                100 * accuracy.value(),
                100 * accuracy.interval95().low(),
                100 * accuracy.interval95().high(),
                readout.abstentions());
    }

    private void print(PrintWriter results, Predicted readout, McNemar test) {
        Interval interval = test.differenceInterval95();
        line(
                results,
                "%s against %s: %+.2f points (95 %% interval %+.2f to %+.2f), alone right in %,d against %,d",
                readout.title(),
                input.otherFolder(),
                100 * test.difference(),
                100 * interval.low(),
                100 * interval.high(),
                test.onlySecond(),
                test.onlyFirst());
        fact(
                results,
                "McNemar's test",
                "p = %.3g exactly, %.3g by chi-square (%.3f)",
                test.exactPValue(),
                test.chiSquarePValue(),
                test.chiSquare());
    }

    private static void fact(PrintWriter results, String name, String format, Object... values) {
        results.printf(Locale.ROOT, "  %-22s ", name);
        line(results, format, values);
    }

    private static void line(PrintWriter results, String format, Object... values) {
        results.printf(Locale.ROOT, format + "%n", values);
    }
}
