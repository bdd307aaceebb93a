package org.snn4j.analysis.run;

import java.util.List;
import java.util.Optional;
import org.snn4j.network.Connection;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Convolution;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Local;
import org.snn4j.network.connection.Topology;
import org.snn4j.training.TrainedModel;

/**
 * What the neurons that learn from the input look for.
 *
 * @param layer where they are
 * @param all the weights as they were learned
 * @param fields the weights as images, [pixels, neurons]; where neurons share weights [pixels, kernels]
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
        if (topology instanceof Dense) {
            return Optional.of(new InputWeights(layer, weights, weights, image));
        }
        if (topology instanceof Local local && weights.shape().rank() == 6) {
            return Optional.of(new InputWeights(layer, weights, inTheImage(local, weights, image), image));
        }
        if (topology instanceof Convolution && weights.shape().rank() == 4) {
            Shape kernel = Shape.of(weights.shape().length(2), weights.shape().length(3));
            return Optional.of(new InputWeights(layer, weights, kernels(weights, kernel), kernel));
        }
        return Optional.empty();
    }

    /** The kernels, [out, channels, height, width], as columns. */
    private static FloatArray kernels(FloatArray weights, Shape kernel) {
        int count = weights.shape().size() / kernel.size();
        float[] fields = new float[weights.shape().size()];
        for (int i = 0; i < fields.length; i++) {
            fields[i % kernel.size() * count + i / kernel.size()] = weights.get(i);
        }
        return FloatArray.of(Shape.of(kernel.size(), count), fields);
    }

    /** Each neuron's weights, [out, rows, columns, channel, height, width], where they lie in the image; 0 elsewhere. */
    private static FloatArray inTheImage(Local local, FloatArray weights, Shape image) {
        Shape source = image.within(1);
        int size = local.windows().size();
        int neurons = weights.shape().size() / size;
        int places = neurons / weights.shape().length(0);
        float[] fields = new float[image.size() * neurons];
        for (int neuron = 0; neuron < neurons; neuron++) {
            for (int i = 0; i < size; i++) {
                int pixel = local.windows().sourcePosition(source, neuron % places, i);
                if (pixel >= 0) {
                    fields[pixel * neurons + neuron] = weights.get(neuron * size + i);
                }
            }
        }
        return FloatArray.of(Shape.of(image.size(), neurons), fields);
    }
}
