package org.snn4j.encoding;

import java.util.Arrays;
import java.util.function.DoubleFunction;
import org.snn4j.network.array.Shape;
import org.snn4j.network.random.AddressedRandom;
import org.snn4j.network.random.Purpose;
import org.snn4j.network.spikes.SpikeTrain;

/**
 * Spikes whose gaps are drawn independently from a distribution that depends on the value: one 32-bit number for each
 * spike, none for a silent step. The numbers of an input are its own, so no input's spikes depend on another's.
 */
final class RenewalEncoder implements Encoder {
    /** Values are mostly a byte divided by this; their tables are made once. */
    private static final int LEVELS = 255;

    private final int steps;
    private final AddressedRandom random;
    private final DoubleFunction<GapTable> gaps;
    private final GapTable[] gapsOfLevel = new GapTable[LEVELS + 1];

    /** @param gaps the distribution of the gaps of an input of the given value, which is above zero */
    RenewalEncoder(Window window, long seed, DoubleFunction<GapTable> gaps) {
        this.steps = window.steps();
        this.random = new AddressedRandom(seed, Purpose.ENCODING);
        this.gaps = gaps;
        for (int level = 1; level <= LEVELS; level++) {
            gapsOfLevel[level] = gaps.apply(level / (float) LEVELS);
        }
    }

    @Override
    public SpikeTrain encode(float[] values, long sample) {
        long[] events = new long[4096];
        int count = 0;
        int[] lanes = new int[AddressedRandom.LANES];
        for (int input = 0; input < values.length; input++) {
            float value = values[input];
            if (value == 0) {
                continue;
            }
            GapTable table = table(value, input);
            int step = -1;
            for (int draw = 0; ; draw++) {
                int lane = draw % AddressedRandom.LANES;
                if (lane == 0) {
                    random.block(sample, input, draw / AddressedRandom.LANES, lanes);
                }
                int gap = table.gap(lanes[lane]);
                if (gap >= steps - step) {
                    break;
                }
                step += gap;
                if (count == events.length) {
                    events = Arrays.copyOf(events, 2 * count);
                }
                events[count++] = SpikeTrain.event(input, step);
            }
        }
        return SpikeTrain.ofEvents(Shape.of(values.length), steps, events, count);
    }

    private GapTable table(float value, int input) {
        if (!(value >= 0 && value < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the value of input " + input + " is " + value + "; a rate needs a finite number of at least 0");
        }
        int level = Math.min((int) (value * LEVELS + 0.5f), LEVELS);
        return value == level / (float) LEVELS ? gapsOfLevel[level] : gaps.apply(value);
    }
}
