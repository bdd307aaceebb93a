package org.snn4j.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.snn4j.evaluation.LabelAssignment;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.array.Shape;

/**
 * A network that has learned, and what its spikes mean: all that is needed to predict.
 *
 * @param network the network; its weights are where learning began, {@code learned} is where it ended
 * @param inputLayer the layer that the spikes of a sample go into
 * @param readoutLayer the layer whose spikes are counted
 * @param presentation how samples are shown
 * @param image [height, width] of the samples
 * @param learned weights and adapted thresholds
 * @param assignment which class each neuron of the readout layer stands for
 * @param provenance where the model comes from
 */
public record TrainedModel(
        Network network,
        String inputLayer,
        String readoutLayer,
        Presentation presentation,
        Shape image,
        LearnedState learned,
        LabelAssignment assignment,
        Provenance provenance) {
    public TrainedModel {
        Objects.requireNonNull(presentation, "model.presentation is missing");
        Objects.requireNonNull(learned, "model.learned is missing");
        Objects.requireNonNull(provenance, "model.provenance is missing");
        presentation.window(network.dt());
        requireImage(image);
        requireSize("input layer " + inputLayer, network.layer(inputLayer).size(), image.size(), "pixels");
        requireSize(
                "readout layer " + readoutLayer, network.layer(readoutLayer).size(), assignment.neurons(), "labels");
        LearnedShapes.requireFit(network, learned);
        requireNames(provenance.classNames().size(), assignment.classes());
    }

    /** Reads a model that {@link #save} wrote. */
    public static TrainedModel load(Path file) throws IOException {
        return ModelFile.read(file);
    }

    /** Writes the model whole or not at all. */
    public void save(Path file) throws IOException {
        ModelFile.write(this, file);
    }

    /** Predicts one sample. @param values one for each pixel, 1 for white */
    public Prediction predict(float... values) {
        try (FrozenNetwork frozen = new FrozenNetwork(this, Phase.PREDICT)) {
            return Prediction.of(assignment, frozen.counts(values, 0));
        }
    }

    /** At how many places of the image neurons stand that are read out: of a layer [filters, height, width], else one. */
    public int places() {
        Shape shape = network.layer(readoutLayer).shape();
        return shape.rank() == 3 ? shape.length(1) * shape.length(2) : 1;
    }

    /** What a class is called: its number where nobody named the classes. */
    public String className(int label) {
        return provenance.classNames().isEmpty()
                ? String.valueOf(label)
                : provenance.classNames().get(label);
    }

    private static void requireNames(int names, int classes) {
        if (names != 0 && names != classes) {
            throw new IllegalArgumentException(
                    "model: there are " + names + " names of classes, but " + classes + " classes");
        }
    }

    private static void requireImage(Shape image) {
        if (image.rank() != 2) {
            throw new IllegalArgumentException(
                    "model: images have shape " + image + "; [height, width] would be right");
        }
    }

    private static void requireSize(String what, int neurons, int needed, String of) {
        if (neurons != needed) {
            throw new IllegalArgumentException(
                    "model: " + what + " has " + neurons + " neurons, but there are " + needed + " " + of);
        }
    }
}
