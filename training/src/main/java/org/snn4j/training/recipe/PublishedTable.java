package org.snn4j.training.recipe;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Accuracies on the test images of MNIST that others have published, and the recipes that make ours of the same sizes.
 *
 * @param name what the command line calls it
 * @param title what it is about
 * @param recipes one for each size, the smallest first
 * @param rows what was published
 */
public record PublishedTable(String name, String title, List<Recipe> recipes, List<Row> rows) {
    public PublishedTable {
        recipes = List.copyOf(recipes);
        rows = List.copyOf(rows);
    }

    /**
     * What somebody's networks reached.
     *
     * @param who whose they are, and what is different about them
     * @param figures by the number of neurons
     */
    public record Row(String who, Map<Integer, Figure> figures) {
        public Row {
            figures = Collections.unmodifiableMap(new TreeMap<>(figures));
        }
    }

    /**
     * An accuracy as it was published.
     *
     * @param percent the accuracy; of several the highest
     * @param text as people read it
     */
    public record Figure(double percent, String text) {
        static Figure of(double percent) {
            return new Figure(percent, String.valueOf(percent));
        }

        static Figure of(double percent, double deviation) {
            return new Figure(percent, percent + " ± " + deviation);
        }
    }

    /** The highest that was published for a size, per cent. */
    public OptionalDouble highest(int neurons) {
        return rows.stream()
                .filter(row -> row.figures().containsKey(neurons))
                .mapToDouble(row -> row.figures().get(neurons).percent())
                .max();
    }
}
