package org.snn4j.network.spikes;

import java.util.Arrays;
import java.util.Objects;
import org.snn4j.network.array.ByteArray;
import org.snn4j.network.array.Shape;

/**
 * The spikes of one sample: for each step the indices of the neurons that fired, ascending. Immutable, and as large as
 * the number of its spikes.
 */
public final class SpikeTrain implements Spikes {
    private final Shape shape;
    private final int[] firstOfStep;
    private final int[] neurons;

    private SpikeTrain(Shape shape, int[] firstOfStep, int[] neurons) {
        this.shape = shape;
        this.firstOfStep = firstOfStep;
        this.neurons = neurons;
    }

    /**
     * Makes a spike train of events that are ordered by neuron, as an encoder produces them when it goes from neuron to
     * neuron. A neuron fires at most once in a step.
     *
     * @param shape the shape of the layer that fires
     * @param steps the number of steps
     * @param events the first {@code count} are used: each {@link #event(int, int)}, ascending in neuron, then in step
     * @throws IllegalArgumentException if an event lies outside the shape or the steps, or does not come after the last
     */
    public static SpikeTrain ofEvents(Shape shape, int steps, long[] events, int count) {
        Objects.checkFromIndexSize(0, count, events.length);
        if (steps < 0) {
            throw new IllegalArgumentException(
                    "a spike train cannot have " + steps + " steps; at least 0 would be right");
        }
        int[] firstOfStep = new int[steps + 1];
        long before = -1;
        for (int e = 0; e < count; e++) {
            long event = events[e];
            int step = (int) event;
            if (event <= before || step < 0 || step >= steps) {
                throw misplaced(e, event, before, steps);
            }
            firstOfStep[step + 1]++;
            before = event;
        }
        if (neuron(before) >= shape.size()) {
            throw new IllegalArgumentException(
                    "neuron " + neuron(before) + " fires, but shape " + shape + " has " + shape.size() + " neurons");
        }
        for (int step = 0; step < steps; step++) {
            firstOfStep[step + 1] += firstOfStep[step];
        }
        int[] next = Arrays.copyOf(firstOfStep, steps);
        int[] neurons = new int[count];
        for (int e = 0; e < count; e++) {
            neurons[next[(int) events[e]]++] = neuron(events[e]);
        }
        return new SpikeTrain(shape, firstOfStep, neurons);
    }

    /**
     * Makes a spike train of spikes in the order of the steps. The arrays become the train's own: their maker must not change
     * them any more.
     *
     * @param firstOfStep where the neurons of each step begin, and after the last step where they end
     * @param neurons the neurons that fire, step by step, ascending within a step
     * @throws IllegalArgumentException if the steps do not follow each other to the end, or the neurons of a step do not
     *     ascend within the shape
     */
    public static SpikeTrain ofSteps(Shape shape, int[] firstOfStep, int[] neurons) {
        int steps = firstOfStep.length - 1;
        if (steps < 0 || firstOfStep[0] != 0 || firstOfStep[steps] != neurons.length) {
            throw new IllegalArgumentException("the steps' beginnings " + Arrays.toString(firstOfStep)
                    + " do not lead from 0 to the number of spikes, " + neurons.length);
        }
        int descents = 0;
        for (int step = 0; step < steps; step++) {
            int begin = firstOfStep[step];
            int end = firstOfStep[step + 1];
            boolean follows = begin <= end && end <= neurons.length;
            if (!follows || end > begin && neurons[end - 1] >= shape.size()) {
                throw new IllegalArgumentException("step " + step + " has spikes " + begin + " up to " + end
                        + (follows ? ", the last of neuron " + neurons[end - 1] : " of " + neurons.length)
                        + "; steps must follow each other, and neurons lie within shape " + shape);
            }
            descents += end > begin && begin > 0 && neurons[begin] <= neurons[begin - 1] ? 1 : 0;
        }
        if (negatives(neurons) > 0 || descents(neurons) != descents) {
            throw new IllegalArgumentException("the neurons of a step must ascend from 0; those of one do not");
        }
        return new SpikeTrain(shape, firstOfStep, neurons);
    }

    /** How many numbers are negative: written, as {@link #descents}, so that the loop becomes vector instructions. */
    private static int negatives(int[] neurons) {
        int count = 0;
        for (int k = 0; k < neurons.length; k++) {
            count += neurons[k] >>> 31;
        }
        return count;
    }

    /** How often a number is not above the one before, none being negative. */
    private static int descents(int[] neurons) {
        int count = 0;
        for (int k = 1; k < neurons.length; k++) {
            count += (neurons[k] - neurons[k - 1] - 1) >>> 31;
        }
        return count;
    }

    /** One spike as a number, for {@link #ofEvents}. */
    public static long event(int neuron, int step) {
        return ((long) neuron << 32) | step;
    }

