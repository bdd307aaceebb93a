package org.snn4j.network.event;

import java.util.Set;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;

/** A connection whose weights are learned, and saved with a model. */
interface LearnedWeights {
    /** What there is for each weight: the weights, and what the rule keeps. */
    Set<Variable> variables();

    /**
     * Copies one of the {@link #variables} as it is now.
     *
     * @param target modified: receives one value for each weight, in their order, from {@code offset}
     */
    void copy(Variable variable, float[] target, int offset);

    /**
     * Whether the weights that its rule changed in the run that has just ended are numbers; normalising, which adds them up,
     * notices.
     */
    boolean isFinite();

    /** A copy of the weights, in the order of the given shape. */
    default FloatArray weights(Shape shape) {
        float[] values = new float[shape.size()];
        copy(Variable.WEIGHTS, values, 0);
        return FloatArray.of(shape, values);
    }

    /** Overwrites all weights; there are as many. */
    void replaceWeights(FloatArray array);
}
