package org.snn4j.cli;

import java.io.IOException;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.download.DownloadListener;
import org.snn4j.training.Phase;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which images of a data set to use. */
final class ImageRange {
    private static final String TRAIN = "train";

    @Option(
            names = "--dataset",
            paramLabel = "NAME|DIR",
            defaultValue = DataSource.MNIST,
            description = "The images, as train takes them [${DEFAULT-VALUE}]")
    private String dataset;

    @Mixin
    private DatasetOptions options = new DatasetOptions();

    @Option(
            names = "--split",
            paramLabel = "train|test",
            defaultValue = TRAIN,
            converter = Values.Split.class,
            description = "Images to learn from or to test on [${DEFAULT-VALUE}]")
    private String split;

    @Option(
            names = "--first",
            paramLabel = "I",
            defaultValue = "0",
            converter = Values.FromZero.class,
            description = "The first image, counted from 0 [${DEFAULT-VALUE}]")
    private int first;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "1",
            converter = Values.Count.class,
            description = "How many images [${DEFAULT-VALUE}]")
    private int count;

    int first() {
        return first;
    }

    /** In which these images are shown in an experiment. */
    Phase phase() {
        return split.equals(TRAIN) ? Phase.TRAIN : Phase.TEST;
    }

    LabelledImages images() throws IOException {
        DataSplit all = options.open(dataset, "--dataset", DownloadListener.NONE);
        LabelledImages images = split.equals(TRAIN) ? all.train() : all.test();
        int left = images.size() - first;
        if (left < 1) {
            throw new WrongUse("--first is " + first + "; " + images.name() + " has " + images.size()
                    + " images, so from 0 to " + (images.size() - 1) + " would be right.");
        }
        if (count > left) {
            throw new WrongUse("--count is " + count + " and --first is " + first + "; " + images.name() + " has "
                    + images.size() + " images, so --count from 1 to " + left + " would be right.");
        }
        return images.slice(first, first + count);
    }
}
