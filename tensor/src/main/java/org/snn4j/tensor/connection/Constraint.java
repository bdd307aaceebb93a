package org.snn4j.tensor.connection;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.tensor.array.Program;

/** What weights must keep, whatever a rule does: masked synapses their zero, sources their sign. */
final class Constraint {
    private final INDArray w;
    private final Program program = new Program();

    /** Nothing yet. @param w the live weights */
    Constraint(INDArray w) {
        this.w = w;
    }

    /** w ← 0 where {@code exists}, in the layout of w, is 0 rather than 1 */
    void mask(INDArray exists) {
        program.multiply(w, exists).then(unsignZeros());
    }

    /** w ← 0 where its sign is not the one in {@code signs}, in the layout of w, 1 or −1, or where that is 0 */
    void keepSigns(INDArray signs) {
        program.multiply(w, signs).atLeast(w, 0).multiply(w, signs).then(unsignZeros());
    }

    void apply() {
        program.run();
    }

    /** −0 + 0 is 0. */
    private Program unsignZeros() {
        return new Program().add(w, 0);
    }
}