    /**
     * Reads spikes from a dense array.
     *
     * @param spikes [steps, ...shape], each 0 or 1
     * @throws IllegalArgumentException if there are fewer than two dimensions, or another number than 0 and 1
     */
    public static SpikeTrain ofDense(ByteArray spikes) {
        Shape all = spikes.shape();
        if (all.rank() < 2) {
            throw new IllegalArgumentException("spikes of shape " + all
                    + " have too few dimensions; [steps, ...shape of the layer] would be right");
        }
        return ofDense(spikes, Shape.of(all.toList().subList(1, all.rank())), all.length(0), 1, 0);
    }

    static SpikeTrain ofDense(ByteArray spikes, Shape shape, int steps, int batch, int sample) {
        int[] firstOfStep = new int[steps + 1];
        int[] neurons = new int[16];
        int count = 0;
        for (int step = 0; step < steps; step++) {
            int start = (step * batch + sample) * shape.size();
            for (int neuron = 0; neuron < shape.size(); neuron++) {
                byte spike = spikes.get(start + neuron);
                if (spike < 0 || spike > 1) {
                    throw new IllegalArgumentException("the spike of neuron " + neuron + " at step " + step
                            + " of sample " + sample + " is " + (spike & 0xFF) + "; a spike is 0 or 1");
                }
                if (spike == 1) {
                    neurons = count == neurons.length ? Arrays.copyOf(neurons, 2 * count) : neurons;
                    neurons[count++] = neuron;
                }
            }
            firstOfStep[step + 1] = count;
        }
        return new SpikeTrain(shape, firstOfStep, Arrays.copyOf(neurons, count));
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public int steps() {
        return firstOfStep.length - 1;
    }

    @Override
    public int batch() {
        return 1;
    }

    @Override
    public SpikeTrain train(int sample) {
        Objects.checkIndex(sample, 1);
        return this;
    }

    /**
     * The same spikes of a layer of another shape with as many neurons.
     *
     * @throws IllegalArgumentException if it has not
     */
    public SpikeTrain reshaped(Shape other) {
        if (other.size() != shape.size()) {
            throw new IllegalArgumentException("spikes of shape " + shape + " cannot become spikes of shape " + other
                    + ", which has another number of neurons");
        }
        return new SpikeTrain(other, firstOfStep, neurons);
    }

    /** The number of spikes in all steps. */
    public int count() {
        return neurons.length;
    }

    /** The number of spikes in one step. */
    public int count(int step) {
        return firstOfStep[step + 1] - firstOfStep[step];
    }

    /** How often each neuron fires. */
    public int[] counts() {
        int[] counts = new int[shape.size()];
        for (int neuron : neurons) {
            counts[neuron]++;
        }
        return counts;
    }

    /** The {@code k}-th neuron that fires in a step, counted from 0 in ascending order. */
    public int neuron(int step, int k) {
        return neurons[firstOfStep[step] + Objects.checkIndex(k, count(step))];
    }

    /**
     * Copies the neurons that fire in a step.
     *
     * @param target modified: its first elements are overwritten
     * @return how many were copied
     */
    public int copyStep(int step, int[] target) {
        int count = count(step);
        System.arraycopy(neurons, firstOfStep[step], target, 0, count);
        return count;
    }

    /**
     * Copies all spikes: those of step t are the neurons from firstOfStep[t] up to firstOfStep[t + 1].
     *
     * @param firstOfStep modified: one longer than the steps
     * @param target modified: at least {@link #count()} long
     */
    public void copyTo(int[] firstOfStep, int[] target) {
        System.arraycopy(this.firstOfStep, 0, firstOfStep, 0, this.firstOfStep.length);
        System.arraycopy(neurons, 0, target, 0, neurons.length);
    }

    /** The neurons in the order in which they fire, one entry for each spike; those of the same step ascend. */
    public int[] order() {
        return neurons.clone();
    }

    /** The spikes as zeros and ones, [steps, ...shape]. */
    public ByteArray toDense() {
        byte[] dense = new byte[Math.multiplyExact(steps(), shape.size())];
        for (int step = 0; step < steps(); step++) {
            for (int k = firstOfStep[step]; k < firstOfStep[step + 1]; k++) {
                dense[step * shape.size() + neurons[k]] = 1;
            }
        }
        return ByteArray.of(shape.within(steps()), dense);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SpikeTrain that
                && shape.equals(that.shape)
                && Arrays.equals(firstOfStep, that.firstOfStep)
                && Arrays.equals(neurons, that.neurons);
    }

    @Override
    public int hashCode() {
        return Objects.hash(shape, Arrays.hashCode(firstOfStep), Arrays.hashCode(neurons));
    }

    @Override
    public String toString() {
        return "SpikeTrain[" + count() + " spikes of " + shape + " in " + steps() + " steps]";
    }

    private static int neuron(long event) {
        return (int) (event >>> 32);
    }

    private static IllegalArgumentException misplaced(int e, long event, long before, int steps) {
        return new IllegalArgumentException("event " + e + " is neuron " + neuron(event) + " at step " + (int) event
                + (event <= before ? ", after neuron " + neuron(before) + " at step " + (int) before : "")
                + "; events must ascend in neuron, then in step, within " + steps + " steps");
    }
}
