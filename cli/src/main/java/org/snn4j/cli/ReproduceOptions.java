package org.snn4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.Mnist;
import org.snn4j.training.recipe.PublishedTable;
import org.snn4j.training.recipe.Recipe;
import picocli.CommandLine.Option;

/** The options that say how much of a table to make. */
final class ReproduceOptions {
    @Option(
            names = "--sizes",
            paramLabel = "N",
            split = ",",
            converter = Values.Count.class,
            description = "Only these numbers of neurons [all of the table]")
    private List<Integer> sizes = new ArrayList<>();

    @Option(
            names = "--seeds",
            paramLabel = "SEEDS",
            defaultValue = "5",
            converter = Values.Seeds.class,
            description = "Train each size with these seeds: 5 for 1 to 5, or 1,5,9, or 4:6 [${DEFAULT-VALUE}]")
    private List<Long> seeds;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where models, trials.jsonl and table.md are kept; trainings that it has are not done again"
                    + " [reproductions/NAME]")
    private Path out;

    @Option(
            names = "--train-samples",
            paramLabel = "N",
            converter = Values.Count.class,
            description = "For a quick look: learn from the first N training images only. The table says so.")
    private Integer trainSamples;

    @Option(
            names = "--test-samples",
            paramLabel = "N",
            converter = Values.Count.class,
            description = "For a quick look: test on the first N test images only. The table says so.")
    private Integer testSamples;

    /** The recipes of the sizes that were asked for. */
    List<Recipe> recipes(PublishedTable table) {
        List<Integer> known = table.recipes().stream()
                .map(recipe -> recipe.plan().model().neurons())
                .toList();
        for (int size : sizes) {
            if (!known.contains(size)) {
                throw new WrongUse("--sizes has " + size + "; " + table.name() + " has " + known + ".");
            }
        }
        return table.recipes().stream()
                .filter(recipe ->
                        sizes.isEmpty() || sizes.contains(recipe.plan().model().neurons()))
                .toList();
    }

    List<Long> seeds() {
        return seeds;
    }

    Path folder(PublishedTable table) {
        if (out == null) {
            return Path.of("reproductions", table.name());
        }
        TrainingOptions.requireNamed(out);
        return out;
    }

    /** Whether every image is used. */
    boolean isFullProtocol() {
        return trainSamples == null && testSamples == null;
    }

    DataSplit images() throws IOException {
        DataSplit mnist = Mnist.split();
        return new DataSplit(
                mnist.name(),
                first(mnist.train(), trainSamples, "--train-samples"),
                first(mnist.test(), testSamples, "--test-samples"));
    }

    private static LabelledImages first(LabelledImages images, Integer count, String option) {
        return count == null ? images : DataSource.first(images, count, option);
    }
}
