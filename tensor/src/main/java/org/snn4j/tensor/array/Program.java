package org.snn4j.tensor.array;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastAddOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMax;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMulOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastRSubOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastSubOp;
import org.nd4j.linalg.api.ops.impl.reduce.floating.Norm1;
import org.nd4j.linalg.api.ops.impl.reduce.floating.Norm2;
import org.nd4j.linalg.api.ops.impl.reduce.same.Sum;
import org.nd4j.linalg.api.ops.impl.scalar.Pow;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarDivision;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMax;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMin;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarReverseDivision;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarReverseSubtraction;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarSet;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarSubtraction;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.any.Assign;
import org.nd4j.linalg.api.ops.impl.transforms.comparison.CompareAndSet;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.Axpy;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.DivOp;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.MulOp;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.SubOp;
import org.nd4j.linalg.api.ops.impl.transforms.same.Abs;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.conditions.Conditions;

/**
 * ND4J operations in order, listed once and run in every step. Each operation is made beforehand with its arrays and its
 * result: that is three to ten times cheaper than the methods of {@link INDArray}, and allocates nothing. Conditions are
 * arrays of ones and zeros. In each method the array that is modified comes first, or is called {@code result}.
 */
public final class Program {
    /**
     * Less than this counts as zero where something decays: nothing can feel it, and numbers much smaller would become
     * subnormal, which cost some seventy times more.
     */
    public static final float FLOOR = 1e-30f;

    private final OpExecutioner executioner = Nd4j.getExecutioner();
    private final List<Runnable> operations = new ArrayList<>();

    /** Does all operations, in the order in which they were listed. */
    public void run() {
        for (Runnable operation : operations) {
            operation.run();
        }
    }

    /** Anything else that has to happen at this place. */
    public Program then(Runnable operation) {
        operations.add(operation);
        return this;
    }

    /** The operations of another program. */
    public Program then(Program other) {
        operations.addAll(other.operations);
        return this;
    }

    /** a ← constant */
    public Program set(INDArray a, double constant) {
        return then(new ScalarSet(a, null, a, constant));
    }

    /** result ← a, whatever the types and strides of the two */
    public Program copy(INDArray a, INDArray result) {
        return then(new Assign(a, result));
    }

    /** a ← a + constant */
    public Program add(INDArray a, double constant) {
        return then(new ScalarAdd(a, null, a, constant));
    }

    /** result ← a + constant */
    public Program sum(INDArray a, double constant, INDArray result) {
        return then(new ScalarAdd(a, null, result, constant));
    }

    /** a ← a − constant */
    public Program subtract(INDArray a, double constant) {
        return then(new ScalarSubtraction(a, null, a, constant));
    }

    /** result ← constant − a */
    public Program subtractFrom(double constant, INDArray a, INDArray result) {
        return then(new ScalarReverseSubtraction(a, null, result, constant));
    }

    /** a ← a · factor */
    public Program scale(INDArray a, double factor) {
        return then(new ScalarMultiplication(a, null, a, factor));
    }

    /** result ← a · factor */
    public Program product(INDArray a, double factor, INDArray result) {
        return then(new ScalarMultiplication(a, null, result, factor));
    }

    /** a ← a / divisor */
    public Program divide(INDArray a, double divisor) {
        return then(new ScalarDivision(a, null, a, divisor));
    }

    /** a ← dividend / a */
    public Program divideInto(double dividend, INDArray a) {
        return then(new ScalarReverseDivision(a, null, a, dividend));
    }

    /** a ← max(a, bound); nothing to do for negative infinity */
    public Program atLeast(INDArray a, double bound) {
        return bound == Double.NEGATIVE_INFINITY ? this : then(new ScalarMax(a, null, a, bound));
    }

    /** a ← min(a, bound); nothing to do for infinity */
    public Program atMost(INDArray a, double bound) {
        return bound == Double.POSITIVE_INFINITY ? this : then(new ScalarMin(a, null, a, bound));
    }

    /** a ← a^exponent */
    public Program power(INDArray a, double exponent) {
        return then(new Pow(a, a, exponent));
    }

    /** a ← e^a */
    public Program exp(INDArray a) {
        return then(new Exp(a, a));
    }

    /** a ← a + b */
    public Program add(INDArray a, INDArray b) {
        return addScaled(a, b, 1);
    }

    /** a ← a + b · factor */
    public Program addScaled(INDArray a, INDArray b, double factor) {
        return then(new Axpy(b, a, a, factor));
    }

    /** a ← a − b */
    public Program subtract(INDArray a, INDArray b) {
        return addScaled(a, b, -1);
    }

    /** result ← a − b */
    public Program difference(INDArray a, INDArray b, INDArray result) {
        return then(new SubOp(a, b, result));
    }

    /** a ← a · b */
    public Program multiply(INDArray a, INDArray b) {
        return product(a, b, a);
    }

    /** result ← a · b */
    public Program product(INDArray a, INDArray b, INDArray result) {
        return then(new MulOp(a, b, result));
    }

