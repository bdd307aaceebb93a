package org.snn4j.network;

import java.util.Objects;
import java.util.Optional;
import org.snn4j.network.array.Shape;
import org.snn4j.network.neuron.NeuronModel;

/**
 * A layer of a network: neurons of one model with a name and a shape.
 *
 * @param name by which connections, inputs and recordings refer to it
 * @param shape [neurons], or [height, width] and the like; at least one neuron
 * @param neurons their model
 * @param trace the memory of their spikes, needed where a learning rule reads it
 */
public record Layer(String name, Shape shape, NeuronModel neurons, Optional<Trace> trace) {
    public Layer {
        Objects.requireNonNull(name, "layer.name is missing");
        Objects.requireNonNull(shape, "layer.shape is missing");
        Objects.requireNonNull(neurons, "layer.neurons is missing");
        Objects.requireNonNull(trace, "layer.trace is missing; Optional.empty() means none");
        if (name.isBlank()
                || name.chars().anyMatch(c -> c == '/' || c == '\\' || c == '#' || Character.isISOControl(c))) {
            throw new IllegalArgumentException(
                    "layer name \"" + name + "\" cannot name a file; letters, digits, '.', '_' and '-' would be right");
        }
        if (shape.rank() == 0 || shape.size() == 0) {
            throw new IllegalArgumentException(
                    "layer " + name + " has shape " + shape + "; it needs at least one neuron");
        }
    }

    public static Layer of(String name, NeuronModel neurons, int... shape) {
        return new Layer(name, Shape.of(shape), neurons, Optional.empty());
    }

    public Layer withTrace(Trace spikeTrace) {
        return new Layer(name, shape, neurons, Optional.of(spikeTrace));
    }

    public Layer withNeurons(NeuronModel others) {
        return new Layer(name, shape, others, trace);
    }

    /** The number of neurons. */
    public int size() {
        return shape.size();
    }
}
