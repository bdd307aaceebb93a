package org.snn4j.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.network.Recording;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.spikes.SpikeTrain;

/**
 * A test sample and all that fires when a model sees it.
 *
 * @param sample its number in the test, from 0
 * @param label its class
 * @param image [height, width], 1 for white
 * @param dt the length of a step, ms
 * @param spikes of each layer, in the order of the network
 * @param prediction what the spikes of the readout layer say
 */
public record ShownSample(
        int sample, int label, FloatArray image, double dt, Map<String, SpikeTrain> spikes, Prediction prediction) {
    public ShownSample {
        spikes = Collections.unmodifiableMap(new LinkedHashMap<>(spikes));
    }

    /** The first samples of a test, fewer if there are fewer. */
    public static List<ShownSample> first(TrainedModel model, LabelledImages images, int count) {
        return IntStream.range(0, Math.min(count, images.size()))
                .mapToObj(sample -> of(model, images, sample))
                .toList();
    }

    /**
     * Shows a sample to the frozen model with the very spikes that it has in a test on these images.
     *
     * @throws IndexOutOfBoundsException if there is no such sample
     * @throws IllegalArgumentException if the images have another size than the model's
     */
    public static ShownSample of(TrainedModel model, LabelledImages images, int sample) {
        Shape shape = Shape.of(images.height(), images.width());
        if (!shape.equals(model.image())) {
            throw new IllegalArgumentException(
                    images.name() + " has images of " + shape + " pixels, but the model was made for " + model.image());
        }
        float[] values = images.intensities(sample);
        try (FrozenNetwork network = new FrozenNetwork(model, Phase.TEST)) {
            Map<String, Recording> recordings = network.recordLayers();
            Prediction prediction = Prediction.of(model.assignment(), network.counts(values, sample));
            Map<String, SpikeTrain> spikes = new LinkedHashMap<>();
            recordings.forEach((layer, recording) -> spikes.put(layer, recording.train(0)));
            return new ShownSample(
                    sample,
                    images.label(sample),
                    FloatArray.of(shape, values),
                    model.network().dt(),
                    spikes,
                    prediction);
        }
    }
}
