package org.snn4j.analysis.run;

import java.util.List;
import java.util.Optional;
import org.snn4j.analysis.chart.WeightImages;
import org.snn4j.network.Connection;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.training.TrainedModel;

/**
 * What the neurons that learn from the input look for.
 *
 * @param layer where they are
 * @param all the weights as they were learned
 * @param images the same as images
 */
public record InputWeights(String layer, FloatArray all, WeightImages images) {
    /** Of the first connection from the input whose weights can be drawn, if there is one. */
    public static Optional<InputWeights> of(TrainedModel model) {
        return of(model.network(), model.inputLayer(), model.image(), model.learned());
    }

    /** @param image [height, width] of what the input layer shows */
    static Optional<InputWeights> of(Network network, String inputLayer, Shape image, LearnedState learned) {
        List<Connection> connections = network.connections();
        for (int i = 0; i < connections.size(); i++) {
            Connection connection = connections.get(i);
            if (connection.source().equals(inputLayer) && connection.topology().hasWeights()) {
                FloatArray weights = learned.require(network.connectionName(i) + ".w");
                return WeightImages.of(connection.topology(), weights, image)
                        .map(images -> new InputWeights(connection.target(), weights, images));
            }
        }
        return Optional.empty();
    }

    /** Whether image k is of neuron k of the layer that a model is read out of. */
    public boolean areReadOutOf(TrainedModel model) {
        return layer.equals(model.readoutLayer())
                && images.count() == model.assignment().neurons();
    }

    /** The adapted thresholds of the neurons, if they adapt. */
    public Optional<FloatArray> theta(LearnedState learned) {
        return Optional.ofNullable(learned.arrays().get(layer + "." + Variable.THETA));
    }
}
