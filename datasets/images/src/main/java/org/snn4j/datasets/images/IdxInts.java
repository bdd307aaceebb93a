package org.snn4j.datasets.images;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.List;

/**
 * What an IDX file of 32-bit integers holds, such as QMNIST's extended labels [60000, 8].
 */
final class IdxInts {
    private final String source;
    private final List<Integer> dimensions;
    private final IntBuffer elements;

    /** @param elements as they stand in the file, big-endian; taken over */
    IdxInts(String source, List<Integer> dimensions, byte[] elements) {
        this.source = source;
        this.dimensions = List.copyOf(dimensions);
        this.elements = ByteBuffer.wrap(elements).asIntBuffer();
    }

    /**
     * One column of a table [n, columns] as labels [n].
     *
     * @param columns how many columns the table must have
     * @throws IllegalArgumentException naming the file if it is no such table, or if a number in the column does not fit
     *     into an unsigned byte
     */
    IdxFile column(int column, int columns) {
        if (dimensions.size() != 2 || dimensions.get(1) != columns) {
            throw new IllegalArgumentException(source + ": dimensions are " + dimensions + ", but extended labels [n, "
                    + columns + "] are needed");
        }
        byte[] labels = new byte[dimensions.get(0)];
        for (int row = 0; row < labels.length; row++) {
            int index = row * columns + column;
            int label = elements.get(index);
            if (label < 0 || label > 255) {
                throw new IllegalArgumentException(source + ": byte " + offsetOf(index) + ": label " + row + " is "
                        + label + ", but must be from 0 to 255");
            }
            labels[row] = (byte) label;
        }
        return IdxFile.owning(source, dimensions.subList(0, 1), labels);
    }

    private long offsetOf(int index) {
        return IdxReader.headerLength(dimensions.size()) + (long) Integer.BYTES * index;
    }
}
