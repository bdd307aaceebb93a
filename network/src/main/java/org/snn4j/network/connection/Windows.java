package org.snn4j.network.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.snn4j.network.array.Shape;

/**
 * Windows that slide over the one to three last dimensions of a layer of shape [channels, ...].
 *
 * @param kernel the size of a window
 * @param stride how far it moves
 * @param padding how far it reaches over the border on each side
 */
public record Windows(List<Integer> kernel, List<Integer> stride, List<Integer> padding) {
    public Windows {
        kernel = List.copyOf(kernel);
        stride = List.copyOf(stride);
        padding = List.copyOf(padding);
        if (kernel.isEmpty()
                || kernel.size() > 3
                || stride.size() != kernel.size()
                || padding.size() != kernel.size()) {
            throw new IllegalArgumentException("kernel " + kernel + ", stride " + stride + " and padding " + padding
                    + " must have the same number of dimensions, from 1 to 3");
        }
        for (int d = 0; d < kernel.size(); d++) {
            if (kernel.get(d) < 1 || stride.get(d) < 1 || padding.get(d) < 0 || padding.get(d) >= kernel.get(d)) {
                throw new IllegalArgumentException("in dimension " + d + " kernel " + kernel.get(d) + ", stride "
                        + stride.get(d) + " and padding " + padding.get(d)
                        + " do not go together; kernel and stride must be at least 1, padding from 0 to below kernel");
            }
        }
    }

    /** The same window size in each dimension, moving by one, within the border. */
    public static Windows of(int... kernel) {
        List<Integer> ones = IntStream.range(0, kernel.length).mapToObj(d -> 1).toList();
        List<Integer> zeros = IntStream.range(0, kernel.length).mapToObj(d -> 0).toList();
        return new Windows(IntStream.of(kernel).boxed().toList(), ones, zeros);
    }

    /** The same moving by {@code steps}. */
    public Windows stride(int... steps) {
        return new Windows(kernel, IntStream.of(steps).boxed().toList(), padding);
    }

    /** The same reaching over the border by {@code width}. */
    public Windows padding(int... width) {
        return new Windows(kernel, stride, IntStream.of(width).boxed().toList());
    }

    /** The number of dimensions that windows slide over. */
    public int rank() {
        return kernel.size();
    }

    /**
     * The number of windows in each dimension.
     *
     * @param source [channels, ...]
     * @throws IllegalArgumentException if the source has another number of dimensions, or is smaller than a window
     */
    public int[] counts(Shape source) {
        if (source.rank() != rank() + 1) {
            throw new IllegalArgumentException("the source has shape " + source + "; for windows of " + kernel
                    + " it must be [channels" + ", length".repeat(rank()) + "]");
        }
        int[] counts = new int[rank()];
        for (int d = 0; d < rank(); d++) {
            int room = source.length(d + 1) + 2 * padding.get(d) - kernel.get(d);
            if (room < 0) {
                throw new IllegalArgumentException("windows of " + kernel + " do not fit a source of shape " + source);
            }
            counts[d] = room / stride.get(d) + 1;
        }
        return counts;
    }

    /**
     * Checks that a target has the shape [any, ...windows in each dimension].
     *
     * @throws IllegalArgumentException naming the shape that would be right
     */
    void requireTarget(Shape source, Shape target) {
        List<Integer> needed = new ArrayList<>();
        needed.add(target.rank() == 0 ? 1 : target.length(0));
        IntStream.of(counts(source)).forEach(needed::add);
        if (!target.toList().equals(needed)) {
            throw new IllegalArgumentException("windows of " + kernel + " over a source of shape " + source
                    + " make a target of shape " + needed + ", but it has " + target);
        }
    }

    /** The number of positions in a window. */
    public int size() {
        return kernel.stream().reduce(1, (a, b) -> a * b);
    }

    /**
     * The position in the source that a position in a window stands for, both counted in C order without channels.
     *
     * @return -1 where the window reaches over the border
     */
    public int sourcePosition(Shape source, int window, int inWindow) {
        int[] counts = counts(source);
        int position = 0;
        int scale = 1;
        for (int d = rank() - 1; d >= 0; d--) {
            int length = source.length(d + 1);
            int x = window % counts[d] * stride.get(d) + inWindow % kernel.get(d) - padding.get(d);
            if (x < 0 || x >= length) {
                return -1;
            }
            position += x * scale;
            scale *= length;
            window /= counts[d];
            inWindow /= kernel.get(d);
        }
        return position;
    }
}
