package org.snn4j.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.snn4j.evaluation.LabelAssignment;
import org.snn4j.network.Connection;
import org.snn4j.network.Layer;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.Trace;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.AllButSelf;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.neuron.DiehlAndCook;
import org.snn4j.network.neuron.Input;
import org.snn4j.network.neuron.LIF;
import org.snn4j.network.neuron.NeuronModel;

/**
 * One neuron for each class, which listens to the neurons of a network's layer. It is taught by itself, with that layer's
 * spikes as its input, and then joined to the network: nothing goes back from it, so that this is the same.
 *
 * @param source the layer that it listens to
 * @param classes how many neurons it has
 * @param dt the length of a step, ms
 * @param competition how far a neuron that fires pushes the others down, mV; they then fire one at a time, drawn by chance
 */
record LabelLayer(Layer source, int classes, double dt, OptionalDouble competition) {
    static final String NAME = "Label";

    private static final Trace TRACE = new Trace(20, 0.1, Trace.OnSpike.ADD);
    /** Those that inhibit in Diehl and Cook 2015; Hao et al. 2020 take them for label neurons. */
    private static final LIF NEURONS = LIF.builder()
            .rest(-60)
            .reset(-45)
            .threshold(-40)
            .refractory(2)
            .tauMembrane(10)
            .build();

    /** Label neurons that do as they are told by a teacher. */
    LabelLayer(Layer source, int classes, double dt) {
        this(source, classes, dt, OptionalDouble.empty());
    }

    private NeuronModel neurons() {
        return competition.isEmpty()
                ? NEURONS
                : DiehlAndCook.builder()
                        .rest(NEURONS.rest())
                        .reset(NEURONS.reset())
                        .threshold(NEURONS.threshold())
                        .refractory(NEURONS.refractory())
                        .tauMembrane(NEURONS.tauMembrane())
                        .thetaPlus(0)
                        .build();
    }

    private Network.Builder competing(Network.Builder network) {
        competition.ifPresent(inhibition -> network.connect(NAME, NAME, AllButSelf.of(-inhibition)));
        return network;
    }

    /** The label neurons driven by the layer's spikes. */
    Network alone(Dense synapses) {
        return competing(Network.builder()
                        .dt(dt)
                        .layer(new Layer(source.name(), source.shape(), new Input(), Optional.of(TRACE)))
                        .layer(Layer.of(NAME, neurons(), classes).withTrace(TRACE))
                        .connect(source.name(), NAME, synapses))
                .build();
    }

    /** A network with label neurons. */
    Network joinedTo(Network network) {
        Network.Builder whole = Network.builder().dt(network.dt());
        network.layers().forEach(whole::layer);
        network.connections().forEach(whole::connect);
        whole.layer(NAME, neurons(), classes).connect(new Connection(source.name(), NAME, Dense.uniform(0, 0)));
        return competing(whole).build();
    }

    /**
     * What a network with label neurons has learned.
     *
     * @param network what the network has learned by itself
     * @param weights to the label neurons, [neurons, classes]
     */
    LearnedState joinedTo(LearnedState network, FloatArray weights) {
        // In the order of connections, then layers: theta comes after all weights.
        Map<String, FloatArray> arrays = new LinkedHashMap<>();
        network.arrays().forEach((name, array) -> {
            if (name.endsWith(".w")) {
                arrays.put(name, array);
            }
        });
        arrays.put(source.name() + "-" + NAME + ".w", weights);
        network.arrays().forEach(arrays::putIfAbsent);
        if (competition.isPresent()) {
            arrays.put(NAME + "." + Variable.THETA, FloatArray.of(Shape.of(classes), new float[classes]));
        }
        return new LearnedState(arrays);
    }

    /** Each label neuron stands for its class. */
    LabelAssignment assignment() {
        float[] rates = new float[classes * classes];
        for (int label = 0; label < classes; label++) {
            rates[label * (classes + 1)] = 1;
        }
        return LabelAssignment.ofRates(rates, classes, classes);
    }
}
