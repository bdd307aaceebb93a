package org.snn4j.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.snn4j.evaluation.Accuracy;
import org.snn4j.evaluation.Confusion;
import org.snn4j.evaluation.Vote;
import org.snn4j.training.TestResult;
import org.snn4j.training.TrainedModel;
import org.snn4j.training.trial.Spread;

/** Results as a person reads them. */
final class Results {
    private Results() {}

    /** @param images what the model was tested on */
    static void print(PrintWriter out, String images, TrainedModel model, TestResult result) {
        out.printf(
                Locale.ROOT,
                "test on %,d images of %s:%n",
                result.accuracy(Vote.ALL_ACTIVITY).samples(),
                images);
        for (Vote vote : Vote.values()) {
            print(out, vote.title(), result.accuracy(vote));
        }
        result.placeVote().ifPresent(matrix -> print(out, "vote over places", matrix.accuracy()));
        out.printf(Locale.ROOT, "  %-22s %6d     (counted as wrong)%n", "abstentions", result.abstentions());
        out.printf(
                Locale.ROOT,
                "  %-22s %6d     (of %d)%n",
                "neurons without label",
                model.assignment().unassigned(),
                model.assignment().neurons());
        List<Confusion> worst = result.confusion(Vote.CONFIDENCE_WEIGHTING).worstConfusions(3);
        if (!worst.isEmpty()) {
            out.printf(Locale.ROOT, "  %-22s %s%n", "most often mistaken", mistakes(worst, model));
        }
    }

    private static void print(PrintWriter out, String vote, Accuracy accuracy) {
        out.printf(
                Locale.ROOT,
                "  %-22s %6.2f %%   (95 %% interval %.2f to %.2f)%n",
                vote,
                100 * accuracy.value(),
                100 * accuracy.interval95().low(),
                100 * accuracy.interval95().high());
    }

    private static String mistakes(List<Confusion> confusions, TrainedModel model) {
        return confusions.stream()
                .map(confusion -> model.className(confusion.label()) + " as " + model.className(confusion.predicted())
                        + " (" + confusion.count() + ")")
                .collect(Collectors.joining(", "));
    }

    /** Mean and, of several, standard deviation in per cent. @param format of both: "%.1f" */
    static String percent(Spread accuracy, String format) {
        String mean = String.format(Locale.ROOT, format, 100 * accuracy.mean());
        return accuracy.deviation().isEmpty()
                ? mean
                : mean + " ± "
                        + String.format(
                                Locale.ROOT, format, 100 * accuracy.deviation().getAsDouble());
    }
}
