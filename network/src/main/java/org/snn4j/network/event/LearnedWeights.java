package org.snn4j.network.event;

import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;

/** A connection whose weights are learned, and saved with a model. */
interface LearnedWeights {
    /** A copy, in the order of the given shape. */
    FloatArray weights(Shape shape);

    /** Overwrites all weights; there are as many. */
    void replaceWeights(FloatArray array);
}
