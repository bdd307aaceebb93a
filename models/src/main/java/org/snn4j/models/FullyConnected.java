package org.snn4j.models;

import org.snn4j.network.Layer;
import org.snn4j.network.Network;
import org.snn4j.network.Trace;
import org.snn4j.network.connection.Bounds;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Norm;
import org.snn4j.network.learning.LearningRule;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.NeuronModel;

/**
 * What models share whose inputs each excite all neurons that are read out, with weights that learn and are scaled to a norm for
 * each neuron.
 */
interface FullyConnected extends PrebuiltModel {
    NeuronModel excitatory();

    double initialWeight();

    Bounds bounds();

    double norm();

    /** What {@link #norm} says of the weights. */
    default Norm.Measure measure() {
        return Norm.Measure.SUM;
    }

    /**
     * Inputs, the neurons that learn, and the weights between them, to which a model adds what makes the neurons compete.
     *
     * @param trace of both layers, which the rule reads
     */
    static Network.Builder builder(FullyConnected model, Trace trace, LearningRule rule) {
        String inputs = model.inputLayer();
        String neurons = model.readoutLayer();
        return Network.builder()
                .dt(model.dt())
                .layer(Layer.of(inputs, new Input(), model.inputs()).withTrace(trace))
                .layer(Layer.of(neurons, model.excitatory(), model.neurons()).withTrace(trace))
                .connect(
                        inputs,
                        neurons,
                        Dense.uniform(0, model.initialWeight())
                                .bounds(model.bounds().low(), model.bounds().high())
                                .norm(new Norm(model.norm(), model.measure()))
                                .learning(rule));
    }

    @Override
    default String inputLayer() {
        return "X";
    }

    @Override
    default String readoutLayer() {
        return "Ae";
    }
}
