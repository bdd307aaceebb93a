package org.snn4j.tensor.array;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The arrays of one simulation: made when it opens, outside of any workspace that the caller has open, and given back all at
 * once. Nothing is allocated in between.
 */
public final class ArrayStore implements AutoCloseable {
    private final List<INDArray> arrays = new ArrayList<>();

    /** Zeros, {@link DataType#FLOAT}, in C order. */
    public INDArray zeros(long... shape) {
        return zeros(DataType.FLOAT, shape);
    }

    /** Zeros of the given type, in C order. */
    public INDArray zeros(DataType type, long... shape) {
        return keep(() -> Nd4j.create(type, shape));
    }

    /** The given value in each element, {@link DataType#FLOAT}. */
    public INDArray filled(double value, long... shape) {
        INDArray array = zeros(shape);
        array.assign(value);
        return array;
    }

    /** A copy of the values, in C order, {@link DataType#FLOAT}. */
    public INDArray of(float[] values, long... shape) {
        return keep(() -> Nd4j.create(values, shape, DataType.FLOAT));
    }

    /** A copy of the values, {@link DataType#INT}. */
    public INDArray of(int[] values) {
        return keep(() -> Nd4j.createFromArray(values));
    }

    /** Gives back the memory of all arrays; none of them, and no view of them, may be used any more. */
    @Override
    public void close() {
        for (INDArray array : arrays) {
            if (!array.wasClosed()) {
                array.close();
            }
        }
        arrays.clear();
    }

    private INDArray keep(Supplier<INDArray> made) {
        MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces();
        try {
            INDArray array = made.get();
            arrays.add(array);
            return array;
        } finally {
            outside.close();
        }
    }
}
