package org.snn4j.tensor.connection;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.tensor.array.ArrayStore;
import org.snn4j.tensor.array.Program;

/** Scales weights that belong together so that their magnitudes have a given sum; where all are zero they stay. */
final class Normalizer {
    /** Weights whose sum is right but for rounding are left alone, so that to normalise twice is the same as once. */
    private static final double TOLERANCE = 1e-6;

    private final Program program;

    /** w ← w · norm / Σ |w| */
    Normalizer(WeightedSynapses.Groups groups, double norm, ArrayStore store) {
        INDArray sums = store.zeros(DataType.DOUBLE, groups.count());
        INDArray wrong = store.zeros(DataType.DOUBLE, groups.count());
        INDArray isPositive = store.zeros(DataType.DOUBLE, groups.count());
        INDArray factors = store.zeros(groups.count());
        program = new Program()
                .magnitudes(groups.matrix(), groups.along(), sums)
                .sum(sums, -norm, wrong)
                .magnitude(wrong, wrong)
                .above(wrong, TOLERANCE * norm, wrong)
                .above(sums, 0, isPositive)
                .multiply(wrong, isPositive)
                .multiply(sums, wrong)
                .subtractFrom(1, wrong, wrong)
                .addScaled(sums, wrong, norm)
                .divideInto(norm, sums)
                .atMost(sums, Float.MAX_VALUE)
                .copy(sums, factors);
        if (groups.along() == 0) {
            program.multiplyRow(groups.matrix(), factors);
        } else {
            program.multiplyColumn(groups.matrix(), factors);
        }
    }

    void run() {
        program.run();
    }
}
