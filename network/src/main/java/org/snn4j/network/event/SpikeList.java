package org.snn4j.network.event;

import java.util.Objects;

/** A growing list of neurons without allocation: those that fire in a step, or that are in some state. */
public final class SpikeList {
    private final int[] neurons;
    private int count;

    public SpikeList(int capacity) {
        neurons = new int[capacity];
    }

    public int count() {
        return count;
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

    /** Leaves only the {@code k}-th neuron. */
    public void keepOnly(int k) {
        neurons[0] = neurons[Objects.checkIndex(k, count)];
        count = 1;
    }

    /** Shortens the list to its first {@code length} neurons. */
    void truncate(int length) {
        count = length;
    }

    /** The list's own array, of which the first {@link #count()} elements count: for kernels. */
    int[] array() {
        return neurons;
    }

    void set(int k, int neuron) {
        neurons[k] = neuron;
    }
}
