package org.snn4j.datasets.images;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How the four IDX files of a data set are called, and how what they hold is to be understood.
 *
 * @param prefix what stands before {@code train-images-idx3-ubyte} and the like, such as {@code emnist-letters-}
 * @param orientation whether images are stored row by row
 * @param firstLabel the label of the first class
 */
public record IdxLayout(String prefix, Orientation orientation, int firstLabel) {
    /** As MNIST's: no prefix, row by row, labels from 0. */
    public static final IdxLayout PLAIN = new IdxLayout("", Orientation.UPRIGHT, 0);

    private static final List<String> TRAIN = List.of("train");
    private static final List<String> TEST = List.of("t10k", "test");

    /** How the pixels of an image follow each other. */
    public enum Orientation {
        /** Row by row, from top to bottom. */
        UPRIGHT,
        /** Column by column, as in EMNIST: read row by row, an image is mirrored along its diagonal. */
        TRANSPOSED
    }

    public IdxLayout {
        Objects.requireNonNull(prefix, "the prefix of the files' names is missing");
        Objects.requireNonNull(orientation, "the orientation of the images is missing");
        if (firstLabel < 0 || firstLabel > 255) {
            throw new IllegalArgumentException("the first label is " + firstLabel + ", but must be from 0 to 255");
        }
    }

    /** The four files. */
    enum Part {
        TRAIN_IMAGES,
        TRAIN_LABELS,
        TEST_IMAGES,
        TEST_LABELS;

        boolean isLabels() {
            return this == TRAIN_LABELS || this == TEST_LABELS;
        }

        private List<String> stems() {
            return this == TRAIN_IMAGES || this == TRAIN_LABELS ? TRAIN : TEST;
        }
    }

    /** The names that a file may have, the usual first; each also with {@code .gz} after it. */
    List<String> names(Part part) {
        Stream<String> stems = part.stems().stream().map(stem -> prefix + stem);
        Stream<String> names = part.isLabels()
                ? stems.flatMap(stem ->
                        Stream.of(stem + "-labels-idx1-ubyte", stem + "-labels.idx1-ubyte", stem + "-labels-idx2-int"))
                : stems.flatMap(stem -> Stream.of(stem + "-images-idx3-ubyte", stem + "-images.idx3-ubyte"));
        return names.flatMap(name -> Stream.of(name, name + ".gz")).toList();
    }

    /** Whether a file of that name holds a table of 32-bit integers, of which the first column is the class. */
    static boolean isExtended(String name) {
        return name.endsWith("-idx2-int") || name.endsWith("-idx2-int.gz");
    }
}
