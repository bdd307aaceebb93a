package org.snn4j.analysis.run;

import java.util.List;
import java.util.Optional;
import org.snn4j.network.Connection;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Topology;
import org.snn4j.training.TrainedModel;

/**
 * What the neurons that learn from the input look for.
 *
 * @param layer where they are
 * @param all the weights as they were learned
 * @param fields the weights as images, [pixels, neurons]
 * @param image [height, width] of those images
 */
record InputWeights(String layer, FloatArray all, FloatArray fields, Shape image) {
    /** Of the first connection from the input whose weights can be drawn, if there is one. */
    static Optional<InputWeights> of(TrainedModel model) {
        List<Connection> connections = model.network().connections();
        for (int i = 0; i < connections.size(); i++) {
            Connection connection = connections.get(i);
            if (connection.source().equals(model.inputLayer())
                    && connection.topology().hasWeights()) {
                FloatArray weights = model.learned().require(model.network().connectionName(i) + ".w");
                return of(connection.target(), connection.topology(), weights, model.image());
            }
        }
        return Optional.empty();
    }

    private static Optional<InputWeights> of(String layer, Topology topology, FloatArray weights, Shape image) {
        return topology instanceof Dense
                ? Optional.of(new InputWeights(layer, weights, weights, image))
                : Optional.empty();
    }
}
