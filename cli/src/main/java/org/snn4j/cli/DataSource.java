package org.snn4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.datasets.images.IdxFolder;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.Mnist;
import picocli.CommandLine.Option;

/** The options that say which images to use. */
final class DataSource {
    @Option(
            names = "--dataset",
            paramLabel = "mnist|DIR",
            defaultValue = "mnist",
            description = "The images: mnist, which is bundled, or a folder with four IDX files, gz or raw."
                    + " Default: ${DEFAULT-VALUE}")
    private String dataset;

    @Option(names = "--test-samples", paramLabel = "N", description = "Test on the first N images only.")
    private Integer testSamples;

    @Option(
            names = "--hold-out",
            paramLabel = "N",
            description = "Leave the test images alone: test on the last N training images and do not learn from"
                    + " them. For choosing settings.")
    private Integer holdOut;

    /** The images, the test images cut to the number asked for. */
    DataSplit split() throws IOException {
        DataSplit all = dataset.equals("mnist") ? Mnist.split() : folder(Path.of(dataset));
        DataSplit split = holdOut == null ? all : all.holdOut(holdOut);
        return testSamples == null
                ? split
                : new DataSplit(split.name(), split.train(), first(split.test(), testSamples, "--test-samples"));
    }

    /** The first images of a set, by an option's value. */
    static LabelledImages first(LabelledImages images, int count, String option) {
        if (count < 1 || count > images.size()) {
            throw new IllegalArgumentException(option + " is " + count + "; " + images.name() + " has " + images.size()
                    + " images, so from 1 to " + images.size() + " would be right");
        }
        return images.first(count);
    }

    private static DataSplit folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(
                    folder.toString(), null, "--dataset must be mnist or a folder with the four IDX files");
        }
        return IdxFolder.open(folder);
    }
}
