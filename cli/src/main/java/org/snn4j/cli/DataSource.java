package org.snn4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.Mnist;
import org.snn4j.datasets.images.known.IdxFolder;
import picocli.CommandLine.Option;

/** The options that say which images to use. */
final class DataSource {
    static final String MNIST = "mnist";

    @Option(
            names = "--dataset",
            paramLabel = "mnist|DIR",
            defaultValue = MNIST,
            description = "The images: mnist, which is bundled, or a folder with four IDX files, gz or raw"
                    + " [${DEFAULT-VALUE}]")
    private String dataset;

    @Option(
            names = "--test-samples",
            paramLabel = "N",
            converter = Values.Count.class,
            description = "Test on the first N images [all]")
    private Integer testSamples;

    @Option(
            names = "--hold-out",
            paramLabel = "N",
            converter = Values.Count.class,
            description = "Leave the test images alone: test on the last N training images and do not learn from"
                    + " them. For choosing settings.")
    private Integer holdOut;

    /** The images, the test images cut to the number asked for. */
    DataSplit split() throws IOException {
        DataSplit all = open(dataset);
        DataSplit split = holdOut == null ? all : heldOut(all);
        return testSamples == null
                ? split
                : new DataSplit(split.name(), split.train(), first(split.test(), testSamples, "--test-samples"));
    }

    /** All images of a data set. @param dataset as {@code --dataset} takes it */
    static DataSplit open(String dataset) throws IOException {
        return dataset.equals(MNIST) ? Mnist.split() : folder(Path.of(dataset));
    }

    /** The first images of a set, by an option's value. */
    static LabelledImages first(LabelledImages images, int count, String option) {
        requireAtMost(images.size(), count, option, images);
        return images.first(count);
    }

    private DataSplit heldOut(DataSplit all) {
        requireAtMost(all.train().size() - 1, holdOut, "--hold-out", all.train());
        return all.holdOut(holdOut);
    }

    private static void requireAtMost(int limit, int count, String option, LabelledImages images) {
        if (count > limit) {
            throw new WrongUse(option + " is " + count + "; " + images.name() + " has " + images.size()
                    + " images, so from 1 to " + limit + " would be right.");
        }
    }

    private static DataSplit folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new WrongUse("--dataset is " + folder + ", which is no folder; " + MNIST
                    + " or a folder with the four IDX files of a data set would be right.");
        }
        return IdxFolder.open(folder);
    }
}
