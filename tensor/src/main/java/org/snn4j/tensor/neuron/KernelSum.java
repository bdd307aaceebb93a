package org.snn4j.tensor.neuron;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.snn4j.tensor.array.ArrayStore;
import org.snn4j.tensor.array.Program;

/**
 * For each neuron the sum of a kernel over past events, each event weighted: an event is added at once to the sums of all
 * steps that it will be felt in. Those are rows of a matrix that is used as a ring, so the operations of a step depend on
 * which row is its own.
 */
final class KernelSum {
    private final INDArray sums;
    /** By the row of the step, how to add events. */
    private final List<Program> add;
    /** By the row of the step, how to clear it. */
    private final List<Program> clear;

    private final INDArray current;
    private final List<Program> read;
    private int now;

    /**
     * Without events yet.
     *
     * @param kernel its values from the step of an event on
     * @param weights of the events of a step, [batch, neurons], live
     */
    KernelSum(float[] kernel, INDArray weights, ArrayStore store) {
        INDArray events = weights.reshape(weights.length());
        sums = store.zeros(kernel.length, weights.length());
        current = store.zeros(weights.shape());
        INDArray twice = twice(kernel, weights.length(), store);
        INDArray products = store.zeros(kernel.length, weights.length());
        add = perRow(kernel.length, row -> new Program()
                .productRow(rows(twice, kernel.length - row, kernel.length), events, products)
                .add(sums, products));
        read = perRow(kernel.length, row -> new Program().copy(sums.slice(row), current.reshape(weights.length())));
        clear = perRow(kernel.length, row -> new Program().set(sums.slice(row), 0));
    }

    /** The sum as {@link #read} found it, [batch, neurons]. */
    INDArray current() {
        return current;
    }

    /** Adds this step's events. */
    void add() {
        add.get(now).run();
    }

    void read() {
        read.get(now).run();
    }

    /** Moves on to the next step. */
    void advance() {
        clear.get(now).run();
        now = (now + 1) % add.size();
    }

    /** Forgets all events. */
    void reset() {
        sums.assign(0);
    }

    /** The kernel twice, one below the other, each value for all neurons: from any row on, all that a ring needs. */
    private static INDArray twice(float[] kernel, long neurons, ArrayStore store) {
        INDArray twice = store.zeros(2L * kernel.length, neurons);
        for (int k = 0; k < kernel.length; k++) {
            twice.slice(k).assign(kernel[k]);
            twice.slice(kernel.length + k).assign(kernel[k]);
        }
        return twice;
    }

    private static INDArray rows(INDArray matrix, int from, int count) {
        return matrix.get(NDArrayIndex.interval(from, from + count), NDArrayIndex.all());
    }

    private static List<Program> perRow(int rows, IntFunction<Program> program) {
        return IntStream.range(0, rows).mapToObj(program).toList();
    }
}
