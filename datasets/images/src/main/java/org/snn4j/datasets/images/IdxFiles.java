package org.snn4j.datasets.images;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.snn4j.datasets.images.IdxLayout.Orientation;
import org.snn4j.datasets.images.IdxLayout.Part;

/** The four IDX files of one data set. */
public final class IdxFiles {
    private static final int EXTENDED_COLUMNS = 8;
    private static final int CLASS_COLUMN = 0;

    private final IdxStore store;
    private final IdxLayout layout;

    /** @param store turns into words as the place where the files lie */
    public IdxFiles(IdxStore store, IdxLayout layout) {
        this.store = store;
        this.layout = layout;
    }

    /** Whether at least one of the four is there. */
    public boolean arePresent() {
        return Stream.of(Part.values())
                .flatMap(part -> layout.names(part).stream())
                .anyMatch(store::holds);
    }

    /**
     * Reads them. There are as many classes as the highest label asks for, called by their labels.
     *
     * @param name what results call the set
     * @throws IOException naming the place and the names looked for if a file is missing, or the file and the byte if one
     *     is malformed or the files do not fit each other
     */
    public DataSplit read(String name) throws IOException {
        Labels labels = new Labels(read(Part.TRAIN_LABELS), read(Part.TEST_LABELS));
        int last = Math.max(layout.firstLabel() + 1, Math.max(highest(labels.train), highest(labels.test)));
        return read(
                name,
                labels,
                IntStream.rangeClosed(layout.firstLabel(), last)
                        .mapToObj(String::valueOf)
                        .toList());
    }

    /**
     * As {@link #read(String)}, for classes that are known.
     *
     * @param classNames what the classes are called, the one with the first label first
     */
    public DataSplit read(String name, List<String> classNames) throws IOException {
        return read(name, new Labels(read(Part.TRAIN_LABELS), read(Part.TEST_LABELS)), classNames);
    }

    private record Labels(IdxFile train, IdxFile test) {}

    private DataSplit read(String name, Labels labels, List<String> classNames) throws IOException {
        try {
            return new DataSplit(
                    name,
                    LabelledImages.of(
                            name + "-train",
                            upright(read(Part.TRAIN_IMAGES)),
                            fromZero(labels.train, classNames.size()),
                            classNames),
                    LabelledImages.of(
                            name + "-test",
                            upright(read(Part.TEST_IMAGES)),
                            fromZero(labels.test, classNames.size()),
                            classNames));
        } catch (IllegalArgumentException e) {
            throw new IOException(store + ": " + e.getMessage(), e);
        }
    }

    private IdxFile read(Part part) throws IOException {
        List<String> names = layout.names(part);
        String name = names.stream()
                .filter(store::holds)
                .findFirst()
                .orElseThrow(() ->
                        new NoSuchFileException(store.toString(), null, "holds none of " + String.join(", ", names)));
        try (InputStream in = store.open(name)) {
            return IdxLayout.isExtended(name)
                    ? IdxReader.readInts(in, store.pathOf(name)).column(CLASS_COLUMN, EXTENDED_COLUMNS)
                    : IdxReader.read(in, store.pathOf(name));
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private IdxFile upright(IdxFile images) {
        return layout.orientation() == Orientation.UPRIGHT ? images : images.transposed();
    }

    private IdxFile fromZero(IdxFile labels, int classes) {
        return layout.firstLabel() == 0 ? labels : labels.lowered(layout.firstLabel(), classes);
    }

    private static int highest(IdxFile labels) {
        return IntStream.range(0, labels.size()).map(labels::get).max().orElseThrow();
    }
}
