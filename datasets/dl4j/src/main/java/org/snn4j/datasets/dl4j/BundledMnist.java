package org.snn4j.datasets.dl4j;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.deeplearning4j.datasets.fetchers.MnistDataFetcher;
import org.deeplearning4j.datasets.iterator.impl.MnistDataSetIterator;
import org.snn4j.datasets.images.MnistFile;

/**
 * The bundled MNIST digits through Deeplearning4j's own {@link MnistDataSetIterator}, without a download: it finds the
 * unpacked files in a folder. The iterators give features [n, 784] from 0 to 1 and one-hot labels [n, 10].
 *
 * <p>Nothing global is changed. A program that calls Deeplearning4j's own constructors finds the same files after
 * {@code DL4JResources.setBaseDirectory(folder.toFile())}, or with the system property
 * {@code org.deeplearning4j.resources.directory}. Unless that property is set, Deeplearning4j makes an empty folder
 * {@code .deeplearning4j} in the user's home directory when it is first used.
 */
public final class BundledMnist {
    private final Path folder;

    private BundledMnist(Path folder) {
        this.folder = folder;
    }

    /**
     * Unpacks the four files (55 MB) into the folder, which is made if need be. Files that are there already are
     * compared byte by byte and never written to: Deeplearning4j itself checks no more than the first four bytes.
     *
     * @throws IOException naming the file if one with other content is there, or if one cannot be written
     */
    public static BundledMnist in(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (MnistFile file : MnistFile.values()) {
            byte[] content = new GZIPInputStream(new ByteArrayInputStream(file.gzip())).readAllBytes();
            Path target = folder.resolve(file.fileName());
            if (Files.notExists(target)) {
                write(content, target);
            }
            requireSame(content, target);
        }
        return new BundledMnist(folder);
    }

    /** The folder with the four files. */
    public Path folder() {
        return folder;
    }

    /** The 60,000 training images in their stored order. */
    public MnistDataSetIterator train(int batchSize) throws IOException {
        return new MnistDataSetIterator(
                checked(batchSize), MnistDataFetcher.NUM_EXAMPLES, false, true, false, 0, folder.toFile());
    }

    /** The 60,000 training images, shuffled anew at each reset; the same seed gives the same orders. */
    public MnistDataSetIterator shuffledTrain(int batchSize, long seed) throws IOException {
        return new MnistDataSetIterator(
                checked(batchSize), MnistDataFetcher.NUM_EXAMPLES, false, true, true, seed, folder.toFile());
    }

    /** The 10,000 test images in their stored order. */
    public MnistDataSetIterator test(int batchSize) throws IOException {
        return new MnistDataSetIterator(
                checked(batchSize), MnistDataFetcher.NUM_EXAMPLES_TEST, false, false, false, 0, folder.toFile());
    }

    private static int checked(int batchSize) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("the batch size is " + batchSize + ", but must be at least 1");
        }
        return batchSize;
    }

    /** Writes beside the target first, so that a half-written file never bears its name. */
    private static void write(byte[] content, Path target) throws IOException {
        Path unfinished = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".unfinished");
        try {
            try (FileChannel out = FileChannel.open(unfinished, CREATE_NEW, WRITE)) {
                for (ByteBuffer rest = ByteBuffer.wrap(content); rest.hasRemaining(); ) {
                    out.write(rest);
                }
                out.force(true);
            }
            Files.move(unfinished, target);
        } catch (FileAlreadyExistsException e) {
            // Someone else was faster: the comparison that follows decides about that file.
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void requireSame(byte[] content, Path target) throws IOException {
        byte[] found;
        try (InputStream in = Files.newInputStream(target)) {
            found = in.readNBytes(content.length + 1);
        }
        int place = Arrays.mismatch(content, found);
        if (place >= 0) {
            throw new IOException(target + ": byte " + place + ": the file differs from MNIST's of that name (found "
                    + at(found, place) + ", expected " + at(content, place)
                    + "); it has been left alone, so move it away or name another folder");
        }
    }

    private static String at(byte[] bytes, int place) {
        return place < bytes.length ? String.format("0x%02x", bytes[place]) : "the end";
    }
}
