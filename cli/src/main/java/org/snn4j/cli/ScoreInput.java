package org.snn4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snn4j.evaluation.LabelAssignment;
import org.snn4j.evaluation.McNemar;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.file.Npy;
import picocli.CommandLine.Option;

/** The options of {@code score} that name recorded spikes and labels, and the checks that they fit together. */
final class ScoreInput {
    @Option(
            names = "--spikes",
            required = true,
            paramLabel = "A.npy",
            description =
                    "Spikes to learn the labels from: uint8 [samples, steps, neurons] of 0 and 1, or whole numbers"
                            + " [samples, neurons], the counts.")
    private Path spikesFile;

    @Option(
            names = "--labels",
            required = true,
            paramLabel = "LA.npy",
            description = "The class of each of these samples, int64, from 0.")
    private Path labelsFile;

    @Option(
            names = "--new-spikes",
            required = true,
            paramLabel = "B.npy",
            description = "Spikes of the same neurons to other samples, to be predicted.")
    private Path newSpikesFile;

    @Option(
            names = "--new-labels",
            paramLabel = "LB.npy",
            description = "The true classes of the other samples: accuracies are shown.")
    private Path newLabelsFile;

    @Option(
            names = "--steps-first",
            description = "Spikes are [steps, samples, neurons], as encode and simulate write them.")
    private boolean stepsFirst;

    @Option(
            names = "--classes",
            paramLabel = "K",
            converter = Values.Count.class,
            description = "How many classes there are [the highest label and 1]")
    private Integer classes;

    @Option(
            names = "--rates",
            paramLabel = "R.npy",
            description = "Go on from the rates that an earlier score wrote [none]")
    private Path ratesFile;

    @Option(
            names = "--alpha",
            paramLabel = "A",
            defaultValue = "1",
            converter = Values.Share.class,
            description = "What earlier rates are multiplied by, from 0 to 1; without --rates there are none"
                    + " [${DEFAULT-VALUE}]")
    private double alpha;

    @Option(
            names = "--compare",
            paramLabel = "DIR",
            description = "The folder of another score of the same new samples: McNemar's test; needs --new-labels.")
    private Path otherFolder;

    private RecordedSpikes spikes;
    private RecordedSpikes newSpikes;
    private LabelFile labels;
    private LabelFile newLabels;

    /** Opens the files and checks what can be checked before spikes are read. */
    void open() throws IOException {
        if (otherFolder != null && newLabelsFile == null) {
            throw new WrongUse("--compare is " + otherFolder + ", but without --new-labels nobody knows who is right.");
        }
        RecordedSpikes.Layout layout =
                stepsFirst ? RecordedSpikes.Layout.STEPS_FIRST : RecordedSpikes.Layout.SAMPLES_FIRST;
        spikes = RecordedSpikes.open(spikesFile, layout);
        newSpikes = RecordedSpikes.open(newSpikesFile, layout);
        if (newSpikes.neurons() != spikes.neurons()) {
            throw new IOException(newSpikes + "; it must be of the same " + spikes.neurons() + " neurons as " + spikes);
        }
        labels = LabelFile.read(labelsFile, spikes);
        newLabels = newLabelsFile == null ? null : LabelFile.read(newLabelsFile, newSpikes);
        if (classes == null) {
            classes = 1 + Math.max(labels.highest(), newLabels == null ? 0 : newLabels.highest());
        }
        labels.requireBelow(classes);
        if (newLabels != null) {
            newLabels.requireBelow(classes);
        }
    }

    RecordedSpikes spikes() {
        return spikes;
    }

    int[] labels() {
        return labels.labels();
    }

    RecordedSpikes newSpikes() {
        return newSpikes;
    }

    /** The true classes of the samples to predict, or null. */
    int[] newLabels() {
        return newLabels == null ? null : newLabels.labels();
    }

    int classes() {
        return classes;
    }

    double alpha() {
        return alpha;
    }

    Path otherFolder() {
        return otherFolder;
    }

    /** The rates to go on from. */
    LabelAssignment earlier() throws IOException {
        if (ratesFile == null) {
            return LabelAssignment.none(spikes.neurons(), classes);
        }
        FloatArray rates = Npy.readFloats(ratesFile);
        Shape right = Shape.of(spikes.neurons(), classes);
        if (!rates.shape().equals(right)) {
            throw new IOException(
                    ratesFile + ": has shape " + rates.shape() + "; " + right + ", [neurons, classes], would be right");
        }
        try {
            return LabelAssignment.ofRates(rates.values(), spikes.neurons(), classes);
        } catch (IllegalArgumentException e) {
            throw new IOException(ratesFile + ": " + e.getMessage(), e);
        }
    }

    /** With what another score predicted for the same samples, for each of our readouts that it had too. */
    List<Comparison> comparisons(List<Predicted> predicted) throws IOException {
        List<Comparison> comparisons = new ArrayList<>();
        if (otherFolder == null) {
            return comparisons;
        }
        for (Predicted ours : predicted) {
            Path file = otherFolder.resolve(ours.fileName());
            if (comparisons.isEmpty() || Files.exists(file)) {
                int[] others =
                        LabelFile.readPredictions(file, newSpikes.samples()).labels();
                comparisons.add(new Comparison(ours, McNemar.of(newLabels(), others, ours.labels())));
            }
        }
        return comparisons;
    }

    /** Of a readout with the same readout of another score, which is the test's first model. */
    record Comparison(Predicted readout, McNemar test) {}
}
