package org.snn4j.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.evaluation.LabelAssignment;
import org.snn4j.network.LearnedState;
import org.snn4j.network.Network;
import org.snn4j.network.array.Shape;
import org.snn4j.network.spikes.SpikeTrain;

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

    /**
     * What a plan's network knows in the middle of training, in which no label neurons are taught yet.
     *
     * @param images what it learns from
     * @throws IllegalArgumentException if the parts do not fit each other
     */
    public static TrainedModel soFar(
            TrainingPlan plan, LabelledImages images, LearnedState learned, LabelAssignment assignment) {
        return new TrainedModel(
                plan.model().network(),
                plan.model().inputLayer(),
                plan.model().readoutLayer(),
                plan.presentation(),
                Shape.of(images.height(), images.width()),
                learned,
                assignment,
                Provenance.of(plan, images, 0));
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
        return Prediction.of(assignment, spikes(values).counts());
    }

    /** When the readout neurons fire at one sample: what {@link #predict} counts. @param values one for each pixel, 1 for white */
    public SpikeTrain spikes(float... values) {
        try (FrozenNetwork frozen = new FrozenNetwork(this, Phase.PREDICT)) {
            return frozen.spikes(values, 0);
        }
    }

    /** When the readout neurons fire at each image, which is shown once to the frozen network. @param phase whose random numbers encode them */
    public List<SpikeTrain> spikes(LabelledImages images, Phase phase) {
        try (FrozenNetwork frozen = new FrozenNetwork(this, phase)) {
            return IntStream.range(0, images.size())
                    .mapToObj(sample -> frozen.spikes(images.intensities(sample), sample))
                    .toList();
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
