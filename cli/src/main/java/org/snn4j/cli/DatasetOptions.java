package org.snn4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.datasets.images.Mnist;
import org.snn4j.datasets.images.StratifiedSplit;
import org.snn4j.datasets.images.download.DownloadListener;
import org.snn4j.datasets.images.download.Downloader;
import org.snn4j.datasets.images.download.Timeouts;
import org.snn4j.datasets.images.folder.Framing;
import org.snn4j.datasets.images.folder.ImageFolder;
import org.snn4j.datasets.images.folder.ImageForm;
import org.snn4j.datasets.images.known.DatasetCache;
import org.snn4j.datasets.images.known.IdxFolder;
import org.snn4j.datasets.images.known.KnownDataset;
import org.snn4j.datasets.images.known.RemoteDataset;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how data sets are found and read. */
final class DatasetOptions {
    private static final double TEST_FRACTION = 0.2;
    private static final long SPLIT_SEED = 0;
    private static final String IDX = " is made of IDX files";

    @Mixin
    private CacheOption cache = new CacheOption();

    @Option(
            names = "--frame",
            paramLabel = "whole|digit",
            converter = Values.Frame.class,
            description = "How a folder's images become 28 x 28: whole, or as predict does it with a digit [whole]")
    private Framing framing;

    @Option(
            names = "--test-fraction",
            paramLabel = "X",
            converter = Values.Real.class,
            description =
                    "The part of a folder's images to test on, where it has no train and test [" + TEST_FRACTION + "]")
    private Double testFraction;

    @Option(
            names = "--split-seed",
            paramLabel = "N",
            converter = Values.Whole.class,
            description = "Fixes how a folder's images are shuffled and divided [" + SPLIT_SEED + "]")
    private Long splitSeed;

    /** Where paths that are not absolute begin. */
    private Path base = Path.of("");

    /** Has paths that are not absolute begin in a folder. */
    void lookFrom(Path folder) {
        base = folder;
        cache.lookFrom(folder);
    }

    DatasetCache cache() {
        return cache.cache();
    }

    /**
     * Opens the set that an option or parameter names; one that is known but not there is downloaded.
     *
     * @param option what messages call where the text was given
     */
    DataSplit open(String text, String option, DownloadListener listener) throws IOException {
        Optional<KnownDataset> known = KnownDataset.named(text);
        if (known.isPresent()) {
            requireNoFolderOptions(text + IDX);
            return known(known.get(), listener);
        }
        if (Files.isDirectory(base.resolve(text))) {
            return folder(base.resolve(text));
        }
        int equals = text.indexOf('=');
        Optional<KnownDataset> named = KnownDataset.named(text.substring(0, Math.max(0, equals)));
        if (named.isPresent() && Files.isDirectory(base.resolve(text.substring(equals + 1)))) {
            requireNoFolderOptions(text + IDX);
            return IdxFolder.open(base.resolve(text.substring(equals + 1)), named.get());
        }
        throw new WrongUse(option + " is " + text + ", which is neither a data set that is known nor a folder; "
                + String.join(", ", KnownDataset.ids())
                + " or a folder, of four IDX files or of one folder of images for each class, would be right.");
    }

    private DataSplit known(KnownDataset set, DownloadListener listener) throws IOException {
        if (set.remote().isEmpty()) {
            return Mnist.split();
        }
        RemoteDataset remote = set.remote().get();
        if (!cache().holds(remote)) {
            cache().fetch(remote, new Downloader(Timeouts.STANDARD, listener));
        }
        return cache().open(remote);
    }

    private DataSplit folder(Path folder) throws IOException {
        if (IdxFolder.holdsIdxFiles(folder)) {
            requireNoFolderOptions(folder + IDX);
            return IdxFolder.open(folder);
        }
        if (!ImageFolder.holdsFolders(folder)) {
            throw new IOException(folder + ": holds neither IDX files, such as train-images-idx3-ubyte.gz, nor a folder"
                    + " of images for each class");
        }
        if (testFraction != null && ImageFolder.holdsTestImages(folder)) {
            throw new WrongUse("--test-fraction is " + testFraction + ", but " + folder
                    + " has train and test images of its own.");
        }
        return ImageFolder.open(folder, ImageForm.of(framing == null ? Framing.WHOLE : framing), split());
    }

    private StratifiedSplit split() {
        try {
            return new StratifiedSplit(
                    testFraction == null ? TEST_FRACTION : testFraction, splitSeed == null ? SPLIT_SEED : splitSeed);
        } catch (IllegalArgumentException e) {
            throw new WrongUse("--test-fraction: " + e.getMessage());
        }
    }

    /** @throws WrongUse if one of these options was given. @param why it cannot be */
    void requireNone(String why) {
        if (cache.isGiven()) {
            throw new WrongUse("--cache is for data sets by name, but " + why + ".");
        }
        requireNoFolderOptions(why);
    }

    private void requireNoFolderOptions(String why) {
        if (framing != null || testFraction != null || splitSeed != null) {
            String option = framing != null ? "--frame" : testFraction != null ? "--test-fraction" : "--split-seed";
            throw new WrongUse(option + " is for folders of images, but " + why + ".");
        }
    }
}
