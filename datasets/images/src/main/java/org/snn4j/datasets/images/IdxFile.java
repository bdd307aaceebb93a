package org.snn4j.datasets.images;

import java.util.List;

/**
 * What an IDX file of unsigned bytes holds: its dimensions, outermost first, and its elements in C order. MNIST's
 * images are [60000, 28, 28], its labels [60000].
 */
public final class IdxFile {
    private final String source;
    private final List<Integer> dimensions;
    private final byte[] elements;

    private IdxFile(String source, List<Integer> dimensions, byte[] elements) {
        this.source = source;
        this.dimensions = List.copyOf(dimensions);
        this.elements = elements;
        requireSize(source, dimensions, elements.length);
    }

    private static void requireSize(String source, List<Integer> dimensions, int elements) {
        long size = 1;
        for (int length : dimensions) {
            if (length < 1) {
                throw new IllegalArgumentException(
                        source + ": dimensions " + dimensions + " hold a length of " + length + "; 1 is the least");
            }
            size = Math.min(size * length, Integer.MAX_VALUE);
        }
        if (size != elements) {
            throw new IllegalArgumentException(source + ": dimensions " + dimensions + " do not make " + elements
                    + " elements, which is how many there are");
        }
    }

    /**
     * Copies the elements.
     *
     * @param source where the elements come from, for error messages
     * @throws IllegalArgumentException if there are not as many elements as the dimensions say
     */
    public static IdxFile of(String source, List<Integer> dimensions, byte... elements) {
        return new IdxFile(source, dimensions, elements.clone());
    }

    /** As {@link #of}, but takes the array over: the caller must not keep it. */
    static IdxFile owning(String source, List<Integer> dimensions, byte[] elements) {
        return new IdxFile(source, dimensions, elements);
    }

    /** The file or resource that this was read from. */
    public String source() {
        return source;
    }

    public List<Integer> dimensions() {
        return dimensions;
    }

    /** The number of elements: the product of the dimensions. */
    public int size() {
        return elements.length;
    }

    /** The element at {@code index}, counted in C order, from 0 to 255. */
    public int get(int index) {
        return elements[index] & 0xFF;
    }

    /**
     * Images [n, height, width] with rows and columns exchanged, [n, width, height].
     *
     * @throws IllegalArgumentException if these are no images
     */
    IdxFile transposed() {
        if (dimensions.size() != 3) {
            throw new IllegalArgumentException(
                    source + ": dimensions are " + dimensions + ", but images [n, height, width] are needed");
        }
        int height = dimensions.get(1);
        int width = dimensions.get(2);
        byte[] transposed = new byte[elements.length];
        for (int from = 0; from < elements.length; from += height * width) {
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    transposed[from + column * height + row] = elements[from + row * width + column];
                }
            }
        }
        return owning(source, List.of(dimensions.get(0), width, height), transposed);
    }

    /**
     * Labels that begin with {@code first} as labels that begin with 0.
     *
     * @throws IllegalArgumentException naming the place if a label is not from {@code first} to
     *     {@code first + classes - 1}
     */
    IdxFile lowered(int first, int classes) {
        byte[] lowered = new byte[elements.length];
        for (int i = 0; i < elements.length; i++) {
            if (get(i) < first || get(i) >= first + classes) {
                throw new IllegalArgumentException(source + ": byte " + offsetOf(i) + ": label " + i + " is " + get(i)
                        + ", but must be from " + first + " to " + (first + classes - 1));
            }
            lowered[i] = (byte) (get(i) - first);
        }
        return owning(source, dimensions, lowered);
    }

    /** The elements themselves, not a copy: for this package's readers, which do not write to them. */
    byte[] elements() {
        return elements;
    }

    /** Where the element at {@code index} stands in the uncompressed file. */
    long offsetOf(int index) {
        return IdxReader.headerLength(dimensions.size()) + index;
    }
}
