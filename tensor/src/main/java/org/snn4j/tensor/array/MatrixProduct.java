package org.snn4j.tensor.array;

import org.nd4j.linalg.api.blas.params.MMulTranspose;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;

/**
 * Products of matrices in C order, added to a result in C order. BLAS, and ND4J without copying, want columns in a row; a
 * matrix in C order is its transpose in that order, so all is computed transposed.
 */
public final class MatrixProduct {
    private MatrixProduct() {}

    /**
     * c ← c + factor · a b.
     *
     * @param a [m, k]
     * @param b [k, n]
     * @param c [m, n], modified
     */
    public static Program add(double factor, INDArray a, INDArray b, INDArray c) {
        return product(factor, b, a, c, MMulTranspose.allFalse());
    }

    /**
     * c ← c + factor · aᵀ b.
     *
     * @param a [k, m]
     * @param b [k, n]
     * @param c [m, n], modified
     */
    public static Program addTransposed(double factor, INDArray a, INDArray b, INDArray c) {
        return product(factor, b, a, c, MMulTranspose.builder().transposeB(true).build());
    }

    /**
     * c ← c + factor · a bᵀ.
     *
     * @param a [m, k]
     * @param b [n, k]
     * @param c [m, n], modified
     */
    public static Program addByTransposed(double factor, INDArray a, INDArray b, INDArray c) {
        return product(factor, b, a, c, MMulTranspose.builder().transposeA(true).build());
    }

    private static Program product(double factor, INDArray left, INDArray right, INDArray c, MMulTranspose transposed) {
        return new Program().then(new Mmul(left.transpose(), right.transpose(), c.transpose(), factor, 1, transposed));
    }
}
