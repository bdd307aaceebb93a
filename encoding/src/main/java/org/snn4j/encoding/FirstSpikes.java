package org.snn4j.encoding;

import java.util.function.IntUnaryOperator;
import org.snn4j.network.array.Shape;
import org.snn4j.network.spikes.SpikeTrain;

/** Spike trains in which an input fires once or never. */
final class FirstSpikes {
    /** The step of an input that never fires. */
    static final int NEVER = -1;

    private FirstSpikes() {}

    /**
     * @param inputs how many there are
     * @param stepOf the step in which an input fires, or {@link #NEVER}
     */
    static SpikeTrain train(int inputs, Window window, IntUnaryOperator stepOf) {
        long[] events = new long[inputs];
        int count = 0;
        for (int input = 0; input < inputs; input++) {
            int step = stepOf.applyAsInt(input);
            if (step != NEVER) {
                events[count++] = SpikeTrain.event(input, step);
            }
        }
        return SpikeTrain.ofEvents(Shape.of(inputs), window.steps(), events, count);
    }
}
