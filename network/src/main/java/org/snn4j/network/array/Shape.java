package org.snn4j.network.array;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The lengths of an array's dimensions, outermost first. An empty shape is a scalar's; a length of zero makes an
 * array without elements.
 */
public final class Shape {
    private final int[] lengths;
    private final int size;

    private Shape(int[] lengths) {
        long product = 1;
        for (int length : lengths) {
            if (length < 0) {
                throw new IllegalArgumentException(
                        "shape " + Arrays.toString(lengths) + " has a negative length; each must be at least 0");
            }
            product *= length;
            if (product > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("shape " + Arrays.toString(lengths) + " has more than "
                        + Integer.MAX_VALUE + " elements, the most that one array can hold");
            }
        }
        this.lengths = lengths;
        this.size = (int) product;
    }

    public static Shape of(int... lengths) {
        return new Shape(lengths.clone());
    }

    public static Shape of(List<Integer> lengths) {
        return new Shape(lengths.stream().mapToInt(Integer::intValue).toArray());
    }

    /** This shape behind further outer dimensions: {@code Shape.of(28, 28).within(250, 1)} is [250, 1, 28, 28]. */
    public Shape within(int... outer) {
        return new Shape(
                IntStream.concat(IntStream.of(outer), IntStream.of(lengths)).toArray());
    }

    /** This shape without its outermost dimension. @throws IndexOutOfBoundsException if it has none */
    public Shape inner() {
        return of(toList().subList(1, rank()));
    }

    /** The number of dimensions. */
    public int rank() {
        return lengths.length;
    }

    public int length(int dimension) {
        return lengths[dimension];
    }

    /** The number of elements: the product of the lengths. */
    public int size() {
        return size;
    }

    public List<Integer> toList() {
        return IntStream.of(lengths).boxed().toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape that && Arrays.equals(lengths, that.lengths);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(lengths);
    }

    /** As NumPy writes it, without the trailing comma: [250, 1, 784]. */
    @Override
    public String toString() {
        return IntStream.of(lengths).mapToObj(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }
}