    /** a ← a / b */
    public Program divide(INDArray a, INDArray b) {
        return then(new DivOp(a, b, a));
    }

    /** result ← 1 where a ≥ threshold, else 0 */
    public Program reaches(INDArray a, float threshold, INDArray result) {
        return above(a, Math.nextDown(threshold), result);
    }

    /** result ← 1 where a &gt; threshold, else 0 */
    public Program above(INDArray a, double threshold, INDArray result) {
        return then(new Step(a, result, threshold));
    }

    /** a ← value where chosen is 1; finite elements elsewhere keep their bits */
    public Program replace(INDArray a, INDArray chosen, double value, INDArray scratch) {
        return subtractFrom(1, chosen, scratch).multiply(a, scratch).addScaled(a, chosen, value);
    }

    /** a ← b where chosen is 1; finite elements keep their bits */
    public Program replace(INDArray a, INDArray chosen, INDArray b, INDArray scratch) {
        return subtractFrom(1, chosen, scratch)
                .multiply(a, scratch)
                .product(chosen, b, scratch)
                .add(a, scratch);
    }

    /** a ← 0 where |a| &lt; floor */
    public Program snapToZero(INDArray a, float floor, INDArray scratch) {
        return then(new Abs(a, scratch)).reaches(scratch, floor, scratch).multiply(a, scratch);
    }

    /** a ← 0 where |a| &lt; {@link #FLOOR}; several times slower than the other, but needs no scratch */
    public Program snapToZero(INDArray a) {
        return then(new CompareAndSet(a, 0, Conditions.absLessThan(FLOOR)));
    }

    /** result ← |a| */
    public Program magnitude(INDArray a, INDArray result) {
        return then(new Abs(a, result));
    }

    /** matrix ← matrix + row, for each row of the matrix */
    public Program addRow(INDArray matrix, INDArray row) {
        return then(new BroadcastAddOp(matrix, row, matrix, 1));
    }

    /** result ← matrix − row, for each row of the matrix */
    public Program subtractRow(INDArray matrix, INDArray row, INDArray result) {
        return then(new BroadcastSubOp(matrix, row, result, 1));
    }

    /** matrix ← matrix · row, for each row of the matrix */
    public Program multiplyRow(INDArray matrix, INDArray row) {
        return then(new BroadcastMulOp(matrix, row, matrix, 1));
    }

    /** result ← matrix · row, for each row of the matrix */
    public Program productRow(INDArray matrix, INDArray row, INDArray result) {
        return then(new BroadcastMulOp(matrix, row, result, 1));
    }

    /** matrix ← max(matrix, row), for each row of the matrix */
    public Program maxRow(INDArray matrix, INDArray row) {
        return then(new BroadcastMax(matrix, row, matrix, 1));
    }

    /** matrix ← matrix + column, for each column of the matrix */
    public Program addColumn(INDArray matrix, INDArray column) {
        return then(new BroadcastAddOp(matrix, column, matrix, 0));
    }

    /** matrix ← matrix · column, for each column of the matrix */
    public Program multiplyColumn(INDArray matrix, INDArray column) {
        return then(new BroadcastMulOp(matrix, column, matrix, 0));
    }

    /** result ← column − matrix, for each column of the matrix */
    public Program subtractFromColumn(INDArray column, INDArray matrix, INDArray result) {
        return then(new BroadcastRSubOp(matrix, column, result, 0));
    }

    /** result ← the sums of a matrix over its rows (dimension 0) or columns (1) */
    public Program sums(INDArray matrix, int dimension, INDArray result) {
        return then(new Sum(matrix, result, false, dimension));
    }

    /** result ← the sums of a matrix' magnitudes over its rows (dimension 0) or columns (1), in the result's precision */
    public Program magnitudes(INDArray matrix, int dimension, INDArray result) {
        if (matrix.size(dimension) == 1) {
            // ND4J takes the magnitudes for this case, but leaves the result as it was.
            return copy(matrix.reshape(result.shape()), result).then(new Abs(result, result));
        }
        return then(new Norm1(matrix, result, false, dimension));
    }

    /** result ← the lengths of a matrix' columns (dimension 0) or rows (1), in the result's precision */
    public Program lengths(INDArray matrix, int dimension, INDArray result) {
        if (matrix.size(dimension) == 1) {
            return magnitudes(matrix, dimension, result);
        }
        return then(new Norm2(matrix, result, false, dimension));
    }

    /** result ← rows[index], row by row; index is {@code INT} */
    public Program gather(INDArray rows, INDArray index, INDArray result) {
        CustomOp op = DynamicCustomOp.builder("gather")
                .addInputs(rows, index)
                .addOutputs(result)
                .addIntegerArguments(0)
                .build();
        return then(op);
    }

    Program then(CustomOp op) {
        return then(() -> executioner.exec(op));
    }

    private Program then(Op op) {
        return then(() -> executioner.exec(op));
    }
}
