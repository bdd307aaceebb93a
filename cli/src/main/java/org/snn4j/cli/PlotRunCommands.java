package org.snn4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snn4j.analysis.chart.Picture;
import org.snn4j.analysis.run.ModelPlots;
import org.snn4j.analysis.run.RunPlots;
import org.snn4j.evaluation.Vote;
import org.snn4j.training.FinishedRun;
import org.snn4j.training.TrainedModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The pictures of runs. */
final class PlotRunCommands {
    private PlotRunCommands() {}

    /** A run's folder, or a model alone. @throws IOException if it is neither */
    static TrainedModel model(Path source) throws IOException {
        return Files.isDirectory(source) ? FinishedRun.in(source).model() : TrainedModel.load(source);
    }

    /** Draws from what a model has learned. */
    abstract static class OfModel extends DrawingCommand {
        private static final String NO_IMAGES =
                "the weights from the input are no images; those of a dense, local or convolutional connection would be right";

        @Parameters(paramLabel = "RUN|MODEL", description = "The folder of a run of train, or a model file.")
        private Path source;

        @Override
        Path source() {
            return source;
        }

        ModelPlots plots() throws IOException {
            return new ModelPlots(model(source));
        }
    }

    /** Draws from what a run left beside its model. */
    abstract static class OfRun extends DrawingCommand {
        @Parameters(paramLabel = "RUN", description = "The folder of a run of train.")
        private Path source;

        @Override
        Path source() {
            return source;
        }

        RunPlots plots() throws IOException {
            return new RunPlots(FinishedRun.in(source));
        }
    }

    /** Draws receptive fields. */
    @Command(
            name = "fields",
            header = "What each neuron looks for: its weights from the input, as images.",
            description = {
                "",
                "Sorted by the class that the neurons stand for, if they have one; of a convolution the kernels that neurons share."
            })
    static final class Fields extends OfModel {
        @Override
        Picture draw() throws IOException {
            return required(plots().fields(), OfModel.NO_IMAGES);
        }
    }

    /** Draws the neurons' classes. */
    @Command(
            name = "class-map",
            header = "Which class each neuron stands for.",
            description = {"", "A grid of the neurons in the order of their numbers."})
    static final class ClassMap extends OfModel {
        @Override
        Picture draw() throws IOException {
            return required(
                    plots().classMap(),
                    "the neurons that learn from images have no class; those of a model without label neurons have one");
        }
    }

    /** Draws the curve of accuracy. */
    @Command(
            name = "accuracy",
            header = "How often each vote was right while the network learned.",
            description = {"", "Each block of training images is predicted with labels from the blocks before it."})
    static final class Accuracy extends OfRun {
        @Override
        Picture draw() throws IOException {
            return required(
                    plots().accuracy(),
                    "there is no curve: training was too short for one, or a teacher made the answers");
        }
    }

    /** Draws a confusion matrix. */
    @Command(
            name = "confusion",
            header = "Which class was taken for which in the test.",
            description = {"", "Rows are the true classes, columns the answers."})
    static final class Confusion extends OfRun {
        @Option(
                names = "--vote",
                paramLabel = "NAME",
                defaultValue = "confidence-weighting",
                converter = Values.VoteName.class,
                description = "all-activity, proportion-weighting or confidence-weighting [${DEFAULT-VALUE}]")
        private Vote vote;

        @Override
        Picture draw() throws IOException {
            return plots().confusion(vote);
        }
    }

    /** Draws a histogram of weights. */
    @Command(
            name = "weights",
            header = "How many weights from the input lie where.",
            description = {"", "A histogram with a logarithmic count, since most weights are zero after learning."})
    static final class Weights extends OfModel {
        @Override
        Picture draw() throws IOException {
            return required(plots().weights(), OfModel.NO_IMAGES);
        }
    }

    /** Draws a histogram of thetas. */
    @Command(
            name = "theta",
            header = "How far adaptation has raised the neurons' thresholds.",
            description = {"", "A histogram of the neurons' theta."})
    static final class Theta extends OfModel {
        @Override
        Picture draw() throws IOException {
            return required(
                    plots().theta(),
                    "the neurons that learn from the input have no theta; those that adapt would be right");
        }
    }
}
