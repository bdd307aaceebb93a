package org.snn4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.snn4j.analysis.chart.Picture;
import org.snn4j.analysis.chart.Plots;
import org.snn4j.analysis.run.SamplePicture;
import org.snn4j.datasets.images.DataSplit;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.datasets.images.download.DownloadListener;
import org.snn4j.network.Variable;
import org.snn4j.network.array.FloatArray;
import org.snn4j.network.array.Shape;
import org.snn4j.training.RunFolder;
import org.snn4j.training.ShownSample;
import org.snn4j.training.TrainedModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws an image beside its spikes. */
@Command(
        name = "input",
        header = "An image, how often each of its pixels fired, and the raster.",
        description = {
            "",
            "Of a run or a model the test image --sample is shown to the network, and every layer is drawn. Of a recording"
                    + " the first of --layers is the input, and the image itself is drawn if --dataset says where it is"
                    + " from."
        })
final class PlotInputCommand extends DrawingCommand {
    @Parameters(
            paramLabel = "RUN|MODEL|RECORDING",
            description = "The folder of a run, a model file, or a recording as raster takes it.")
    private Path source;

    @Mixin(name = "Recording")
    private RecordingOptions recording = new RecordingOptions();

    @Option(
            names = "--dataset",
            paramLabel = "NAME|DIR",
            description = "Where the image is from, as train takes it [of a run its own, mnist for a model, none for a"
                    + " recording]")
    private String dataset;

    @Option(
            names = "--split",
            paramLabel = "train|test",
            defaultValue = "test",
            converter = Values.Split.class,
            description = "For a recording: of which images it was made [${DEFAULT-VALUE}]")
    private String split;

    @Option(
            names = "--first",
            paramLabel = "I",
            defaultValue = "0",
            converter = Values.FromZero.class,
            description = "For a recording: the number of the image that is its sample 0 [${DEFAULT-VALUE}]")
    private int first;

    @Mixin(name = "Images")
    private DatasetOptions images = new DatasetOptions();

    @Override
    Path source() {
        return source;
    }

    @Override
    Picture draw() throws IOException {
        return isModel() ? ofModel() : ofRecording();
    }

    private boolean isModel() {
        return Files.isDirectory(source)
                ? Files.exists(source.resolve("model.zip"))
                : source.toString().endsWith(".zip");
    }

    private Picture ofModel() throws IOException {
        TrainedModel model = PlotRunCommands.model(source);
        LabelledImages test = test();
        requireImage(test, recording.sample());
        return new SamplePicture(model, ShownSample.of(model, test, recording.sample())).picture();
    }

    /** The images of the set that is named, of the run's own test, or of MNIST. */
    private LabelledImages test() throws IOException {
        RunFolder folder = new RunFolder(source);
        if (dataset != null || !Files.isRegularFile(RunBeginning.file(folder))) {
            return split(dataset == null ? DataSource.MNIST : dataset).test();
        }
        images.requireNone("a run without --dataset knows its own images");
        RunBeginning beginning = RunBeginning.read(folder);
        return beginning.command(folder, spec().commandLine()).images(beginning).test();
    }

    private Picture ofRecording() throws IOException {
        Optional<FloatArray> image = dataset == null ? Optional.empty() : Optional.of(image());
        return recording.read(source, recorded -> Plots.input(recorded.beside(image)), Variable.SPIKES);
    }

    private FloatArray image() throws IOException {
        DataSplit all = split(dataset);
        LabelledImages chosen = split.equals("train") ? all.train() : all.test();
        int number = first + recording.sample();
        requireImage(chosen, number);
        return FloatArray.of(Shape.of(chosen.height(), chosen.width()), chosen.intensities(number));
    }

    private DataSplit split(String name) throws IOException {
        return images.open(name, "--dataset", DownloadListener.NONE);
    }

    private static void requireImage(LabelledImages images, int number) {
        if (number < 0 || number >= images.size()) {
            throw new WrongUse("there is no image " + number + "; " + images.name() + " has " + images.size()
                    + " images, so from 0 to " + (images.size() - 1) + " would be right.");
        }
    }
}
