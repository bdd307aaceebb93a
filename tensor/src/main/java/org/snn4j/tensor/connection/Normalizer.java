package org.snn4j.tensor.connection;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.network.connection.Norm;
import org.snn4j.tensor.array.ArrayStore;
import org.snn4j.tensor.array.Program;

/** Scales weights that belong together so that their sum or length is as given; where all are zero they stay. */
final class Normalizer {
    /** Weights whose sum or length is right but for rounding are left alone, so that to normalise twice is the same as once. */
    private static final double TOLERANCE = 1e-6;

    private final Program program;

    /** w ← w · norm / Σ |w|, or w · norm / √ Σ w² */
    Normalizer(WeightedSynapses.Groups groups, Norm norm, ArrayStore store) {
        double right = norm.value();
        INDArray found = store.zeros(DataType.DOUBLE, groups.count());
        INDArray wrong = store.zeros(DataType.DOUBLE, groups.count());
        INDArray isPositive = store.zeros(DataType.DOUBLE, groups.count());
        INDArray factors = store.zeros(groups.count());
        program = measure(groups, norm.measure(), found)
                .sum(found, -right, wrong)
                .magnitude(wrong, wrong)
                .above(wrong, TOLERANCE * right, wrong)
                .above(found, 0, isPositive)
                .multiply(wrong, isPositive)
                .multiply(found, wrong)
                .subtractFrom(1, wrong, wrong)
                .addScaled(found, wrong, right)
                .divideInto(right, found)
                .atMost(found, Float.MAX_VALUE)
                .copy(found, factors);
        if (groups.along() == 0) {
            program.multiplyRow(groups.matrix(), factors);
        } else {
            program.multiplyColumn(groups.matrix(), factors);
        }
    }

    void run() {
        program.run();
    }

    private static Program measure(WeightedSynapses.Groups groups, Norm.Measure measure, INDArray result) {
        return switch (measure) {
            case SUM -> new Program().magnitudes(groups.matrix(), groups.along(), result);
            case LENGTH -> new Program().lengths(groups.matrix(), groups.along(), result);
        };
    }
}
