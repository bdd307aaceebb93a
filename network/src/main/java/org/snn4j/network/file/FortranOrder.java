package org.snn4j.network.file;

import org.snn4j.network.array.Shape;

/** Walks an array with its first dimension fastest and says where each element stands in C order. */
final class FortranOrder {
    private final Shape shape;
    private final int[] strides;
    private final int[] index;
    private int position;

    FortranOrder(Shape shape) {
        this.shape = shape;
        index = new int[shape.rank()];
        strides = new int[shape.rank()];
        int stride = 1;
        for (int d = shape.rank() - 1; d >= 0; d--) {
            strides[d] = stride;
            stride *= shape.length(d);
        }
    }

    int next() {
        int here = position;
        for (int d = 0; d < index.length; d++) {
            position += strides[d];
            if (++index[d] < shape.length(d)) {
                break;
            }
            position -= strides[d] * index[d];
            index[d] = 0;
        }
        return here;
    }
}
