package org.snn4j.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.snn4j.evaluation.Accuracy;
import org.snn4j.evaluation.Confusion;
import org.snn4j.evaluation.Vote;
import org.snn4j.training.TestResult;

/** Results as a person reads them. */
final class Results {
    private Results() {}

    static void print(PrintWriter out, TestResult result) {
        for (Vote vote : Vote.values()) {
            Accuracy accuracy = result.accuracy(vote);
            out.printf(
                    Locale.ROOT,
                    "  %-22s %6.2f %%   (95 %% interval %.2f to %.2f)%n",
                    vote.title(),
                    100 * accuracy.value(),
                    100 * accuracy.interval95().low(),
                    100 * accuracy.interval95().high());
        }
        out.printf(Locale.ROOT, "  %-22s %d, counted as wrong%n", "abstentions", result.abstentions());
        StringBuilder worst = new StringBuilder();
        for (Confusion confusion : result.confusion(Vote.CONFIDENCE_WEIGHTING).worstConfusions(3)) {
            worst.append(worst.isEmpty() ? "" : ", ")
                    .append(confusion.label())
                    .append(" as ")
                    .append(confusion.predicted())
                    .append(" (")
                    .append(confusion.count())
                    .append(")");
        }
        out.printf(Locale.ROOT, "  %-22s %s%n", "most often mistaken", worst.isEmpty() ? "nothing" : worst);
    }
}
