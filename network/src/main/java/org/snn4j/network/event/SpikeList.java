package org.snn4j.network.event;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.snn4j.network.array.ByteArray;

/** A growing list of neurons without allocation: those that fire in a step, or that are in some state. */
public final class SpikeList {
    /** No spikes. */
    static final SpikeList NONE = new SpikeList(0);

    private final int[] neurons;
    private int count;

    public SpikeList(int capacity) {
        neurons = new int[capacity];
    }

    /** An empty list for each sample of a batch. */
    public static SpikeList[] perSample(int batch, int capacity) {
        return IntStream.range(0, batch)
                .mapToObj(sample -> new SpikeList(capacity))
                .toArray(SpikeList[]::new);
    }

    /** The neurons of both lists, ascending; one that is in both is there twice. */
    static SpikeList merged(SpikeList one, SpikeList other) {
        SpikeList both = new SpikeList(one.count + other.count);
        both.addAll(one);
        both.addAll(other);
        Arrays.sort(both.neurons);
        return both;
    }

    public int count() {
        return count;
    }

    /** How many neurons it can hold. */
    int capacity() {
        return neurons.length;
    }

    public int get(int k) {
        return neurons[k];
    }

    /** @throws ArrayIndexOutOfBoundsException beyond the capacity */
    public void add(int neuron) {
        neurons[count++] = neuron;
    }

    public void addAll(SpikeList other) {
        System.arraycopy(other.neurons, 0, neurons, count, other.count);
        count += other.count;
    }

    public void clear() {
        count = 0;
    }

    /**
     * Adds neurons that are not in the list and keeps it ascending; it must be ascending already.
     *
     * @param forced for each neuron, 1 to add it
     */
    void force(ByteArray forced, int offset) {
        int before = count;
        for (int neuron = 0; neuron < neurons.length; neuron++) {
            if (forced.get(offset + neuron) == 1 && Arrays.binarySearch(neurons, 0, before, neuron) < 0) {
                neurons[count++] = neuron;
            }
        }
        Arrays.sort(neurons, 0, count);
    }

    /** Takes away the neurons for which {@code silenced} holds 1. */
    void silence(ByteArray silenced, int offset) {
        int kept = 0;
        for (int k = 0; k < count; k++) {
            if (silenced.get(offset + neurons[k]) == 0) {
                neurons[kept++] = neurons[k];
            }
        }
        count = kept;
    }

    /** Leaves only the {@code k}-th neuron. */
    public void keepOnly(int k) {
        neurons[0] = neurons[Objects.checkIndex(k, count)];
        count = 1;
    }

    /** Puts the neurons in ascending order. */
    public void sort() {
        if (count > 1) {
            Arrays.sort(neurons, 0, count);
        }
    }

    /** Shortens the list to its first {@code length} neurons. */
    public void truncate(int length) {
        count = length;
    }

    /** The list's own array, of which the first {@link #count()} elements count: for kernels. */
    int[] array() {
        return neurons;
    }

    public void set(int k, int neuron) {
        neurons[k] = neuron;
    }
}
