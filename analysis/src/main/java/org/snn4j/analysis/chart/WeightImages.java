package org.snn4j.analysis.chart;

import java.util.Optional;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.connection.Convolution;
import org.snn4j.network.connection.Dense;
import org.snn4j.network.connection.Local;
import org.snn4j.network.connection.Topology;

/**
 * The weights of a connection as images.
 *
 * @param fields [pixels, neurons]; where neurons share weights [pixels, kernels]
 * @param image [height, width] of the images
 */
public record WeightImages(FloatArray fields, Shape image) {
    public WeightImages {
        if (fields.shape().rank() != 2 || fields.shape().length(0) != image.size()) {
            throw new IllegalArgumentException("weights of shape " + fields.shape() + " are no images of " + image
                    + "; [" + image.size() + ", neurons] would be right");
        }
    }

    /**
     * Of a dense connection each target's weights, of a convolution each kernel, of a local connection each target's weights
     * where they lie in the image and 0 elsewhere. Others have nothing to draw.
     *
     * @param weights in the shape that the topology gives them
     * @param image [height, width] of what the source layer shows
     * @throws IllegalArgumentException if the weights do not fit the image
     */
    public static Optional<WeightImages> of(Topology topology, FloatArray weights, Shape image) {
        if (topology instanceof Dense) {
            return Optional.of(new WeightImages(weights, image));
        }
        if (topology instanceof Local local && weights.shape().rank() == 6) {
            return Optional.of(new WeightImages(inTheImage(local, weights, image), image));
        }
        if (topology instanceof Convolution && weights.shape().rank() == 4) {
            Shape kernel = Shape.of(weights.shape().length(2), weights.shape().length(3));
            return Optional.of(new WeightImages(kernels(weights, kernel), kernel));
        }
        return Optional.empty();
    }

    /** How many there are. */
    public int count() {
        return fields.shape().length(1);
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
