package org.snn4j.network.event;

import java.util.Arrays;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Convolution;
import org.snn4j.network.connection.Local;
import org.snn4j.network.connection.Sparse;
import org.snn4j.network.connection.Windows;

/**
 * Which synapses leave each source and reach each target, and which weight each of them uses; several may share one. Listed
 * twice, by source and by target.
 */
final class SynapseTable {
    private final Side outgoing;
    private final Side incoming;
    /** For each weight, which weights it is normalised with. */
    private final int[] group;

    private final int groups;

    private SynapseTable(Builder synapses, int sources, int targets, int[] group) {
        this.outgoing = Side.of(synapses, synapses.sources, synapses.targets, sources);
        this.incoming = Side.of(synapses, synapses.targets, synapses.sources, targets);
        this.group = group;
        this.groups = 1 + Arrays.stream(group).max().orElse(-1);
    }

    static SynapseTable of(Sparse sparse, Shape source, Shape target) {
        Builder synapses = new Builder();
        int[] group = new int[sparse.synapses().size()];
        for (int weight = 0; weight < group.length; weight++) {
            Sparse.Synapse synapse = sparse.synapses().get(weight);
            synapses.add(synapse.source(), synapse.target(), weight);
            group[weight] = synapse.target();
        }
        return new SynapseTable(synapses, source.size(), target.size(), group);
    }

    static SynapseTable of(Convolution convolution, Shape source, Shape target) {
        int size = convolution.windows().size();
        int channels = source.length(0);
        Builder synapses = windows(
                convolution.windows(),
                source,
                target,
                (out, window, channel, inWindow) -> (out * channels + channel) * size + inWindow);
        int[] group = new int[target.length(0) * channels * size];
        Arrays.setAll(group, weight -> weight / size);
        return new SynapseTable(synapses, source.size(), target.size(), group);
    }

    static SynapseTable of(Local local, Shape source, Shape target) {
        int size = local.windows().size();
        int channels = source.length(0);
        int positions = target.size() / target.length(0);
        Builder synapses = windows(
                local.windows(),
                source,
                target,
                (out, window, channel, inWindow) ->
                        ((out * positions + window) * channels + channel) * size + inWindow);
        int[] group = new int[target.size() * channels * size];
        Arrays.setAll(group, weight -> weight / (channels * size));
        return new SynapseTable(synapses, source.size(), target.size(), group);
    }

    Side outgoing() {
        return outgoing;
    }

    Side incoming() {
        return incoming;
    }

    int weights() {
        return group.length;
    }

    /** How many numbers {@link #group} may return. */
    int groups() {
        return groups;
    }

    /** Which weights a weight is normalised with, by number. */
    int group(int weight) {
        return group[weight];
    }

    private static Builder windows(Windows windows, Shape source, Shape target, WeightIndex index) {
        Builder synapses = new Builder();
        int channels = source.length(0);
        int sourcePositions = source.size() / channels;
        int positions = target.size() / target.length(0);
        for (int window = 0; window < positions; window++) {
            for (int inWindow = 0; inWindow < windows.size(); inWindow++) {
                int position = windows.sourcePosition(source, window, inWindow);
                for (int channel = 0; position >= 0 && channel < channels; channel++) {
                    for (int out = 0; out < target.length(0); out++) {
                        synapses.add(
                                channel * sourcePositions + position,
                                out * positions + window,
                                index.of(out, window, channel, inWindow));
                    }
                }
            }
        }
        return synapses;
    }

    private interface WeightIndex {
        int of(int out, int window, int channel, int inWindow);
    }

    /**
     * The synapses of each neuron on one side.
     *
     * @param first neuron i's synapses are from first[i] to below first[i + 1]
     * @param other the neuron on the other side of each
     * @param weight the weight that each uses
     */
    record Side(int[] first, int[] other, int[] weight) {
        static Side of(Builder synapses, int[] near, int[] far, int neurons) {
            int[] first = new int[neurons + 1];
            for (int s = 0; s < synapses.count; s++) {
                first[near[s] + 1]++;
            }
            for (int i = 0; i < neurons; i++) {
                first[i + 1] += first[i];
            }
            int[] next = Arrays.copyOf(first, neurons);
            int[] other = new int[synapses.count];
            int[] weight = new int[synapses.count];
            for (int s = 0; s < synapses.count; s++) {
                int place = next[near[s]]++;
                other[place] = far[s];
                weight[place] = synapses.weights[s];
            }
            return new Side(first, other, weight);
        }
    }

    private static final class Builder {
        private int[] sources = new int[64];
        private int[] targets = new int[64];
        private int[] weights = new int[64];
        private int count;

        void add(int source, int target, int weight) {
            if (count == sources.length) {
                sources = Arrays.copyOf(sources, 2 * count);
                targets = Arrays.copyOf(targets, 2 * count);
                weights = Arrays.copyOf(weights, 2 * count);
            }
            sources[count] = source;
            targets[count] = target;
            weights[count++] = weight;
        }
    }
}
