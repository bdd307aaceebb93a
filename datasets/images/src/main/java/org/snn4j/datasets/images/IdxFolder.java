package org.snn4j.datasets.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A folder with the four IDX files of a data set that comes as MNIST does: Fashion-MNIST, KMNIST, parts of EMNIST. */
public final class IdxFolder {
    private static final List<String> TRAIN = List.of("train");
    private static final List<String> TEST = List.of("t10k", "test");

    private IdxFolder() {}

    /**
     * Reads the four files, raw or compressed, and names the set after the folder. There are as many classes as the
     * highest label asks for.
     *
     * @throws IOException naming the folder and the names looked for if a file is missing, or the file and the place
     *     if one is malformed or the files do not fit each other
     */
    public static DataSplit open(Path folder) throws IOException {
        IdxFile trainImages = read(folder, TRAIN, "images", "idx3");
        IdxFile trainLabels = read(folder, TRAIN, "labels", "idx1");
        IdxFile testImages = read(folder, TEST, "images", "idx3");
        IdxFile testLabels = read(folder, TEST, "labels", "idx1");
        int classes = Math.max(2, 1 + Math.max(highest(trainLabels), highest(testLabels)));
        String name = Optional.ofNullable(folder.toAbsolutePath().normalize().getFileName())
                .orElse(folder)
                .toString();
        try {
            LabelledImages train = LabelledImages.of(name + "-train", trainImages, trainLabels, classes);
            LabelledImages test = LabelledImages.of(name + "-test", testImages, testLabels, classes);
            return new DataSplit(name, train, test);
        } catch (IllegalArgumentException e) {
            throw new IOException("the folder " + folder + ": " + e.getMessage(), e);
        }
    }

    private static IdxFile read(Path folder, List<String> parts, String kind, String rank) throws IOException {
        List<String> names = parts.stream()
                .map(part -> part + "-" + kind)
                .flatMap(stem -> Stream.of(stem + "-" + rank + "-ubyte", stem + "." + rank + "-ubyte"))
                .flatMap(name -> Stream.of(name, name + ".gz"))
                .toList();
        for (String name : names) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                return IdxReader.read(file);
            }
        }
        throw new NoSuchFileException(folder.toString(), null, "the folder holds none of " + String.join(", ", names));
    }

    private static int highest(IdxFile labels) {
        return IntStream.range(0, labels.size()).map(labels::get).max().orElseThrow();
    }
}
