package org.snn4j.encoding;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
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
    /** Blocks of random numbers made for every input at once: enough for most, and a whole number of vectors. */
    private static final int BLOCKS_AHEAD = 8;

    private static final int BITS_AHEAD = BLOCKS_AHEAD * AddressedRandom.LANES;

    private final int steps;
    private final AddressedRandom random;
    private final DoubleFunction<GapTable> gaps;
    private final AtomicReference<Workspace> spare = new AtomicReference<>();
    private final float[] valueOfLevel = new float[LEVELS + 1];
    private final GapTable[] gapsOfLevel = new GapTable[LEVELS + 1];

    /** @param gaps the distribution of the gaps of an input of the given value, which is above zero */
    RenewalEncoder(Window window, long seed, DoubleFunction<GapTable> gaps) {
        this.steps = window.steps();
        this.random = new AddressedRandom(seed, Purpose.ENCODING);
        this.gaps = gaps;
        for (int level = 1; level <= LEVELS; level++) {
            valueOfLevel[level] = level / (float) LEVELS;
            gapsOfLevel[level] = gaps.apply(valueOfLevel[level]);
        }
    }

    @Override
    public SpikeTrain encode(float[] values, long sample) {
        Workspace given = spare.getAndSet(null);
        Workspace work = given != null && given.fits(values.length) ? given : new Workspace(values.length, steps);
        int count = draw(values, sample, work);
        SpikeTrain train = train(values.length, work, count);
        spare.set(work);
        return train;
    }

    /** Draws the steps of the spikes, input by input. @return how many inputs are not silent */
    private int draw(float[] values, long sample, Workspace work) {
        int count = inputsThatFire(values, work.inputs);
        random.blocks(sample, work.inputs, count, BLOCKS_AHEAD, work.bits);
        for (int i = 0; i < count; i++) {
            work.gaps[i] = table(values[work.inputs[i]], work.inputs[i]);
        }
        work.begin();
        for (int i = 0; i < count; i++) {
            int begin = work.spikes;
            work.makeRoom(BITS_AHEAD);
            work.spikes = drawInput(work.gaps[i], work.bits, BITS_AHEAD * i, work.stepOf, begin, work.inStep);
            if (work.spikes == begin + BITS_AHEAD) {
                drawMore(work.gaps[i], sample, work.inputs[i], work);
            }
            work.endOfInput[i] = work.spikes;
        }
        return count;
    }

    /** Draws the spikes of one input that the random numbers from {@code first} on are enough for. @return where they end in {@code stepOf} */
    private static int drawInput(GapTable table, int[] bits, int first, int[] stepOf, int begin, int[] inStep) {
        int spikes = begin;
        int step = -1;
        for (int k = first; k < first + BITS_AHEAD; k++) {
            int gap = table.gap(bits[k]);
            if (gap >= inStep.length - step) {
                return spikes;
            }
            step += gap;
            stepOf[spikes++] = step;
            inStep[step]++;
        }
        return spikes;
    }

    /** Goes on where the random numbers made ahead end. */
    private void drawMore(GapTable table, long sample, int input, Workspace work) {
        int step = work.stepOf[work.spikes - 1];
        for (int draw = BITS_AHEAD; ; draw++) {
            int lane = draw % AddressedRandom.LANES;
            if (lane == 0) {
                random.block(sample, input, draw / AddressedRandom.LANES, work.lanes);
            }
            int gap = table.gap(work.lanes[lane]);
            if (gap >= steps - step) {
                return;
            }
            step += gap;
            work.makeRoom(1);
            work.stepOf[work.spikes++] = step;
            work.inStep[step]++;
        }
    }

    /** Sorts the spikes by step; those of one step stay in the order of the inputs. */
    private SpikeTrain train(int inputs, Workspace work, int count) {
        int[] firstOfStep = new int[steps + 1];
        int[] next = work.inStep;
        for (int step = 0; step < steps; step++) {
            firstOfStep[step + 1] = firstOfStep[step] + next[step];
            next[step] = firstOfStep[step];
        }
        int[] neurons = work.neurons();
        int k = 0;
        for (int i = 0; i < count; i++) {
            int input = work.inputs[i];
            int end = work.endOfInput[i];
            for (; k < end; k++) {
                neurons[next[work.stepOf[k]]++] = input;
            }
        }
        return SpikeTrain.ofSteps(Shape.of(inputs), firstOfStep, Arrays.copyOf(neurons, work.spikes));
    }

    /** Written without a branch, which would be foreseen wrongly at the edges of what an image shows. */
    private static int inputsThatFire(float[] values, int[] inputs) {
        int count = 0;
        for (int input = 0; input < values.length; input++) {
            inputs[count] = input;
            count += (Float.floatToRawIntBits(values[input]) << 1) == 0 ? 0 : 1;
        }
        return count;
    }

    /** What encoding needs besides its result: kept for the next sample, since it is larger than the result. */
    private static final class Workspace {
        /** The inputs that are not silent, ascending. */
        private final int[] inputs;
        /** For each of them, how long it waits from spike to spike. */
        private final GapTable[] gaps;
        /** For each of them, where its spikes end. */
        private final int[] endOfInput;

        private final int[] bits;
        private final int[] lanes = new int[AddressedRandom.LANES];
        /** How many spikes each step has. */
        private final int[] inStep;

        /** The steps of the spikes, input by input. */
        private int[] stepOf = {};
        /** The inputs of the spikes, step by step. */
        private int[] neurons = {};

        private int spikes;

        Workspace(int length, int steps) {
            inStep = new int[steps];
            inputs = new int[length];
            gaps = new GapTable[length];
            endOfInput = new int[length];
            bits = new int[Math.multiplyExact(BITS_AHEAD, length)];
        }

        boolean fits(int length) {
            return inputs.length == length;
        }

        void begin() {
            spikes = 0;
            Arrays.fill(inStep, 0);
        }

        void makeRoom(int more) {
            if (stepOf.length - spikes < more) {
                stepOf = Arrays.copyOf(stepOf, 2 * stepOf.length + more);
            }
        }

        /** Room for all spikes: they are put in order here, in memory that is at hand, and not in new memory. */
        int[] neurons() {
            if (neurons.length < spikes) {
                neurons = new int[stepOf.length];
            }
            return neurons;
        }
    }

    private GapTable table(float value, int input) {
        if (!(value >= 0 && value < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the value of input " + input + " is " + value + "; a rate needs a finite number of at least 0");
        }
        int level = Math.min((int) (value * LEVELS + 0.5f), LEVELS);
        return value == valueOfLevel[level] ? gapsOfLevel[level] : gaps.apply(value);
    }
}
