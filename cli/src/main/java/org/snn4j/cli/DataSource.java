package org.snn4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.download.DownloadListener;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which images to use. */
final class DataSource {
    static final String MNIST = "mnist";

    private static final int MOST_HELD_OUT = 10_000;
    private static final int VALIDATION_PART = 6;

    @Option(
            names = "--dataset",
            paramLabel = "NAME|DIR",
            defaultValue = "mnist",
            description = "The images: mnist, which is bundled; fashion-mnist or another that \"snn4j datasets list\""
                    + " shows, which is downloaded once; a folder with four IDX files, gz or raw, or with one folder of"
                    + " images for each class; NAME=DIR for a known set's files in a folder [${DEFAULT-VALUE}]")
    private String dataset;

    @Mixin
    private DatasetOptions options = new DatasetOptions();

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

    /** Has paths that are not absolute begin in a folder. */
    void lookFrom(Path folder) {
        options.lookFrom(folder);
    }

    /** The images, the test images cut to the number asked for. */
    DataSplit split(DownloadListener listener) throws IOException {
        DataSplit all = options.open(dataset, "--dataset", listener);
        return cut(holdOut == null ? all : heldOut(all, holdOut));
    }

    /**
     * A split of the training images alone: what {@code --hold-out} says, or else a sixth of them and 10,000 at most, is left
     * out to compare on.
     */
    DataSplit validation(DownloadListener listener) throws IOException {
        DataSplit all = options.open(dataset, "--dataset", listener);
        int usual = Math.max(1, Math.min(MOST_HELD_OUT, all.train().size() / VALIDATION_PART));
        return cut(heldOut(all, holdOut == null ? usual : holdOut));
    }

    private DataSplit cut(DataSplit split) {
        return testSamples == null
                ? split
                : new DataSplit(split.name(), split.train(), first(split.test(), testSamples, "--test-samples"));
    }

    /** The first images of a set, by an option's value. */
    static LabelledImages first(LabelledImages images, int count, String option) {
        requireAtMost(images.size(), count, option, images);
        return images.first(count);
    }

    private static DataSplit heldOut(DataSplit all, int count) {
        requireAtMost(all.train().size() - 1, count, "--hold-out", all.train());
        return all.holdOut(count);
    }

    private static void requireAtMost(int limit, int count, String option, LabelledImages images) {
        if (count > limit) {
            throw new WrongUse(option + " is " + count + "; " + images.name() + " has " + images.size()
                    + " images, so from 1 to " + limit + " would be right.");
        }
    }
}
