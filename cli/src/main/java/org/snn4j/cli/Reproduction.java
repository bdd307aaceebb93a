package org.snn4j.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalDouble;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.evaluation.Vote;
import org.snn4j.training.recipe.PublishedTable;
import org.snn4j.training.recipe.Recipe;
import org.snn4j.training.trial.Outcome;
import org.snn4j.training.trial.Spread;

/**
 * A published table made with our networks.
 *
 * @param images what they learned from and were tested on
 * @param isFull whether these are all images
 * @param columns a size each, the smallest first
 */
record Reproduction(
        PublishedTable table, DataSplit images, boolean isFull, List<Long> seeds, List<Reproduction.Column> columns) {

    /**
     * What the networks of one size came to.
     *
     * @param outcomes one for each seed
     */
    record Column(Recipe recipe, List<Outcome> outcomes) {
        int neurons() {
            return recipe.plan().model().neurons();
        }

        Spread accuracy(Vote vote) {
            return Spread.of(outcomes, vote);
        }

        Spread headline() {
            return accuracy(recipe.headline());
        }

        Spread seconds() {
            return Spread.of(outcomes.stream().mapToDouble(Outcome::seconds).toArray());
        }
    }

    /** By how much a size is above the highest published figure, per cent, where the two can be compared. */
    OptionalDouble margin(Column column) {
        OptionalDouble highest = table.highest(column.neurons());
        return highest.isEmpty() || !isFull
                ? OptionalDouble.empty()
                : OptionalDouble.of(100 * column.headline().mean() - highest.getAsDouble());
    }

    /** What the networks were made with; several where some were made earlier than others. */
    List<String> versions() {
        return columns.stream()
                .flatMap(column -> column.outcomes().stream())
                .map(Outcome::version)
                .distinct()
                .toList();
    }

    /** As one JSON object; ours as fractions, what was published as it was. */
    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("name", table.name())
                .put("title", table.title())
                .put("fullProtocol", isFull)
                .put("trainSamples", images.train().size())
                .put("testSamples", images.test().size());
        ArrayNode numbers = json.putArray("seeds");
        seeds.forEach(numbers::add);
        ArrayNode made = json.putArray("versions");
        versions().forEach(made::add);
        ArrayNode sizes = json.putArray("sizes");
        columns.forEach(column -> sizes.add(json(column)));
        return json;
    }

    private ObjectNode json(Column column) {
        ObjectNode json = Json.object()
                .put("neurons", column.neurons())
                .put("recipe", column.recipe().name())
                .put("plan", column.recipe().plan().toString())
                .put("headline", column.recipe().headline().fieldName());
        ObjectNode accuracy = json.putObject("accuracy");
        for (Vote vote : Vote.values()) {
            accuracy.set(vote.fieldName(), Json.spread(column.accuracy(vote)));
        }
        ArrayNode runs = json.putArray("runs");
        for (int i = 0; i < seeds.size(); i++) {
            runs.add(Json.object()
                    .put("seed", seeds.get(i))
                    .<ObjectNode>setAll(column.outcomes().get(i).json()));
        }
        ArrayNode published = json.putArray("published");
        table.rows().stream()
                .filter(row -> row.figures().containsKey(column.neurons()))
                .forEach(row -> published
                        .addObject()
                        .put("who", row.who())
                        .put("percent", row.figures().get(column.neurons()).text()));
        margin(column).ifPresent(margin -> json.put("percentAboveHighestPublished", margin));
        return json.set("seconds", Json.spread(column.seconds()));
    }
}
