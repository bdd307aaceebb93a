package org.snn4j.network;

import org.snn4j.network.array.NdArray;
import org.snn4j.network.array.Shape;

/** What a recording holds, step by step. */
sealed interface Tape permits SpikeTape, ValueTape {
    /** How many steps it holds. */
    int steps();

    /** Makes room for a run; the batch is another than before only where no step is held or none belongs to a sample. */
    void begin(int steps, int batch);

    /** Adds the last step. */
    void capture(Stepper stepper);

    /** Forgets all steps. */
    void clear();

    /** How many numbers it takes to hold so many steps. */
    double size(long ofSteps, int batch);

    /** A copy of what it holds. @param shape [steps, batch, ...], or [steps, ...] where the batch shares the values */
    NdArray values(Shape shape);
}
