package org.snn4j.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snn4j.evaluation.Vote;
import org.snn4j.training.recipe.Recipe;
import org.snn4j.training.search.Search;
import org.snn4j.training.search.Standing;
import org.snn4j.training.trial.Outcome;
import org.snn4j.training.trial.Spread;

/**
 * What a search came to.
 *
 * @param base what was varied
 * @param standings the best first
 * @param log where all trainings are
 * @param train what trains without any of the settings
 */
record SearchResults(Recipe base, Search search, List<Standing> standings, Path log, TrainArguments train) {

    /** As one JSON object; accuracies are fractions. */
    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("base", base.name())
                .put("model", base.plan().model().name())
                .put("trainSamples", search.images().train().size())
                .put("validationSamples", search.images().test().size())
                .put("vote", search.vote().fieldName())
                .put("rounds", search.rounds());
        ArrayNode seeds = json.putArray("seeds");
        search.seeds().forEach(seeds::add);
        ArrayNode ranking = json.putArray("ranking");
        standings.forEach(standing -> ranking.add(json(standing)));
        return json.put("train", command()).put("trials", log.toString());
    }

    private static ObjectNode json(Standing standing) {
        ObjectNode json = Json.object();
        ObjectNode settings = json.putObject("settings");
        standing.candidate().settings().forEach(settings::put);
        json.put("trainSamples", standing.trainSamples());
        ObjectNode accuracy = json.putObject("accuracy");
        for (Vote vote : Vote.values()) {
            accuracy.set(vote.fieldName(), Json.spread(standing.accuracy(vote)));
        }
        ArrayNode hashes = json.putArray("weightsSha256");
        standing.outcomes().stream().map(Outcome::weightsSha256).forEach(hashes::add);
        return json.put("seconds", standing.seconds());
    }

    /** For a person: a table, best first, and what trains with the best. */
    void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s, %d settings, seeds %s, learned from %,d images of %s, compared on %,d others by %s%n",
                base.name(),
                standings.size(),
                search.seeds().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                search.images().train().size(),
                search.images().train().name(),
                search.images().test().size(),
                search.vote().title());
        int width = standings.stream()
                .mapToInt(standing ->
                        TrialsProgress.settings(standing.candidate().settings()).length())
                .max()
                .orElse(0);
        String heading = "%-" + Math.max(width, "settings".length()) + "s  %13s  %13s  %13s  %8s  %s%n";
        out.printf(Locale.ROOT, heading, "settings", "all activity", "proportion", "confidence", "images", "seconds");
        for (Standing standing : standings) {
            out.printf(
                    Locale.ROOT,
                    heading,
                    TrialsProgress.settings(standing.candidate().settings()),
                    percent(standing.accuracy(Vote.ALL_ACTIVITY)),
                    percent(standing.accuracy(Vote.PROPORTION_WEIGHTING)),
                    percent(standing.accuracy(Vote.CONFIDENCE_WEIGHTING)),
                    String.format(Locale.ROOT, "%,d", standing.trainSamples()),
                    String.format(Locale.ROOT, "%.1f", standing.seconds()));
        }
        out.println("accuracies in per cent, mean and standard deviation over the seeds; each training is in " + log);
        out.println("the best, on all training images and tested on the test images:");
        out.println("  " + command());
    }

    private static String percent(Spread accuracy) {
        return Results.percent(accuracy, "%.2f");
    }

    private String command() {
        Map<String, String> best = standings.get(0).candidate().settings();
        return ShellWords.join(Stream.concat(Stream.of("./snn4j", "train"), train.with(best).arguments().stream())
                .toList());
    }
}
