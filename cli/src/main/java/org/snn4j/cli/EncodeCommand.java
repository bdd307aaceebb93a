package org.snn4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.snn4j.datasets.images.LabelledImages;
import org.snn4j.encoding.Encoding;
import org.snn4j.encoding.StimulusEncoding;
import org.snn4j.encoding.Window;
import org.snn4j.network.array.LongArray;
import org.snn4j.network.array.Shape;
import org.snn4j.network.file.Npy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Turns images into spike trains. */
@Command(
        name = "encode",
        header = "Turns images into spike trains, written as an .npy file.",
        description = {
            "",
            "The array is uint8 of [steps, images, pixels]; of the encoder repeat, which makes a current and no spikes, it"
                    + " is float32. An image has the spikes that train would show with the same seed and settings: in its"
                    + " first epoch for an image of the training set, in its test for one of the test set."
                    + " docs/encoding.md describes the encoders."
        })
final class EncodeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin(name = "How to encode")
    private EncoderOptions options = new EncoderOptions();

    @Mixin(name = "Images")
    private ImageRange range = new ImageRange();

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Values.Whole.class,
            description = "A whole number that fixes everything [drawn, and shown]")
    private Long seed;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "F.npy",
            description = "The file to write; one that is there is replaced.")
    private Path out;

    @Option(
            names = "--labels-out",
            paramLabel = "F.npy",
            description = "Also write the images' labels, int64, as score takes them.")
    private Path labelsOut;

    @Option(names = "--json", description = "Print exactly one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        requireFile("--out", out);
        requireFile("--labels-out", labelsOut);
        if (out.equals(labelsOut)) {
            throw new WrongUse("--out and --labels-out are both " + out + "; two files would be right.");
        }
        StimulusEncoding encoding = options.encoding();
        Window window = options.window();
        LabelledImages images = range.images();
        long chosen = seed == null ? TrainingOptions.drawnSeed() : seed;
        EncodedImages encoded = new EncodedImages(
                images, range.first(), encoding.encoder(window, range.phase().seed(chosen)), window.steps());
        Result result = new Result(encoding, window, images, chosen, write(encoded, encoding));
        if (json) {
            spec.commandLine().getOut().println(Json.text(json(result)));
        } else {
            print(result, spec.commandLine().getOut());
        }
        return 0;
    }

    private record Result(StimulusEncoding encoding, Window window, LabelledImages images, long seed, long spikes) {
        List<Integer> lengths() {
            return List.of(window.steps(), images.size(), images.pixels());
        }

        String type() {
            return encoding instanceof Encoding ? "uint8" : "float32";
        }
    }

    private static void requireFile(String option, Path path) {
        if (path != null && Files.isDirectory(path)) {
            throw new WrongUse(option + " is '" + path + "', which is a folder; the path of a file would be right.");
        }
    }

    /** Writes the labels first, so that the larger file is there only if all is well. @return the number of spikes */
    private long write(EncodedImages encoded, StimulusEncoding encoding) throws IOException {
        LabelledImages images = encoded.images();
        try (OutputFile file = encoding instanceof Encoding
                ? OutputFile.ofSpikes(out, encoded.steps(), images.size(), images.pixels())
                : OutputFile.ofCurrents(out, encoded.steps(), images.size(), images.pixels())) {
            long spikes = encoded.write(file);
            if (labelsOut != null) {
                Npy.write(labels(images), labelsOut);
            }
            file.complete();
            return spikes;
        }
    }

    private static LongArray labels(LabelledImages images) {
        long[] labels = new long[images.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = images.label(i);
        }
        return LongArray.of(Shape.of(labels.length), labels);
    }

    private ObjectNode json(Result result) {
        ObjectNode object = Json.object()
                .put("spikes", result.spikes())
                .put("steps", result.window().steps())
                .put("samples", result.images().size())
                .put("pixels", result.images().pixels())
                .put("type", result.type())
                .put("encoder", result.encoding().name())
                .put("seed", result.seed())
                .put("out", out.toString());
        return labelsOut == null ? object : object.put("labels", labelsOut.toString());
    }

    private void print(Result result, PrintWriter results) {
        results.printf(
                Locale.ROOT,
                "%s of %s, %,d steps of %s ms, seed %d%n",
                result.encoding().name(),
                result.images().name(),
                result.window().steps(),
                result.window().dt(),
                result.seed());
        if (result.encoding() instanceof Encoding) {
            results.printf(
                    Locale.ROOT,
                    "  %,d spikes, %,.1f an image%n",
                    result.spikes(),
                    (double) result.spikes() / result.images().size());
        }
        results.println("wrote " + result.type() + " " + result.lengths() + " to " + out);
        if (labelsOut != null) {
            results.println("wrote int64 [" + result.images().size() + "] to " + labelsOut);
        }
    }
}
